/** What a device says about where and when, made into WGS 84 and checked for its time. */
@NullMarked
package io.dispatch120.locator.position;

import org.jspecify.annotations.NullMarked;
