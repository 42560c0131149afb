package io.dispatch120.geo.api;

/** Ways between places, with their course. Implementations are safe for use by many threads. */
public interface Routes {

  /**
   * The fastest way. Where no road leads there, the straight line, and {@link Travel#method} says
   * so. Its time equals that of {@link TravelTimes} for the same places.
   */
  Route route(LngLat from, LngLat to, TravelProfile profile);
}
