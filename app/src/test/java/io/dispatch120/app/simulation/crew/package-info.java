/** Tests of the package of the same name. */
@NullMarked
package io.dispatch120.app.simulation.crew;

import org.jspecify.annotations.NullMarked;
