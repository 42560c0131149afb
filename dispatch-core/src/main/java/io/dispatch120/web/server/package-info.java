/** One HTTP port of the product on several event loops. */
@NullMarked
package io.dispatch120.web.server;

import org.jspecify.annotations.NullMarked;
