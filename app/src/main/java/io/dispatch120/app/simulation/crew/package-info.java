/** What a simulated ambulance crew does with its assignments, as a pure state machine. */
@NullMarked
package io.dispatch120.app.simulation.crew;

import org.jspecify.annotations.NullMarked;
