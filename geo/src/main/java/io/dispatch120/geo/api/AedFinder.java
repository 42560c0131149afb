package io.dispatch120.geo.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Finds AEDs around a point, by walking time from the AED to the point: the way on which somebody
 * carries it, whether staff brings it or a bystander comes back with it. Walkers are not bound by
 * one-way streets, so the way there takes as long.
 *
 * <p>An AED to which a road leads stands before one whose way is only guessed. At equal time those
 * come first that a check within the last year found ready, of these the public ones, then staffed,
 * then restricted, then by id. Immutable, safe for many threads. A negative limit is refused with
 * an {@link IllegalArgumentException}.
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

  /** Whether an AED's place is open at {@code at}; empty for an id not in the catalogue. */
  Optional<OpeningHours.State> stateOf(String id, Instant at);
}
