/** The crew's side: signing in, its assignment with the milestones, and where the unit is. */
@NullMarked
package io.dispatch120.locator.crew;

import org.jspecify.annotations.NullMarked;
