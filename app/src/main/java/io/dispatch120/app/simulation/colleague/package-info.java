/** What the simulated dispatcher decides about the calls it took, as a pure state machine. */
@NullMarked
package io.dispatch120.app.simulation.colleague;

import org.jspecify.annotations.NullMarked;
