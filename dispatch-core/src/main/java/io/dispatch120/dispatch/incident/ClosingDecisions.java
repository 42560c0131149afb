package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.api.Command.CloseIncident;
import io.dispatch120.dispatch.api.Command.ReopenIncident;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.hospital.PreAlert;
import io.dispatch120.dispatch.incident.ClosingEvents.IncidentClosed;
import io.dispatch120.dispatch.incident.ClosingEvents.IncidentReopened;

/** Closing an incident and opening it again. */
final class ClosingDecisions {
  private ClosingDecisions() {}

  static Decision close(Incident incident, CloseIncident command, Moment moment) {
    if (incident.preAlerts().stream().anyMatch(PreAlert::waiting)) {
      return Decision.refused(
          RefusalCode.INCIDENT_BUSY,
          "a hospital has been asked and has not answered; call the pre-alert off first");
    }
    return incident.liveAssignments().isEmpty()
        ? new DraftList(incident.id(), moment)
            .add(new IncidentClosed(command.outcome(), command.note()))
            .accepted()
        : Decision.refused(
            RefusalCode.INCIDENT_BUSY, "units are still assigned; clear or cancel them first");
  }

  static Decision reopen(Incident incident, ReopenIncident command, Moment moment) {
    if (!incident.closed()) {
      return Decision.refused(RefusalCode.INCIDENT_OPEN, "the incident is open");
    }
    return incident.absorbed()
        ? Decision.refused(
            RefusalCode.CALL_ALREADY_LINKED, "its call joined another incident; unlink the call")
        : new DraftList(incident.id(), moment)
            .add(new IncidentReopened(command.reason()))
            .accepted();
  }
}
