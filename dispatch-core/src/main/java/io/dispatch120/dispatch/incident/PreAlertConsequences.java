package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.api.CaseMilestone;
import io.dispatch120.dispatch.api.Command.SendPreAlert;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.PreAlertKind;
import io.dispatch120.dispatch.assignment.Assignment;
import io.dispatch120.dispatch.chestpain.ChestPainCase;
import io.dispatch120.dispatch.hospital.HospitalBook;
import io.dispatch120.dispatch.hospital.PreAlert;
import io.dispatch120.dispatch.incident.PreAlertEvents.CancelCause;
import io.dispatch120.dispatch.incident.PreAlertEvents.PreAlertCancelled;
import java.util.Optional;

/**
 * What follows for hospitals from a decision: a STEMI on its way is told to its destination, and a
 * hospital that is no longer the destination is told no more.
 */
final class PreAlertConsequences {
  private PreAlertConsequences() {}

  static void add(DraftList drafts, Incident after, Scene scene, Moment moment) {
    for (PreAlert preAlert : after.preAlerts()) {
      if (preAlert.cancellable()) {
        cause(after, preAlert)
            .ifPresent(c -> drafts.add(new PreAlertCancelled(preAlert.id(), c, null)));
      }
    }
    if (after.closed()) {
      return;
    }
    for (ChestPainCase c : after.cases()) {
      CasePatients.destination(after, c.patientId())
          .filter(hospital -> toBeTold(after, c, hospital))
          .flatMap(scene.around().hospitals()::find)
          .ifPresent(hospital -> drafts.add(stemi(hospital, c, moment)));
    }
  }

  private static IncidentEvent stemi(HospitalBook.Entry hospital, ChestPainCase c, Moment moment) {
    return PreAlertDecisions.sent(
        hospital,
        new SendPreAlert(c.patientId(), hospital.id(), PreAlertKind.CHEST_PAIN, null, null, null),
        Optional.of(c),
        moment);
  }

  private static boolean toBeTold(Incident after, ChestPainCase c, HospitalId hospital) {
    return c.stemi()
        && !c.concluded()
        && !CaseReading.of(after, c).arrived(hospital)
        && !PreAlertDecisions.asked(after, c.patientId(), hospital);
  }

  /**
   * Why the hospital has nothing more to do with it. One that nobody answered goes on being asked,
   * and one that refused goes on seeing the patient, until another hospital is chosen.
   */
  private static Optional<CancelCause> cause(Incident after, PreAlert preAlert) {
    PatientId patient = preAlert.patientId();
    Optional<ChestPainCase> c = after.findCase(patient);
    boolean calledOff =
        preAlert.kind() == PreAlertKind.CHEST_PAIN
            && c.flatMap(known -> known.findTime(CaseMilestone.ACTIVATION_CANCELLED))
                .filter(time -> time.seq() > preAlert.sentSeq())
                .isPresent();
    if (calledOff) {
      return Optional.of(CancelCause.ACTIVATION_CANCELLED);
    }
    Optional<HospitalId> bound = CasePatients.bound(after, patient);
    if (bound.filter(d -> !d.equals(preAlert.hospitalId())).isPresent()) {
      return Optional.of(CancelCause.DESTINATION_CHANGED);
    }
    return preAlert.answerable() && arrived(after, preAlert)
        ? Optional.of(CancelCause.ARRIVED)
        : Optional.empty();
  }

  static boolean arrived(Incident after, PreAlert preAlert) {
    boolean byUnit =
        CasePatients.assignments(after, preAlert.patientId()).stream()
            .filter(a -> preAlert.hospitalId().equals(a.destination()))
            .anyMatch(PreAlertConsequences::there);
    return byUnit
        || after
            .findCase(preAlert.patientId())
            .filter(c -> CaseReading.of(after, c).arrived(preAlert.hospitalId()))
            .isPresent();
  }

  private static boolean there(Assignment assignment) {
    return assignment.reached(Milestone.AT_HOSPITAL);
  }
}
