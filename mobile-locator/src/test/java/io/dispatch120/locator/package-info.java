/** Rules about the module itself. */
@NullMarked
package io.dispatch120.locator;

import org.jspecify.annotations.NullMarked;
