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
import static org.assertj.core.api.Assertions.tuple;

import io.dispatch120.dispatch.api.AlertKind;
import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.CaseMilestone;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.Diagnosis;
import io.dispatch120.dispatch.api.EscalationAnswer;
import io.dispatch120.dispatch.api.EscalationId;
import io.dispatch120.dispatch.api.EscalationState;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.MilestoneSource;
import io.dispatch120.dispatch.api.PageState;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.PreAlertKind;
import io.dispatch120.dispatch.api.PreAlertState;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.api.Strategy;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.hospital.Escalation;
import io.dispatch120.dispatch.hospital.PreAlert;
import io.dispatch120.dispatch.incident.PreAlertEvents.CancelCause;
import io.dispatch120.dispatch.incident.PreAlertEvents.Escalated;
import io.dispatch120.dispatch.incident.PreAlertEvents.PreAlertCancelled;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PreAlertTest {
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

  private void diagnosed(Diagnosis diagnosis) {
    scenario.does(
        new Command.RecordDiagnosis(patient, diagnosis, MilestoneSource.CREW, null, null, null));
  }

  private void bound(HospitalId hospital) {
    scenario.does(new Command.ChooseDestination(assignment, hospital, null));
  }

  private void warned(HospitalId hospital) {
    scenario.does(
        new Command.SendPreAlert(patient, hospital, PreAlertKind.CHEST_PAIN, null, null, null));
  }

  private Command answer(EscalationId escalation, EscalationAnswer answer) {
    return new Command.AnswerEscalation(escalation, answer, null, null, MilestoneSource.HOSPITAL);
  }

  private List<PreAlert> preAlerts() {
    return scenario.incident(incident).preAlerts();
  }

  private PreAlert only() {
    assertThat(preAlerts()).hasSize(1);
    return preAlerts().get(0);
  }

  private Escalation pending() {
    return preAlerts().get(preAlerts().size() - 1).findPending().orElseThrow();
  }

  private List<EscalationState> states() {
    return only().escalations().stream().map(Escalation::state).toList();
  }

  @Test
  void tellsTheDestinationOfAStemiAtOnceWithTheLabAndTheCardiologist() {
    bound(XIANGYA);
    diagnosed(Diagnosis.STEMI);

    assertThat(only().hospitalId()).isEqualTo(XIANGYA);
    assertThat(only().strategy()).isEqualTo(Strategy.PRIMARY_PCI);
    assertThat(pending().rung().level()).isEqualTo(1);
    assertThat(pending().rung().together()).containsExactly(Hospitals.LAB, Hospitals.CARDIOLOGIST);
    assertThat(pending().pages()).extracting(Escalation.Page::recipient).containsExactly(1, 2);
    assertThat(scenario.liveAlerts(incident)).doesNotContain(AlertKind.DESTINATION_NEEDED);
  }

  @Test
  void asksForADestinationWhenThereIsNoneAndTellsItOnceItIsChosen() {
    diagnosed(Diagnosis.STEMI);
    assertThat(preAlerts()).isEmpty();
    assertThat(scenario.liveAlert(incident, AlertKind.DESTINATION_NEEDED).patientId())
        .isEqualTo(patient);

    bound(XIANGYA);

    assertThat(only().hospitalId()).isEqualTo(XIANGYA);
    assertThat(scenario.liveAlerts(incident)).doesNotContain(AlertKind.DESTINATION_NEEDED);
  }

  @Test
  void tellsLevelAfterLevelEachWithItsFullMinuteAndAlarmsWhenNobodyIsLeft() {
    bound(XIANGYA);
    diagnosed(Diagnosis.STEMI);
    scenario.passSeconds(59);
    assertThat(states()).containsExactly(EscalationState.PENDING);

    scenario.passSeconds(2);
    assertThat(states()).containsExactly(EscalationState.ESCALATED, EscalationState.PENDING);
    scenario.passSeconds(58);
    assertThat(only().escalations()).hasSize(2);
    scenario.passSeconds(3);
    assertThat(pending().rung().level()).isEqualTo(3);
    assertThat(scenario.liveAlert(incident, AlertKind.ESCALATION_CALL_DUE).hospitalId())
        .isEqualTo(XIANGYA);
    assertThat(scenario.liveAlerts(incident)).doesNotContain(AlertKind.ESCALATION_EXHAUSTED);

    scenario.passSeconds(61);
    assertThat(only().state()).isEqualTo(PreAlertState.EXHAUSTED);
    assertThat(states())
        .containsExactly(
            EscalationState.ESCALATED, EscalationState.ESCALATED, EscalationState.EXHAUSTED);
    assertThat(scenario.liveAlert(incident, AlertKind.ESCALATION_EXHAUSTED).tier()).isEqualTo(1);
    assertThat(scenario.liveAlerts(incident)).doesNotContain(AlertKind.ESCALATION_CALL_DUE);
  }

  @Test
  void theFirstAnswerWinsAndTheSecondIsToldWhoWasFirst() {
    bound(XIANGYA);
    diagnosed(Diagnosis.STEMI);
    EscalationId first = pending().id();
    scenario.as("nurse-wang").does(answer(first, EscalationAnswer.ACCEPTED));

    Decision second = scenario.decide(answer(first, EscalationAnswer.CANNOT_ACCEPT));

    assertThat(second)
        .isInstanceOfSatisfying(
            Decision.Refused.class,
            refused -> {
              assertThat(refused.refusal().code()).isEqualTo(RefusalCode.ALREADY_ANSWERED);
              assertThat(refused.refusal().detail()).contains("nurse-wang").contains("accepted");
            });
    assertThat(only().state()).isEqualTo(PreAlertState.ACCEPTED);
    assertThat(only().escalations().get(0).pages())
        .extracting(Escalation.Page::state)
        .containsOnly(PageState.DROPPED);
    scenario.passSeconds(600);
    assertThat(only().escalations()).hasSize(1);
  }

  @Test
  void takesALateYesOfALevelThatWasPassedOver() {
    bound(XIANGYA);
    diagnosed(Diagnosis.STEMI);
    EscalationId first = pending().id();
    scenario.passSeconds(61);

    scenario.does(answer(first, EscalationAnswer.ACCEPTED));

    assertThat(states()).containsExactly(EscalationState.ACCEPTED, EscalationState.CANCELLED);
    assertThat(only().state()).isEqualTo(PreAlertState.ACCEPTED);
  }

  @Test
  void takesAYesEvenAfterEveryLevelWasToldInVainAndClearsTheAlarm() {
    warned(TOWN);
    EscalationId only = pending().id();
    scenario.passSeconds(61);
    assertThat(scenario.liveAlerts(incident)).contains(AlertKind.ESCALATION_EXHAUSTED);

    scenario.does(answer(only, EscalationAnswer.ACCEPTED));

    assertThat(only().state()).isEqualTo(PreAlertState.ACCEPTED);
    assertThat(scenario.liveAlerts(incident)).doesNotContain(AlertKind.ESCALATION_EXHAUSTED);
  }

  @Test
  void aRefusalStopsTheLadderAndAsksForAnotherHospital() {
    warned(XIANGYA);
    scenario.does(answer(pending().id(), EscalationAnswer.CANNOT_ACCEPT));
    assertThat(scenario.liveAlert(incident, AlertKind.PRE_ALERT_REFUSED).tier()).isEqualTo(1);
    scenario.passSeconds(600);
    assertThat(only().escalations()).hasSize(1);

    warned(TOWN);

    assertThat(scenario.liveAlerts(incident)).doesNotContain(AlertKind.PRE_ALERT_REFUSED);
    assertThat(scenario.assignment(assignment).destination()).isEqualTo(TOWN);
  }

  @Test
  void changingTheDestinationCallsTheEarlierPreAlertOffAndTellsTheNewOne() {
    bound(XIANGYA);
    diagnosed(Diagnosis.STEMI);
    EscalationId earlier = pending().id();

    List<?> events = scenario.does(new Command.ChooseDestination(assignment, TOWN, null));

    assertThat(events)
        .filteredOn(PreAlertCancelled.class::isInstance)
        .singleElement()
        .extracting("cause")
        .isEqualTo(CancelCause.DESTINATION_CHANGED);
    assertThat(preAlerts())
        .extracting(PreAlert::hospitalId, PreAlert::state)
        .containsExactly(
            tuple(XIANGYA, PreAlertState.CANCELLED), tuple(TOWN, PreAlertState.WAITING));
    assertThat(scenario.refuses(answer(earlier, EscalationAnswer.ACCEPTED)))
        .isEqualTo(RefusalCode.ESCALATION_CANCELLED);
    assertThat(scenario.incident(incident).cases().get(0).strategy())
        .isEqualTo(Strategy.THROMBOLYSIS_THEN_TRANSFER);
  }

  @Test
  void aHospitalThatNamesNobodyIsExhaustedAtOnce() {
    warned(SILENT);

    assertThat(only().state()).isEqualTo(PreAlertState.EXHAUSTED);
    assertThat(scenario.liveAlert(incident, AlertKind.ESCALATION_EXHAUSTED).hospitalId())
        .isEqualTo(SILENT);
  }

  @Test
  void isNotSentTwiceToTheSameHospital() {
    warned(XIANGYA);
    warned(XIANGYA);
    diagnosed(Diagnosis.STEMI);

    assertThat(only().escalations()).hasSize(1);
  }

  @Test
  void aDiagnosisThatIsTakenBackCallsItOffAndStemiAgainTellsAgain() {
    bound(XIANGYA);
    diagnosed(Diagnosis.STEMI);
    scenario.does(answer(pending().id(), EscalationAnswer.ACCEPTED));

    diagnosed(Diagnosis.NSTEMI);

    assertThat(only().state()).isEqualTo(PreAlertState.CANCELLED);
    assertThat(scenario.incident(incident).cases().get(0).milestones())
        .containsKey(CaseMilestone.ACTIVATION_CANCELLED);

    diagnosed(Diagnosis.STEMI);

    assertThat(preAlerts()).hasSize(2);
    assertThat(pending().rung().level()).isEqualTo(1);
  }

  @Test
  void arrivalEndsTheAskingAndKeepsAnAcceptance() {
    warned(XIANGYA);
    scenario.does(tap(assignment, Milestone.AT_HOSPITAL));

    assertThat(only().state()).isEqualTo(PreAlertState.CANCELLED);
    assertThat(scenario.liveAlerts(incident)).doesNotContain(AlertKind.ESCALATION_EXHAUSTED);
  }

  @Test
  void asksTheSecondHospitalOfATransferWhileTheUnitIsStillAtTheFirst() {
    diagnosed(Diagnosis.STEMI);
    warned(TOWN);
    scenario.does(tap(assignment, Milestone.AT_HOSPITAL));

    warned(XIANGYA);

    assertThat(pending().rung().level()).isEqualTo(1);
    assertThat(preAlerts()).extracting(PreAlert::hospitalId).containsExactly(TOWN, XIANGYA);
    assertThat(scenario.incident(incident).findAssignment(assignment).orElseThrow().destination())
        .as("where it brought the patient")
        .isEqualTo(TOWN);

    AssignmentId transfer = unitAt(scenario, incident, "A02", Milestone.PATIENT_CONTACT);
    scenario.does(new Command.ChooseDestination(transfer, XIANGYA, null));
    assertThat(pending().rung().level()).isEqualTo(1);
    scenario.does(tap(transfer, Milestone.AT_HOSPITAL));
    assertThat(preAlerts()).extracting(PreAlert::state).containsOnly(PreAlertState.CANCELLED);
  }

  @Test
  void anIncidentIsNotClosedWhileAHospitalIsAsked() {
    warned(XIANGYA);
    scenario.does(Given.cancel(assignment));

    assertThat(scenario.refuses(Given.close(incident))).isEqualTo(RefusalCode.INCIDENT_BUSY);

    scenario.does(new Command.CancelPreAlert(patient, XIANGYA, new Personal("stays at home")));
    scenario.does(Given.close(incident));
  }

  @Test
  void warnsOfAStrokeWithoutACaseAndWithoutTheLab() {
    scenario.does(
        new Command.SendPreAlert(patient, XIANGYA, PreAlertKind.STROKE, null, null, null));

    assertThat(only().kind()).isEqualTo(PreAlertKind.STROKE);
    assertThat(pending().rung().together()).isEmpty();
    assertThat(only().strategy()).isNull();
  }

  @Test
  void aMessageThatCannotBeDeliveredRaisesAnAlertUntilSomebodyAnswers() {
    bound(XIANGYA);
    diagnosed(Diagnosis.STEMI);
    EscalationId told = pending().id();
    scenario.does(new Command.SettlePage(told, 1, null));
    assertThat(scenario.liveAlerts(incident)).doesNotContain(AlertKind.PAGE_FAILED);

    scenario.does(new Command.SettlePage(told, 2, "gateway says 400"));
    assertThat(scenario.liveAlerts(incident)).contains(AlertKind.PAGE_FAILED);
    assertThat(scenario.does(new Command.SettlePage(told, 2, null))).isEmpty();

    scenario.does(answer(told, EscalationAnswer.ACCEPTED));
    assertThat(scenario.liveAlerts(incident)).doesNotContain(AlertKind.PAGE_FAILED);
  }

  @Test
  void escalatesByADeadlineThatWasDuringAnOutageOnlyOneLevel() {
    bound(XIANGYA);
    diagnosed(Diagnosis.STEMI);

    // Ten minutes without anybody to fire it: the row is due, and fires once when they are back.
    List<?> events = scenario.firesLate(Duration.ofMinutes(10), pending().id().value());

    assertThat(events).filteredOn(Escalated.class::isInstance).hasSize(1);
    assertThat(pending().rung().level()).isEqualTo(2);
    scenario.passSeconds(59);
    assertThat(pending().rung().level()).isEqualTo(2);
  }

  @Test
  void refusesWhatAForeignCrewAsks() {
    assertThat(
            scenario.refusesFor(
                new UnitId("A02"),
                new Command.RecordDiagnosis(
                    patient, Diagnosis.STEMI, MilestoneSource.CREW, null, null, null)))
        .isEqualTo(RefusalCode.NOT_FOUND);
  }
}
