package io.dispatch120.dispatch.incident;

import static io.dispatch120.dispatch.incident.Given.MEIXIHU;
import static io.dispatch120.dispatch.incident.Given.calledFrom;
import static io.dispatch120.dispatch.incident.Given.tap;
import static io.dispatch120.dispatch.incident.Given.unit;
import static io.dispatch120.dispatch.incident.Given.unitAt;
import static io.dispatch120.dispatch.incident.Hospitals.SILENT;
import static io.dispatch120.dispatch.incident.Hospitals.TOWN;
import static io.dispatch120.dispatch.incident.Hospitals.XIANGYA;
import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.AlertKind;
import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.Diagnosis;
import io.dispatch120.dispatch.api.EscalationAnswer;
import io.dispatch120.dispatch.api.EscalationId;
import io.dispatch120.dispatch.api.EscalationState;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.MilestoneSource;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.PreAlertKind;
import io.dispatch120.dispatch.api.PreAlertState;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.hospital.PreAlert;
import io.dispatch120.dispatch.view.HospitalSight;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a pre-alert that nobody answered, or that was refused, when things change. */
class PreAlertCalledOffTest {
  private final DispatchScenario scenario =
      DispatchScenario.with(unit("A01"), unit("A02")).hospitals(Hospitals.book());
  private IncidentId incident;
  private PatientId patient;
  private AssignmentId assignment;

  @BeforeEach
  void aCrewIsWithAPatientWithChestPain() {
    incident = calledFrom(scenario, MEIXIHU);
    patient = scenario.incident(incident).patients().get(0).id();
    assignment = unitAt(scenario, incident, "A01", Milestone.PATIENT_CONTACT);
    scenario.does(new Command.OpenChestPain(patient, null, MilestoneSource.CREW));
  }

  private void warned(HospitalId hospital, PreAlertKind kind) {
    scenario.does(new Command.SendPreAlert(patient, hospital, kind, null, null, null));
  }

  private EscalationId exhausted(PreAlertKind kind) {
    warned(TOWN, kind);
    EscalationId asked = first().findPending().orElseThrow().id();
    scenario.passSeconds(61);
    assertThat(first().state()).isEqualTo(PreAlertState.EXHAUSTED);
    assertThat(scenario.liveAlerts(incident)).contains(AlertKind.ESCALATION_EXHAUSTED);
    return asked;
  }

  private EscalationId refused(PreAlertKind kind) {
    warned(TOWN, kind);
    EscalationId asked = first().findPending().orElseThrow().id();
    scenario.does(answer(asked, EscalationAnswer.CANNOT_ACCEPT));
    assertThat(scenario.liveAlerts(incident)).contains(AlertKind.PRE_ALERT_REFUSED);
    return asked;
  }

  private static Command answer(EscalationId escalation, EscalationAnswer answer) {
    return new Command.AnswerEscalation(escalation, answer, null, null, MilestoneSource.HOSPITAL);
  }

  private void bound(HospitalId hospital) {
    scenario.does(new Command.ChooseDestination(assignment, hospital, null));
  }

  private void diagnosed(Diagnosis diagnosis) {
    scenario.does(
        new Command.RecordDiagnosis(patient, diagnosis, MilestoneSource.CREW, null, null, null));
  }

  private PreAlert first() {
    return scenario.incident(incident).preAlerts().get(0);
  }

  private boolean sees(HospitalId hospital) {
    return HospitalSight.of(scenario.incident(incident), hospital).sees(patient);
  }

  private void isOver(EscalationId asked) {
    assertThat(first().state()).isEqualTo(PreAlertState.CANCELLED);
    assertThat(sees(TOWN)).as("the hospital sees the patient").isFalse();
    assertThat(scenario.liveAlerts(incident))
        .doesNotContain(AlertKind.ESCALATION_EXHAUSTED, AlertKind.PRE_ALERT_REFUSED);
    assertThat(scenario.refuses(answer(asked, EscalationAnswer.ACCEPTED)))
        .isEqualTo(RefusalCode.ESCALATION_CANCELLED);
  }

