/** Whom and what to send, with the reasons. */
@NullMarked
package io.dispatch120.dispatch.recommendation;

import org.jspecify.annotations.NullMarked;
