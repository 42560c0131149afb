package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.api.CallId;
import io.dispatch120.dispatch.api.Command.ReportLocation;
import io.dispatch120.dispatch.api.FixSource;
import io.dispatch120.dispatch.api.LocationReport;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.incident.DetailEvents.LocationConfirmed;
import io.dispatch120.dispatch.incident.DetailEvents.LocationReported;
import io.dispatch120.dispatch.location.LocationFix;
import io.dispatch120.geo.api.LngLat;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Positions that phones report and dispatchers confirm. */
final class LocationDecisions {

  /** What devices send that have no fix: a point in the Gulf of Guinea. */
  private static final LngLat NO_FIX = new LngLat(0, 0);

  /** Larger circles say nothing: the whole of a province. */
  private static final double MAX_RADIUS_METERS = 500_000;

  private LocationDecisions() {}

  static Decision report(Incident incident, ReportLocation command, Moment moment) {
    Optional<LocationFix> fix = findFix(command.report(), moment);
    if (fix.isEmpty()) {
      return Decision.refused(RefusalCode.INVALID_VALUE, "that is no usable position");
    }
    CallId call = command.callId();
    if (call == null) {
      call = incident.calls().isEmpty() ? null : incident.calls().get(0).id();
    } else if (incident.findCall(call).isEmpty()) {
      return Decision.refused(RefusalCode.NOT_FOUND, "the incident has no such call");
    }
    DraftList drafts = new DraftList(incident.id(), moment);
    add(drafts, fix.get(), call, !incident.liveAssignments().isEmpty());
    return drafts.accepted();
  }

  /** A pin is confirmed, and sent to crews under way; all else is reported. */
  static void add(DraftList drafts, LocationFix fix, @Nullable CallId call, boolean crews) {
    drafts.add(
        fix.source() == FixSource.CONFIRMED
            ? new LocationConfirmed(fix, crews)
            : new LocationReported(fix, call));
  }

  /** The fix of a report, empty when it is none. Measured in the future counts as now. */
  static Optional<LocationFix> findFix(LocationReport report, Moment moment) {
    Double given = report.radiusMeters();
    double radiusMeters = given == null ? report.source().defaultRadiusMeters() : given;
    boolean usable =
        radiusMeters > 0 && radiusMeters <= MAX_RADIUS_METERS && !report.position().equals(NO_FIX);
    if (!usable) {
      return Optional.empty();
    }
    Instant at = report.at();
    Instant measured = at == null || at.isAfter(moment.now()) ? moment.now() : at;
    return Optional.of(
        new LocationFix(
            moment.newId(Moment.FIX),
            report.position(),
            radiusMeters,
            report.source(),
            measured,
            report.given()));
  }
}
