package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.alert.Alert;
import io.dispatch120.dispatch.alert.Concern;
import io.dispatch120.dispatch.alert.Episode;
import io.dispatch120.dispatch.assignment.Assignment;
import io.dispatch120.dispatch.chestpain.ChestPainCase;
import io.dispatch120.dispatch.hospital.PreAlert;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an incident that change, on their way into the next state. Lives within one method.
 */
final class IncidentCopy {
  private final Incident of;
  long revision;
  Details details;
  List<Call> calls;
  List<Patient> patients;
  List<Triage> triages;
  Whereabouts whereabouts;
  List<Assignment> assignments;
  List<Alert> alerts;
  List<LocatorLink> links;
  List<Message> messages;
  @Nullable Closure closure;
  List<ChestPainCase> cases;
  List<PreAlert> preAlerts;
  Map<Concern, Episode> episodes;

  IncidentCopy(Incident of) {
    this.of = of;
    this.revision = of.revision();
    this.details = of.details();
    this.calls = of.calls();
    this.patients = of.patients();
    this.triages = of.triages();
    this.whereabouts = of.whereabouts();
    this.assignments = of.assignments();
    this.alerts = of.alerts();
    this.links = of.links();
    this.messages = of.messages();
    this.closure = of.closure();
    this.cases = of.cases();
    this.preAlerts = of.preAlerts();
    this.episodes = of.episodes();
  }

  Incident build() {
    return new Incident(
        of.id(),
        of.center(),
        of.number(),
        of.openedAt(),
        revision,
        details,
        calls,
        patients,
        triages,
        whereabouts,
        assignments,
        alerts,
        links,
        messages,
        closure,
        cases,
        preAlerts,
        episodes);
  }
}
