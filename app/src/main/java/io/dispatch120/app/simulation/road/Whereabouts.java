package io.dispatch120.app.simulation.road;

import io.dispatch120.geo.api.LngLat;

/**
 * Where a vehicle is and how it moves.
 *
 * @param headingDegrees clockwise from north, in [0, 360)
 */
public record Whereabouts(LngLat position, double speedMps, double headingDegrees) {}
