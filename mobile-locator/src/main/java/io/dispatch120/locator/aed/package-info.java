/** The public search for defibrillators. */
@NullMarked
package io.dispatch120.locator.aed;

import org.jspecify.annotations.NullMarked;
