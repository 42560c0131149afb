/** The simulation's time and chance, handed to everything in it that waits or chooses. */
@NullMarked
package io.dispatch120.app.simulation.pace;

import org.jspecify.annotations.NullMarked;
