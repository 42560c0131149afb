package io.dispatch120.dispatch.api;

import io.dispatch120.dispatch.api.Catalogue.HospitalCapability;
import io.dispatch120.geo.api.TravelMethod;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom and what to send. {@code units} starts with the proposal; blocked units come last, each with
 * the reason that blocks it. {@code aeds} starts with the nearest usable one.
 *
 * @param responders empty until responder alerting is in the product
 */
public record RecommendationView(
    IncidentId incidentId,
    List<UnitOption> units,
    List<AedView> aeds,
    List<Object> responders,
    List<HospitalOption> hospitals,
    Instant computedAt) {

  /**
   * @param reasons stable snake_case codes, worded by the client's language
   * @param blockedBy a refusal code or {@code missing_capability}, null when it can be sent
   */
  public record UnitOption(
      UnitId unitId,
      String callsign,
      double etaSeconds,
      double distanceMeters,
      TravelMethod method,
      Availability availability,
      Set<Capability> capabilities,
      boolean stale,
      CrewLink crewLink,
      List<String> reasons,
      @Nullable String blockedBy,
      @Nullable Instant expectedBackAt) {}

  public record HospitalOption(
      HospitalId hospitalId,
      String name,
      double travelSeconds,
      double distanceMeters,
      TravelMethod method,
      List<HospitalCapability> capabilities) {}
}
