/** The demo's toy road network, routes on it, and how an ambulance drives along one. */
@NullMarked
package io.dispatch120.app.simulation.road;

import org.jspecify.annotations.NullMarked;
