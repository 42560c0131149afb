package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.api.Command.CancelPreAlert;
import io.dispatch120.dispatch.api.Command.ChangePatient;
import io.dispatch120.dispatch.api.Command.OfPatient;
import io.dispatch120.dispatch.api.Command.OpenChestPain;
import io.dispatch120.dispatch.api.Command.SendPreAlert;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.chestpain.ChestPainCase;
import java.util.Optional;

/** Commands to one patient. For a crew, patients of others do not exist. */
final class PatientDecisions {
  private PatientDecisions() {}

  static Decision decide(Incident incident, Scene scene, OfPatient command, Moment moment) {
    if (incident.findPatient(command.patientId()).isEmpty() || foreign(incident, moment)) {
      return Decision.refused(RefusalCode.NOT_FOUND, "there is no such patient");
    }
    if (command instanceof ChangePatient c) {
      return DetailDecisions.changePatient(incident, c, moment);
    }
    if (command instanceof OpenChestPain c) {
      return ChestPainDecisions.open(incident, c, moment);
    }
    if (command instanceof SendPreAlert c) {
      return incident.closed()
          ? Decision.refused(RefusalCode.INCIDENT_CLOSED, "the incident is closed")
          : PreAlertDecisions.send(incident, scene, c, moment);
    }
    if (command instanceof CancelPreAlert c) {
      return PreAlertDecisions.cancel(incident, c, moment);
    }
    Optional<ChestPainCase> known = incident.findCase(command.patientId());
    return known.isEmpty()
        ? Decision.refused(
            RefusalCode.NOT_FOUND, "no chest-pain case is open for this patient; open one first")
        : ChestPainDecisions.decide(incident, known.get(), command, moment);
  }

  private static boolean foreign(Incident incident, Moment moment) {
    UnitId crew = moment.actingUnit();
    return crew != null && incident.assignments().stream().noneMatch(a -> a.unitId().equals(crew));
  }
}
