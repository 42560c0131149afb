package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.api.Command.AddPatient;
import io.dispatch120.dispatch.api.Command.ChangeDetails;
import io.dispatch120.dispatch.api.Command.ChangePatient;
import io.dispatch120.dispatch.api.PatientDetails;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Priority;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.incident.DetailEvents.DetailsChanged;
import io.dispatch120.dispatch.incident.DetailEvents.PatientAdded;
import io.dispatch120.dispatch.incident.DetailEvents.PatientChanged;
import io.dispatch120.dispatch.incident.DetailEvents.PriorityChanged;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Edits of what is known of an incident and its patients. */
final class DetailDecisions {
  private DetailDecisions() {}

  static Decision change(Incident incident, ChangeDetails command, Moment moment) {
    Details old = incident.details();
    Integer expected = command.expectedVersion();
    if (expected != null && expected != old.version()) {
      return Decision.refused(
          RefusalCode.VERSION_MISMATCH, "the details are at version " + old.version());
    }
    Details edited =
        new Details(
            or(command.priority(), old.priority()),
            or(command.complaint(), old.complaint()),
            or(command.address(), old.address()),
            or(command.meetingPoint(), old.meetingPoint()),
            or(command.note(), old.note()),
            Optional.ofNullable(command.callerWithPatient()).orElse(old.callerWithPatient()),
            old.version());
    DraftList drafts = new DraftList(incident.id(), moment);
    addEdit(drafts, old, edited);
    return drafts.accepted();
  }

  /** The events that make {@code edited} of {@code old}, none when they are the same. */
  static void addEdit(DraftList drafts, Details old, Details edited) {
    if (edited.equals(old)) {
      return;
    }
    Priority priority = edited.priority();
    if (priority != null && priority != old.priority()) {
      drafts.add(new PriorityChanged(old.priority(), priority));
    }
    drafts.add(new DetailsChanged(edited.atVersion(old.version() + 1)));
  }

  static Decision addPatient(Incident incident, AddPatient command, Moment moment) {
    Patient unknown = Patient.unknown(new PatientId(moment.newId(Moment.PATIENT)));
    return new DraftList(incident.id(), moment)
        .add(new PatientAdded(edited(unknown, command.details())))
        .accepted();
  }

  static Decision changePatient(Incident incident, ChangePatient command, Moment moment) {
    Optional<Patient> found = incident.findPatient(command.patientId());
    if (found.isEmpty()) {
      return Decision.refused(RefusalCode.NOT_FOUND, "there is no such patient");
    }
    if (incident.closed()) {
      return Decision.refused(RefusalCode.INCIDENT_CLOSED, "the incident is closed");
    }
    Patient edited = edited(found.get(), command.details());
    return edited.equals(found.get())
        ? Decision.nothing()
        : new DraftList(incident.id(), moment).add(new PatientChanged(edited)).accepted();
  }

  private static Patient edited(Patient patient, PatientDetails details) {
    return new Patient(
        patient.id(),
        or(details.name(), patient.name()),
        Optional.ofNullable(details.sex()).orElse(patient.sex()),
        or(details.ageYears(), patient.ageYears()),
        or(details.tag(), patient.tag()),
        or(details.findings(), patient.findings()),
        or(details.outcome(), patient.outcome()));
  }

  private static <T> @Nullable T or(@Nullable T given, @Nullable T known) {
    return given == null ? known : given;
  }
}