  @Test
  void anotherDestinationEndsOneThatNobodyAnswered() {
    EscalationId asked = exhausted(PreAlertKind.STROKE);

    bound(XIANGYA);

    isOver(asked);
    assertThat(first().escalations().get(0).state()).isEqualTo(EscalationState.EXHAUSTED);
  }

  @Test
  void warningAnotherHospitalEndsOneThatNobodyAnswered() {
    EscalationId asked = exhausted(PreAlertKind.TRAUMA);

    warned(XIANGYA, PreAlertKind.TRAUMA);

    isOver(asked);
  }

  @Test
  void warningAnotherHospitalBeforeAUnitIsSentEndsOneThatNobodyAnswered() {
    scenario.does(Given.cancel(assignment));
    EscalationId asked = exhausted(PreAlertKind.CHEST_PAIN);

    warned(XIANGYA, PreAlertKind.CHEST_PAIN);

    isOver(asked);
  }

  @Test
  void callingAStemiOffEndsOneThatNobodyAnswered() {
    diagnosed(Diagnosis.STEMI);
    exhausted(PreAlertKind.CHEST_PAIN);

    diagnosed(Diagnosis.NSTEMI);

    assertThat(first().state()).isEqualTo(PreAlertState.CANCELLED);
    assertThat(scenario.liveAlerts(incident)).doesNotContain(AlertKind.ESCALATION_EXHAUSTED);
  }

  @Test
  void arrivalEndsOneThatNobodyAnsweredAndTheHospitalKeepsThePatient() {
    EscalationId asked = exhausted(PreAlertKind.STROKE);

    scenario.does(tap(assignment, Milestone.AT_HOSPITAL));

    assertThat(first().state()).isEqualTo(PreAlertState.CANCELLED);
    assertThat(sees(TOWN)).isTrue();
    assertThat(scenario.refuses(answer(asked, EscalationAnswer.ACCEPTED)))
        .isEqualTo(RefusalCode.ESCALATION_CANCELLED);
  }

  @Test
  void aHospitalThatNamesNobodyIsRidOfItTooWhenAnotherIsChosen() {
    warned(SILENT, PreAlertKind.STROKE);
    bound(XIANGYA);

    assertThat(first().state()).isEqualTo(PreAlertState.CANCELLED);
    assertThat(sees(SILENT)).isFalse();
  }

  @Test
  void oneThatNobodyAnsweredCanBeWithdrawn() {
    EscalationId asked = exhausted(PreAlertKind.STROKE);

    scenario.does(new Command.CancelPreAlert(patient, TOWN, new Personal("better already")));

    assertThat(first().state()).isEqualTo(PreAlertState.CANCELLED);
    assertThat(scenario.refuses(answer(asked, EscalationAnswer.ACCEPTED)))
        .isEqualTo(RefusalCode.ESCALATION_CANCELLED);
  }

  @Test
  void aHospitalThatRefusedSeesThePatientUntilAnotherIsChosen() {
    EscalationId asked = refused(PreAlertKind.STROKE);
    assertThat(first().state()).isEqualTo(PreAlertState.REFUSED);
    assertThat(sees(TOWN)).as("nobody else takes the patient yet").isTrue();

    bound(XIANGYA);

    isOver(asked);
    assertThat(first().findAnswer().orElseThrow().answer())
        .as("what it said stays")
        .isEqualTo(EscalationAnswer.CANNOT_ACCEPT);
  }

  @Test
  void aHospitalThatRefusedIsAskedAnewWhenThePatientComesAfterAll() {
    bound(TOWN);
    diagnosed(Diagnosis.STEMI);
    scenario.does(answer(first().findPending().orElseThrow().id(), EscalationAnswer.CANNOT_ACCEPT));
    bound(XIANGYA);

    bound(TOWN);

    List<PreAlert> all = scenario.incident(incident).preAlerts();
    assertThat(all).extracting(PreAlert::hospitalId).containsExactly(TOWN, XIANGYA, TOWN);
    assertThat(all.get(2).waiting()).isTrue();
  }
}
