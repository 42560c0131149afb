package io.dispatch120.geo.aed;

import io.dispatch120.geo.api.AedReadiness;
import io.dispatch120.geo.api.AedSite;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/** Which of several AEDs equally far away is the safest choice. */
final class Verification {

  /**
   * How long a check counts. Pads and batteries are replaced every two to five years, and who looks
   * after an AED looks at it at least once a year; our policy, not a regulation.
   */
  private static final Duration COUNTS_FOR = Duration.ofDays(365);

  /** A check dated further ahead than clocks differ is a mistake. */
  private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

  private Verification() {}

  /** Whether a check within the last year found it ready. */
  static boolean isVerified(AedSite site, Instant at) {
    Instant checkedAt = site.lastCheckedAt();
    return site.readiness() == AedReadiness.OK
        && checkedAt != null
        && !checkedAt.isBefore(at.minus(COUNTS_FOR))
        && !checkedAt.isAfter(at.plus(CLOCKS_DIFFER));
  }

  /** Verified ones first, of these the public ones; then by access, then by id. */
  static Comparator<AedSite> bestFirst(Instant at) {
    return Comparator.comparing((AedSite site) -> !isVerified(site, at))
        .thenComparing(AedSite::access)
        .thenComparing(AedSite::id);
  }
}
