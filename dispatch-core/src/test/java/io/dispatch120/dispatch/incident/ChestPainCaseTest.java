package io.dispatch120.dispatch.incident;

import static io.dispatch120.dispatch.api.CaseMilestone.ECG_DIAGNOSIS;
import static io.dispatch120.dispatch.api.CaseMilestone.ECG_TRANSMITTED;
import static io.dispatch120.dispatch.api.CaseMilestone.FIRST_ECG;
import static io.dispatch120.dispatch.api.CaseMilestone.FIRST_MEDICAL_CONTACT;
import static io.dispatch120.dispatch.api.CaseMilestone.PRE_ALERT;
import static io.dispatch120.dispatch.api.CaseMilestone.SYMPTOM_ONSET;
import static io.dispatch120.dispatch.api.CaseMilestone.WIRE_CROSSING;
import static io.dispatch120.dispatch.incident.Given.MEIXIHU;
import static io.dispatch120.dispatch.incident.Given.calledFrom;
import static io.dispatch120.dispatch.incident.Given.tap;
import static io.dispatch120.dispatch.incident.Given.unit;
import static io.dispatch120.dispatch.incident.Given.unitAt;
import static io.dispatch120.dispatch.incident.Hospitals.TOWN;
import static io.dispatch120.dispatch.incident.Hospitals.XIANGYA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dispatch120.dispatch.alert.Alert;
import io.dispatch120.dispatch.alert.Alert.Audience;
import io.dispatch120.dispatch.api.AlertKind;
import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.CaseMilestone;
import io.dispatch120.dispatch.api.ChestPainCaseView;
import io.dispatch120.dispatch.api.ChestPainCaseView.IntervalState;
import io.dispatch120.dispatch.api.ChestPainCaseView.IntervalView;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.Command.RecordCaseMilestone;
import io.dispatch120.dispatch.api.Diagnosis;
import io.dispatch120.dispatch.api.EcgFile;
import io.dispatch120.dispatch.api.EcgId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.MilestoneSource;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.chestpain.ChestPainCase;
import io.dispatch120.dispatch.incident.ChestPainEvents.CaseMilestoneCorrected;
import io.dispatch120.dispatch.view.CaseViews;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChestPainCaseTest {
  private final DispatchScenario scenario =
      DispatchScenario.with(unit("A01"), unit("A02")).hospitals(Hospitals.book());
  private IncidentId incident;
  private PatientId patient;
  private AssignmentId assignment;

  @BeforeEach
  void aCrewComesToAPatientWithChestPain() {
    incident = calledFrom(scenario, MEIXIHU);
    patient = scenario.incident(incident).patients().get(0).id();
    scenario.does(new Command.OpenChestPain(patient, null, MilestoneSource.DISPATCH));
    assignment = unitAt(scenario, incident, "A01", Milestone.ON_SCENE);
  }

  private ChestPainCase theCase() {
    return scenario.incident(incident).findCase(patient).orElseThrow();
  }

  private ChestPainCaseView view() {
    return CaseViews.of(scenario.incident(incident), theCase(), scenario.now());
  }

  private Optional<IntervalView> interval(String name) {
    return view().intervals().stream().filter(i -> i.name().equals(name)).findFirst();
  }

  private RecordCaseMilestone at(CaseMilestone milestone, Instant at) {
    return new RecordCaseMilestone(patient, milestone, MilestoneSource.VOICE, at, null, null, null);
  }

  private RecordCaseMilestone now(CaseMilestone milestone) {
    return at(milestone, null);
  }

  private void diagnosed(Diagnosis diagnosis) {
    scenario.does(
        new Command.RecordDiagnosis(patient, diagnosis, MilestoneSource.CREW, null, null, null));
  }

  private EcgFile ecg(String sha256, Instant recordedAt) {
    return new EcgFile(
        new EcgId("ecg-" + sha256), "image", "image/png", null, sha256, 10, recordedAt, List.of());
  }

  @Test
  void countsFirstMedicalContactFromTheCrewsPatientContactNeverFromTheScene() {
    assertThat(view().milestones()).doesNotContainKey("first_medical_contact");

    scenario.passSeconds(45);
    Instant contact = scenario.now();
    scenario.does(tap(assignment, Milestone.PATIENT_CONTACT));

    assertThat(view().milestones().get("first_medical_contact").at()).isEqualTo(contact);
    assertThat(interval("first_medical_contact_to_first_ecg").orElseThrow().state())
        .isEqualTo(IntervalState.RUNNING);
  }

  @Test
  void whatAPersonSaysOfTheFirstContactStandsOverTheTap() {
    scenario.does(tap(assignment, Milestone.PATIENT_CONTACT));
    Instant atTheDesk = DispatchScenario.NOON.minus(Duration.ofMinutes(20));

    scenario.does(at(FIRST_MEDICAL_CONTACT, atTheDesk));

    assertThat(view().milestones().get("first_medical_contact").at()).isEqualTo(atTheDesk);
  }

  @Test
  void warnsDispatchersOfTheFirstEcgAtFourFifthsAndAtTheEnd() {
    scenario.does(tap(assignment, Milestone.PATIENT_CONTACT));
    scenario.passSeconds(479);
    assertThat(scenario.liveAlerts(incident)).doesNotContain(AlertKind.TARGET_WARNING);

    scenario.passSeconds(2);
    Alert warning = scenario.liveAlert(incident, AlertKind.TARGET_WARNING);
    assertThat(warning.subject()).isEqualTo(patient + "/first_medical_contact_to_first_ecg");
    assertThat(warning.audience()).isNull();
    assertThat(interval("first_medical_contact_to_first_ecg").orElseThrow().state())
        .isEqualTo(IntervalState.WARNING);

    scenario.passSeconds(120);
    assertThat(scenario.liveAlerts(incident))
        .contains(AlertKind.TARGET_BREACHED)
        .doesNotContain(AlertKind.TARGET_WARNING);
    assertThat(view().breaches()).containsExactly("first_medical_contact_to_first_ecg");

    scenario.does(now(FIRST_ECG));
    assertThat(scenario.liveAlerts(incident))
        .doesNotContain(AlertKind.TARGET_BREACHED, AlertKind.TARGET_WARNING);
    assertThat(interval("first_medical_contact_to_first_ecg").orElseThrow().state())
        .isEqualTo(IntervalState.BREACHED);
  }

  @Test
  void alertsAHospitalOfWhatOnlyItCanHurry() {
    scenario.does(tap(assignment, Milestone.PATIENT_CONTACT));
    scenario.does(now(FIRST_ECG));
    scenario.does(new Command.ChooseDestination(assignment, XIANGYA, null));
    diagnosed(Diagnosis.STEMI);
    scenario.does(now(CaseMilestone.CATH_LAB_ACTIVATED));

    scenario.passSeconds(25 * 60);

    Alert warning =
        scenario.incident(incident).alerts().stream()
            .filter(a -> a.live() && a.kind() == AlertKind.TARGET_WARNING)
            .findFirst()
            .orElseThrow();
    assertThat(warning.subject()).endsWith("cath_lab_activated_to_cath_lab_ready");
    assertThat(warning.audience()).isEqualTo(Audience.HOSPITAL);
    assertThat(warning.hospitalId()).isEqualTo(XIANGYA);
  }

  @Test
  void reperfusionClocksExistOnlyAfterAStemiAndCountBackFromTheFirstContact() {
    scenario.does(tap(assignment, Milestone.PATIENT_CONTACT));
    Instant contact = scenario.now();
    scenario.does(new Command.ChooseDestination(assignment, XIANGYA, null));
    scenario.passSeconds(300);
    diagnosed(Diagnosis.NSTEMI);
    assertThat(interval("first_medical_contact_to_wire_crossing")).isEmpty();

    diagnosed(Diagnosis.STEMI);

    IntervalView wire = interval("first_medical_contact_to_wire_crossing").orElseThrow();
    assertThat(wire.from()).isEqualTo(contact);
    assertThat(wire.targetSeconds()).isEqualTo(90 * 60);
    assertThat(interval("first_medical_contact_to_thrombolysis_start")).isEmpty();
    assertThat(interval("arrival_to_departure")).isEmpty();
  }

  @Test
  void aTransferHasTwoVisitsItsOwnTargetAndDoorInDoorOut() {
    scenario.does(tap(assignment, Milestone.PATIENT_CONTACT));
    scenario.does(new Command.ChooseDestination(assignment, TOWN, null));
    scenario.passSeconds(600);
    scenario.does(tap(assignment, Milestone.TRANSPORTING));
    scenario.passSeconds(600);
    Instant door = scenario.now();
    scenario.does(tap(assignment, Milestone.AT_HOSPITAL));
    scenario.does(tap(assignment, Milestone.CLEARED));
    AssignmentId second = unitAt(scenario, incident, "A02", Milestone.PATIENT_CONTACT);
    scenario.does(new Command.ChooseDestination(second, XIANGYA, null));
    diagnosed(Diagnosis.STEMI);
    scenario.passSeconds(25 * 60);
    scenario.does(tap(second, Milestone.TRANSPORTING));
    Instant out = scenario.now();
    scenario.passSeconds(1_800);
    scenario.does(tap(second, Milestone.AT_HOSPITAL));
    scenario.passSeconds(1_200);
    scenario.does(now(WIRE_CROSSING));

    assertThat(view().visits())
        .extracting(
            ChestPainCaseView.VisitView::hospitalId,
            ChestPainCaseView.VisitView::arrival,
            ChestPainCaseView.VisitView::departure)
        .containsExactly(tuple(TOWN, door, out), tuple(XIANGYA, out.plusSeconds(1_800), null));
    // 25 min in the first hospital; 600 + 600 + 1,500 + 1,800 + 1,200 s = 95 min of 120.
    assertThat(interval("arrival_to_departure").orElseThrow().seconds()).isEqualTo(1_500);
    IntervalView wire = interval("first_medical_contact_to_wire_crossing").orElseThrow();
    assertThat(wire.seconds()).isEqualTo(5_700);
    assertThat(wire.targetSeconds()).isEqualTo(7_200);
    assertThat(wire.state()).isEqualTo(IntervalState.MET);
    assertThat(interval("arrival_to_wire_crossing").orElseThrow().seconds()).isEqualTo(1_200);
  }

  @Test
  void aStepHasOneTimeUntilSomebodySaysAnotherAndTheJournalKeepsBoth() {
    scenario.does(now(CaseMilestone.ANTIPLATELET_LOADING));
    Instant first = scenario.now();
    scenario.passSeconds(60);

    assertThat(scenario.refuses(now(CaseMilestone.ANTIPLATELET_LOADING)))
        .isEqualTo(RefusalCode.MILESTONE_RECORDED);
    List<?> events = scenario.does(at(CaseMilestone.ANTIPLATELET_LOADING, first.minusSeconds(120)));

    assertThat(events)
        .singleElement()
        .isInstanceOfSatisfying(
            CaseMilestoneCorrected.class,
            corrected -> {
              assertThat(corrected.from()).isEqualTo(first);
              assertThat(corrected.to()).isEqualTo(first.minusSeconds(120));
            });
    assertThat(view().milestones().get("antiplatelet_loading").corrected()).isTrue();
  }

  @Test
  void takesStepsInAnyOrderAndSaysWhatDoesNotFit() {
    scenario.does(at(WIRE_CROSSING, scenario.now()));
    scenario.passSeconds(60);
    scenario.does(at(CaseMilestone.PUNCTURE, scenario.now()));

    assertThat(view().problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("out_of_order");
              assertThat(problem.milestones()).containsExactly("puncture", "wire_crossing");
            });
  }

  @Test
  void anIntervalThatEndsBeforeItBeginsIsIncompleteAndHasNoLength() {
    scenario.does(at(FIRST_ECG, scenario.now()));
    scenario.does(at(ECG_DIAGNOSIS, scenario.now().minusSeconds(300)));

    IntervalView interval = interval("first_ecg_to_ecg_diagnosis").orElseThrow();

    assertThat(interval.state()).isEqualTo(IntervalState.INCOMPLETE);
    assertThat(interval.seconds()).isNull();
  }

  @Test
  void timesMayPrecedeTheCallButNotBeOfAnotherDay() {
    Instant yesterday = DispatchScenario.NOON.minus(Duration.ofHours(20));
    scenario.does(at(FIRST_MEDICAL_CONTACT, yesterday));
    scenario.does(at(SYMPTOM_ONSET, DispatchScenario.NOON.minus(Duration.ofDays(5))));

    assertThat(scenario.refuses(at(FIRST_ECG, DispatchScenario.NOON.minus(Duration.ofHours(25)))))
        .isEqualTo(RefusalCode.INVALID_VALUE);
    assertThat(scenario.refuses(at(FIRST_ECG, scenario.now().plusSeconds(60))))
        .isEqualTo(RefusalCode.INVALID_VALUE);
    assertThat(interval("first_medical_contact_to_first_ecg").orElseThrow().state())
        .isEqualTo(IntervalState.BREACHED);
  }

  @Test
  void aWholeEcgIsTransmittedAndTellsWhenTheFirstWasAtTheLatest() {
    scenario.passSeconds(30);
    scenario.does(new Command.RecordEcg(patient, ecg("aa", null), MilestoneSource.CREW));

    assertThat(theCase().findTime(ECG_TRANSMITTED).orElseThrow().at()).isEqualTo(scenario.now());
    assertThat(theCase().findTime(FIRST_ECG).orElseThrow().source())
        .isEqualTo(MilestoneSource.SUGGESTED);

    // The crew knows better, and needs no time to say so.
    scenario.passSeconds(10);
    scenario.does(now(FIRST_ECG));
    assertThat(theCase().findTime(FIRST_ECG).orElseThrow().at()).isEqualTo(scenario.now());
  }

  @Test
  void theSameEcgAgainChangesNothingAndAWrongPatientsIsTakenBackWithItsSteps() {
    scenario.does(new Command.RecordEcg(patient, ecg("aa", null), MilestoneSource.CREW));
    assertThat(scenario.does(new Command.RecordEcg(patient, ecg("aa", null), MilestoneSource.CREW)))
        .isEmpty();

    scenario.does(
        new Command.WithdrawEcg(patient, new EcgId("ecg-aa"), new Personal("of the neighbour")));

    assertThat(theCase().findTime(ECG_TRANSMITTED)).isEmpty();
    assertThat(theCase().findTime(FIRST_ECG)).isEmpty();
    assertThat(view().ecgs()).isEmpty();
  }

  @Test
  void goesOnAfterTheIncidentIsClosedAndIsConcludedByItselfTwelveHoursLater() {
    scenario.does(tap(assignment, Milestone.PATIENT_CONTACT));
    scenario.does(tap(assignment, Milestone.CLEARED));
    scenario.does(Given.close(incident));
    assertThat(scenario.incident(incident).unsettled()).isTrue();
    scenario.does(now(CaseMilestone.CATH_LAB_ARRIVAL));

    scenario.pass(Duration.ofHours(11).plusMinutes(59));
    assertThat(theCase().concluded()).isFalse();
    scenario.pass(Duration.ofMinutes(2));

    assertThat(theCase().concluded()).isTrue();
    assertThat(scenario.deadlines(incident)).isEmpty();
    assertThat(interval("first_medical_contact_to_first_ecg").orElseThrow().state())
        .isEqualTo(IntervalState.INCOMPLETE);
    scenario.does(at(FIRST_ECG, scenario.now().minus(Duration.ofHours(12))));
  }

  @Test
  void opensOncePerPatientAndAddsTheOnset() {
    Instant onset = DispatchScenario.NOON.minusSeconds(3_600);
    scenario.does(new Command.OpenChestPain(patient, onset, MilestoneSource.CREW));
    scenario.does(new Command.OpenChestPain(patient, onset.minusSeconds(60), MilestoneSource.CREW));

    assertThat(scenario.incident(incident).cases()).hasSize(1);
    assertThat(theCase().findTime(SYMPTOM_ONSET).orElseThrow().at()).isEqualTo(onset);
    assertThat(view().milestones()).doesNotContainKey(PRE_ALERT.code());
  }

  @Test
  void isNotLostWhenItsCallIsLinked() {
    IncidentId other = calledFrom(scenario, MEIXIHU);
    PatientId second = scenario.incident(other).patients().get(0).id();
    scenario.does(new Command.OpenChestPain(second, null, MilestoneSource.DISPATCH));

    assertThat(
            scenario.refuses(new Command.LinkCall(Given.callOf(scenario, other), incident, true)))
        .isEqualTo(RefusalCode.INCIDENT_BUSY);
  }
}
