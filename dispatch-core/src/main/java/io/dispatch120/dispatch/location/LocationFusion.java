package io.dispatch120.dispatch.location;

import io.dispatch120.dispatch.api.FixSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Chooses one position from many fixes: the newest pin of a dispatcher, else the fix with the
 * smallest radius grown with age. Pure.
 */
public final class LocationFusion {

  /** A hurried walk: how fast the holder of a phone may have left the place of a fix. */
  static final double GROWTH_METERS_PER_SECOND = 1.5;

  /**
   * Growth stops here (after some eleven minutes): an old precise fix stays better than a new one
   * of a mere cell.
   */
  static final double MAX_GROWTH_METERS = 1_000;

  private LocationFusion() {}

  /**
   * The best of {@code fixes}, which are in journal order and of which all may be the position.
   * Linear in their number.
   */
  public static Optional<LocationFix> best(List<LocationFix> fixes, Instant now) {
    return newestPin(fixes)
        .or(
            () ->
                fixes.stream()
                    .min(
                        Comparator.comparingDouble((LocationFix fix) -> grownRadiusMeters(fix, now))
                            .thenComparing(LocationFix::at, Comparator.reverseOrder())));
  }

  /**
   * The 95 % radius at {@code now}. Only phones move; an address or a pin keeps its radius. A fix
   * from the future counts as fresh.
   */
  public static double grownRadiusMeters(LocationFix fix, Instant now) {
    if (!fix.source().ofPhone()) {
      return fix.radiusMeters();
    }
    double ageSeconds = Math.max(0, Duration.between(fix.at(), now).toMillis() / 1000.0);
    return fix.radiusMeters() + Math.min(MAX_GROWTH_METERS, ageSeconds * GROWTH_METERS_PER_SECOND);
  }

  private static Optional<LocationFix> newestPin(List<LocationFix> fixes) {
    return fixes.stream()
        .filter(fix -> fix.source() == FixSource.CONFIRMED)
        .reduce((earlier, later) -> later);
  }
}
