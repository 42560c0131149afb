/** How often anybody outside may ask, per link, per user or per network address. */
@NullMarked
package io.dispatch120.locator.limit;

import org.jspecify.annotations.NullMarked;
