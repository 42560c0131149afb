package io.dispatch120.geo.api;

/**
 * A point of a {@link Route}.
 *
 * @param position WGS 84
 * @param seconds expected travel time from the start of the route to here
 */
public record RoutePoint(LngLat position, double seconds) {}
