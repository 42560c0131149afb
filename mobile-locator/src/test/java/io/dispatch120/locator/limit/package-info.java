/** Limits and addresses by themselves. */
@NullMarked
package io.dispatch120.locator.limit;

import org.jspecify.annotations.NullMarked;
