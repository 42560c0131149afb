package io.dispatch120.dispatch.view;

import io.dispatch120.dispatch.api.Availability;
import io.dispatch120.dispatch.api.CallerWithPatient;
import io.dispatch120.dispatch.api.Duty;
import io.dispatch120.dispatch.api.FixSource;
import io.dispatch120.dispatch.api.IncidentStatus;
import io.dispatch120.dispatch.api.UnitPosition;
import io.dispatch120.dispatch.assignment.Assignment;
import io.dispatch120.dispatch.fleet.Unit;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.incident.Whereabouts.Reported;
import io.dispatch120.dispatch.location.LocationFix;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** What the views need derived from the state: the one place where the domain is asked for it. */
final class Derived {
  private static final double AT_STATION_METERS = 200;

  private Derived() {}

  static IncidentStatus status(Incident incident) {
    if (incident.closed()) {
      return IncidentStatus.CLOSED;
    }
    return incident.liveAssignments().stream()
        .map(Derived::status)
        .min(Comparator.naturalOrder())
        .orElse(IncidentStatus.WAITING);
  }

  private static IncidentStatus status(Assignment assignment) {
    return switch (assignment.lastMilestone()) {
      case ASSIGNED, ACKNOWLEDGED -> IncidentStatus.ASSIGNED;
      case EN_ROUTE -> IncidentStatus.EN_ROUTE;
      case ON_SCENE, PATIENT_CONTACT -> IncidentStatus.ON_SCENE;
      case TRANSPORTING -> IncidentStatus.TRANSPORTING;
      case AT_HOSPITAL, HANDED_OVER, CLEARED -> IncidentStatus.AT_HOSPITAL;
    };
  }

  static Optional<LocationFix> position(Incident incident, Instant now) {
    boolean elsewhere = incident.details().callerWithPatient() == CallerWithPatient.NO;
    return incident.whereabouts().fixes().stream()
        .map(Reported::fix)
        .filter(fix -> !fix.at().isAfter(now))
        .filter(fix -> !(elsewhere && fix.source().ofPhone()))
        .min(
            Comparator.comparing((LocationFix fix) -> fix.source() != FixSource.CONFIRMED)
                .thenComparingDouble(LocationFix::radiusMeters));
  }

  static Availability availability(Unit unit, Optional<UnitPosition> position) {
    if (unit.duty().duty() == Duty.OFF_DUTY) {
      return Availability.OFF_DUTY;
    }
    if (unit.duty().duty() == Duty.OUT_OF_SERVICE) {
      return Availability.OUT_OF_SERVICE;
    }
    if (unit.committed()) {
      return Availability.COMMITTED;
    }
    return position
            .filter(
                p ->
                    p.position().distanceMetersTo(unit.profile().stationPosition())
                        > AT_STATION_METERS)
            .isPresent()
        ? Availability.AVAILABLE_MOBILE
        : Availability.AVAILABLE;
  }

  static boolean stale(Unit unit, Optional<UnitPosition> position, Instant now) {
    Duration limit = unit.committed() ? Duration.ofSeconds(60) : Duration.ofMinutes(10);
    return position.map(p -> p.at().plus(limit).isBefore(now)).orElse(unit.committed());
  }
}
