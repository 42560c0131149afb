/** What somebody has to notice, own and settle, and the deadlines that raise it. */
@NullMarked
package io.dispatch120.dispatch.alert;

import org.jspecify.annotations.NullMarked;
