package io.dispatch120.dispatch.recommendation;

import io.dispatch120.dispatch.api.Capability;
import java.util.Locale;

/**
 * Why a unit is where it is in a recommendation, as stable codes that clients put into words of
 * their language.
 */
public enum Reason {
  /** No other unit that can be sent arrives sooner. */
  NEAREST_BY_TRAVEL_TIME,
  /** On duty at its station. */
  AT_STATION,
  /** On duty, free, and on the road. */
  RETURNING,
  /** Works for this very incident. */
  ALREADY_ASSIGNED_HERE,
  /** Committed, not yet on scene, and its incident is less urgent: a supervisor may pre-empt it. */
  EN_ROUTE_TO_LOWER_PRIORITY,
  /** Its last position is older than it should be: the time may be wrong. */
  STALE_POSITION,
  /** Its last report jumped farther than anything drives: the time is from the place before. */
  POSITION_IMPLAUSIBLE,
  /** A map is loaded and no road leads there from where it is: the time is a guess. */
  NO_ROAD_FOUND,
  /** It has never told where it is and counts at its station. */
  NO_LIVE_POSITION,
  /** Its device may not show an assignment at once: call the crew. */
  CREW_NOT_CONNECTED,
  HAS_BLS,
  HAS_ALS,
  HAS_ICU,
  HAS_NEONATAL,
  HAS_NEGATIVE_PRESSURE,
  HAS_ECG12,
  LACKS_BLS,
  LACKS_ALS,
  LACKS_ICU,
  LACKS_NEONATAL,
  LACKS_NEGATIVE_PRESSURE,
  LACKS_ECG12;

  /** The code clients see. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The unit can do what the incident needs or would profit from. */
  static Reason has(Capability capability) {
    return valueOf("HAS_" + capability.name());
  }

  /** The unit can not do what the incident needs or would profit from. */
  static Reason lacks(Capability capability) {
    return valueOf("LACKS_" + capability.name());
  }
}
