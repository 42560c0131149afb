package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.alert.Alert;
import io.dispatch120.dispatch.alert.Concern;
import io.dispatch120.dispatch.api.AlertKind;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.incident.AlertEvents.AlertCleared;
import io.dispatch120.dispatch.incident.AlertEvents.AlertRaised;
import io.dispatch120.dispatch.incident.Decision.Accepted;
import io.dispatch120.dispatch.incident.Decision.Draft;
import io.dispatch120.dispatch.location.LocationConflict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What follows from a decision by itself: hospitals are told or told no more, alerts that wait for
 * nothing are raised, and live alerts whose concern has ended are cleared, snoozed and owned ones
 * too.
 */
final class Consequences {
  private Consequences() {}

  static Decision complete(Scene scene, Decision decision, Moment moment) {
    if (!(decision instanceof Accepted accepted)) {
      return decision;
    }
    List<Draft> all = new ArrayList<>(accepted.drafts());
    byIncident(accepted.drafts())
        .forEach(
            (id, drafts) -> {
              DraftList told = new DraftList(id, moment);
              Incident decided = Provisional.apply(scene.find(id), drafts, moment);
              PreAlertConsequences.add(told, decided, scene, moment);
              all.addAll(told.drafts());
              all.addAll(following(Provisional.of(decided, told.drafts(), moment), moment));
            });
    return Decision.accepted(all);
  }

  private static Map<IncidentId, List<Draft>> byIncident(List<Draft> drafts) {
    Map<IncidentId, List<Draft>> grouped = new LinkedHashMap<>();
    for (Draft draft : drafts) {
      IncidentId id = draft.incidentId();
      if (id != null) {
        grouped.computeIfAbsent(id, key -> new ArrayList<>()).add(draft);
      }
    }
    return grouped;
  }

  private static List<Draft> following(Incident after, Moment moment) {
    DraftList drafts = new DraftList(after.id(), moment);
    if (!after.closed()) {
      Stream.concat(
              contradictions(after, moment).map(Concern::of), CaseConcerns.atOnce(after).stream())
          .filter(concern -> after.findLiveAlert(concern).isEmpty())
          .map(concern -> AlertDecisions.raised(after, concern, null, moment))
          .forEach(alert -> drafts.add(new AlertRaised(alert)));
    }
    for (Alert alert : after.alerts()) {
      if (alert.live() && !Concerns.holds(after, alert)) {
        drafts.add(new AlertCleared(alert.id()));
      }
    }
    return drafts.drafts();
  }

  private static Stream<AlertKind> contradictions(Incident after, Moment moment) {
    Optional<LocationConflict> conflict = IncidentPositions.findConflict(after);
    if (conflict.isEmpty()) {
      return Stream.empty();
    }
    return conflict.get().reconciledByDatum(moment.datums())
        ? Stream.of(AlertKind.LOCATION_CONFLICT, AlertKind.DATUM_SUSPECTED)
        : Stream.of(AlertKind.LOCATION_CONFLICT);
  }
}
