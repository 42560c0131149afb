package io.dispatch120.geo.api;

/** How a travel time was found; shown to people, so that they know what it is worth. */
public enum TravelMethod {
  /** Along the road network. */
  ROAD,
  /** From the great-circle distance with a detour factor and an average speed. */
  STRAIGHT_LINE
}
