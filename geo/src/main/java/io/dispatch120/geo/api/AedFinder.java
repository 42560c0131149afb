package io.dispatch120.geo.api;

import java.time.Instant;
import java.util.List;

/**
 * Finds AEDs around a point. All answers are exact minima by walking time; at equal time public
 * ones come first, then staffed, then restricted, then by id. Immutable, safe for many threads. A
 * negative limit is refused with an {@link IllegalArgumentException}.
 */
public interface AedFinder {

  /** The nearest by walking time, whatever their state; each answer says its state. */
  List<AedMatch> nearest(LngLat from, int limit, Instant at);

  /**
   * The nearest by walking time, without those known to be closed at {@code at}. Unknown hours stay
   * in, marked as unknown.
   */
  List<AedMatch> nearestOpen(LngLat from, int limit, Instant at);

  /**
   * The nearest usable first. Three groups follow each other, each by walking time:
   *
   * <ol>
   *   <li>usable: known to be open, readiness ok, open to the public or handed out by staff;
   *   <li>perhaps usable: hours or readiness unknown, or access restricted;
   *   <li>not usable: closed, or faulty, expired or missing. They are kept at the end as a last
   *       resort, because people on the spot may know better.
   * </ol>
   */
  List<AedMatch> nearestUsable(LngLat from, int limit, Instant at);
}
