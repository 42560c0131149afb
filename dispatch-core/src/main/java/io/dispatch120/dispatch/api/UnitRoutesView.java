package io.dispatch120.dispatch.api;

import io.dispatch120.geo.api.TravelMethod;
import java.time.Instant;
import java.util.List;

/** Courses of the units of one incident, to draw. */
public record UnitRoutesView(List<UnitRoute> items, Instant computedAt) {

  /** Why a course is shown. */
  public enum Purpose {
    /** The unit is on its way for the incident. */
    ASSIGNED,
    /** It would come this way if it were sent. */
    PROPOSED
  }

  /**
   * @param etaSeconds from where the unit is now
   */
  public record UnitRoute(
      UnitId unitId,
      Purpose purpose,
      Line line,
      double etaSeconds,
      double distanceMeters,
      TravelMethod method) {}
}
