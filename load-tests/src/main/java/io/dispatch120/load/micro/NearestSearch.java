package io.dispatch120.load.micro;

import io.dispatch120.geo.api.LngLat;
import java.util.List;
import java.util.function.Predicate;

/** Keeps moving units and finds the nearest: the product's index, or what it is compared with. */
interface NearestSearch {

  /** Adds or moves a unit; from one thread. */
  void put(int unit, String key, LngLat position);

  /** Called once a second by the thread that moves. */
  default void everySecond() {}

  /** Keys of the nearest that pass the filter, in order; from any thread. */
  List<String> nearest(LngLat from, int k, Predicate<String> filter);
}
