package io.dispatch120.dispatch.incident;

import static io.dispatch120.dispatch.incident.Given.MEIXIHU;
import static io.dispatch120.dispatch.incident.Given.calledFrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.Actor;
import io.dispatch120.dispatch.api.Capability;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.Complaint;
import io.dispatch120.dispatch.api.DispatchEvent;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.Outcome;
import io.dispatch120.dispatch.api.PatientDetails;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Priority;
import io.dispatch120.dispatch.api.ProposalId;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.api.Stamp;
import io.dispatch120.dispatch.api.TriageResult;
import io.dispatch120.dispatch.incident.TriageEvents.TriageRecorded;
import io.dispatch120.dispatch.triage.CardApprovals;
import io.dispatch120.dispatch.triage.CardEvent.CardApproved;
import io.dispatch120.dispatch.triage.CardEvent.CardProposed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriageDecisionsTest {
  private static final Instant NOON = DispatchScenario.NOON;

  private final DispatchScenario scenario = DispatchScenario.with();
  private IncidentId incident;

  @BeforeEach
  void call() {
    incident = calledFrom(scenario, MEIXIHU);
    scenario.cards = inForce();
  }

  private static CardApprovals inForce() {
    Stamp stamp = new Stamp(1, NOON, NOON, new Actor("admin", "li"));
    ProposalId id = new ProposalId("p1");
    return CardApprovals.NONE
        .with(new CardProposed(id, "chest_pain", 2, "sha", "王医师", NOON), stamp)
        .with(
            new CardApproved(id, "chest_pain"),
            new Stamp(2, NOON, NOON, new Actor("supervisor", "wu")));
  }

  private static TriageResult result(
      String card, int version, String sha256, Priority priority, Map<String, String> answers) {
    return new TriageResult(
        card,
        version,
        sha256,
        answers,
        "rule",
        Complaint.CHEST_PAIN,
        priority,
        Set.of(Capability.ALS),
        List.of(),
        true,
        false,
        null,
        List.of());
  }

  private Command triage(Priority priority, String answer, @Nullable PatientId patient) {
    return new Command.RecordTriage(
        incident, patient, result("chest_pain", 2, "sha", priority, Map.of("conscious", answer)));
  }

  private List<String> types(Command command) {
    return scenario.does(command).stream().map(DispatchEvent::type).toList();
  }

  private Details details() {
    return scenario.incident(incident).details();
  }

  private void set(@Nullable Priority priority, @Nullable Complaint complaint) {
    scenario.does(
        new Command.ChangeDetails(incident, null, null, null, complaint, priority, null, null));
  }

  @ParameterizedTest(name = "{0} version {1} ({2}): {3}")
  @CsvSource({
    "chest_pain, 2, sha, yes",
    "chest_pain, 1, sha, card_version",
    "chest_pain, 3, sha, card_version",
    "chest_pain, 2, other, card_not_in_force",
    "stroke, 2, sha, card_not_in_force",
  })
  void takesAnswersOnlyToTheCardThatIsInForce(
      String card, int version, String sha256, String expected) {
    Command command =
        new Command.RecordTriage(
            incident, null, result(card, version, sha256, Priority.P2, Map.of()));

    assertThat(
            scenario
                .tries(command)
                .map(code -> code.name().toLowerCase(java.util.Locale.ROOT))
                .orElse("yes"))
        .isEqualTo(expected);
  }

  @Test
  void setsPriorityAndTheComplaintThatWasMissing() {
    assertThat(types(triage(Priority.P2, "yes", null)))
        .containsExactly(
            "triage_recorded", "priority_changed", "incident_details_changed", "chest_pain_opened");

    assertThat(scenario.incident(incident).cases())
        .as("the card opens the case of the patient it was answered for")
        .singleElement()
        .satisfies(
            c ->
                assertThat(c.patientId())
                    .isEqualTo(scenario.incident(incident).patients().get(0).id()));
    assertThat(details().priority()).isEqualTo(Priority.P2);
    assertThat(details().complaint()).isEqualTo(Complaint.CHEST_PAIN);
  }

  @Test
  void leavesAComplaintThatSomebodyChoseAndTheVersionOfTheDetails() {
    set(null, Complaint.BREATHING);
    int version = details().version();

    assertThat(types(triage(Priority.P1, "no", null)))
        .containsExactly("triage_recorded", "priority_changed", "chest_pain_opened");
    assertThat(details().complaint()).isEqualTo(Complaint.BREATHING);
    assertThat(details().version()).as("a form that is open stays good").isEqualTo(version);
  }

  @Test
  void aDispatchersPriorityStandsUntilTheCardComesToAnotherOne() {
    scenario.does(triage(Priority.P2, "yes", null));
    set(Priority.P1, null);

    assertThat(types(triage(Priority.P2, "unknown", null))).containsExactly("triage_recorded");
    assertThat(details().priority()).isEqualTo(Priority.P1);

    assertThat(types(triage(Priority.P3, "no", null)))
        .containsExactly("triage_recorded", "priority_changed");
    assertThat(details().priority()).isEqualTo(Priority.P3);
  }

  @Test
  void theNewestAnswersCountAndTheSameOnesChangeNothing() {
    scenario.does(triage(Priority.P2, "yes", null));
    scenario.does(triage(Priority.P2, "no", null));

    assertThat(scenario.does(triage(Priority.P2, "no", null))).isEmpty();
    assertThat(scenario.incident(incident).currentTriages())
        .extracting(triage -> triage.result().answers().get("conscious"))
        .containsExactly("no");
  }

  @Test
  void aSecondPatientNeverMakesTheIncidentLessUrgent() {
    set(null, Complaint.CHEST_PAIN);
    scenario.does(
        new Command.AddPatient(incident, new PatientDetails(null, null, null, null, null, null)));
    PatientId second = scenario.incident(incident).patients().get(1).id();
    scenario.does(triage(Priority.P1, "no", null));

    assertThat(types(triage(Priority.P3, "yes", second)))
        .containsExactly("triage_recorded", "chest_pain_opened");
    assertThat(details().priority()).isEqualTo(Priority.P1);
    assertThat(scenario.incident(incident).currentTriages()).hasSize(2);

    assertThat(types(triage(Priority.P4, "yes", null)))
        .as("now the second patient is the most urgent")
        .containsExactly("triage_recorded", "priority_changed");
    assertThat(details().priority()).isEqualTo(Priority.P3);
  }

  @Test
  void refusesAnUnknownPatientAndAClosedIncident() {
    assertThat(scenario.refuses(triage(Priority.P2, "yes", new PatientId("nobody"))))
        .isEqualTo(RefusalCode.NOT_FOUND);

    scenario.does(new Command.CloseIncident(incident, Outcome.FALSE_CALL, null));
    assertThat(scenario.refuses(triage(Priority.P2, "yes", null)))
        .isEqualTo(RefusalCode.INCIDENT_CLOSED);
  }

  @Test
  void keepsWhatWasSaidWhole() {
    List<DispatchEvent> events = scenario.does(triage(Priority.P2, "yes", null));

    assertThat(((TriageRecorded) events.get(0)).result())
        .isEqualTo(result("chest_pain", 2, "sha", Priority.P2, Map.of("conscious", "yes")));
  }
}
