package io.dispatch120.dispatch.stream;

import static io.dispatch120.dispatch.node.QuietCenter.PLACE;
import static io.dispatch120.dispatch.node.QuietCenter.assign;
import static io.dispatch120.dispatch.node.QuietCenter.call;
import static io.dispatch120.dispatch.node.QuietCenter.unit;
import static io.dispatch120.dispatch.stream.TwoHospitals.OTHER;
import static io.dispatch120.dispatch.stream.TwoHospitals.OTHERS_PHONE;
import static io.dispatch120.dispatch.stream.TwoHospitals.OWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.CallId;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.Diagnosis;
import io.dispatch120.dispatch.api.EscalationAnswer;
import io.dispatch120.dispatch.api.FixSource;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.LocationReport;
import io.dispatch120.dispatch.api.MessageSender;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.MilestoneSource;
import io.dispatch120.dispatch.api.PatientDetails;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.PreAlertKind;
import io.dispatch120.dispatch.api.Priority;
import io.dispatch120.dispatch.api.Sex;
import io.dispatch120.dispatch.hospital.PreAlert;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.node.QuietCenter;
import io.dispatch120.geo.api.Datum;
import io.dispatch120.geo.api.LngLat;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An incident with two patients, one of them this hospital's: what is told, and what never is. */
class HospitalDeskShareTest {
  private static final String CALLER = "13800001234";
  private static final String WORDS = "对面三楼王家";

  private final QuietCenter center = TwoHospitals.center();
  private final RecordingSink sink = new RecordingSink();
  private IncidentId id;
  private PatientId own;
  private PatientId stranger;
  private AssignmentId first;
  private AssignmentId second;

  @BeforeEach
  void twoPatientsAndAUnitForEach() {
    id = center.opened();
    center.does(
        new Command.AddPatient(
            id, new PatientDetails(new Personal("李四"), Sex.FEMALE, 29, null, null, null)));
    own = incident().patients().get(0).id();
    stranger = incident().patients().get(1).id();
    first = center.does(assign(id, 1)).incident().orElseThrow().assignments().get(0).id();
    second = center.does(assign(id, 2)).incident().orElseThrow().assignments().get(1).id();
    reaches(first, Milestone.TRANSPORTING);
    reaches(second, Milestone.TRANSPORTING);
    bound(first, OWN);
    bound(second, OTHER);
    TwoHospitals.open(center, OWN, sink);
  }

  private Incident incident() {
    return center.center().board().findIncident(id).orElseThrow();
  }

  private void bound(AssignmentId assignment, HospitalId hospital) {
    center.does(new Command.ChooseDestination(assignment, hospital, new Personal(WORDS)));
  }

  private void reaches(AssignmentId assignment, Milestone milestone) {
    center.does(
        new Command.RecordMilestone(
            assignment, milestone, MilestoneSource.VOICE, null, null, null));
  }

  private void warn(PatientId patient, HospitalId hospital) {
    center.does(
        new Command.SendPreAlert(
            patient, hospital, PreAlertKind.CHEST_PAIN, null, null, new Personal(WORDS)));
  }

  private void opensCase(PatientId patient) {
    center.does(new Command.OpenChestPain(patient, null, MilestoneSource.CREW));
  }

  private void answer(HospitalId hospital, EscalationAnswer answer) {
    PreAlert asked =
        incident().preAlerts().stream()
            .filter(p -> p.hospitalId().equals(hospital))
            .reduce((one, last) -> last)
            .orElseThrow();
    center.does(
        new Command.AnswerEscalation(
            asked.escalations().get(0).id(),
            answer,
            new Personal(WORDS),
            null,
            MilestoneSource.HOSPITAL));
  }

  private CallId rings(boolean samePatient) {
    CallId call = center.does(call(false)).incident().orElseThrow().calls().get(0).id();
    center.does(new Command.LinkCall(call, id, samePatient));
    return call;
  }

  private void located(double east, FixSource source) {
    LngLat place = new LngLat(PLACE.lng() + east, PLACE.lat());
    center.does(
        new Command.ReportLocation(
            id, new LocationReport(place, null, source, Datum.WGS84, null), null));
  }

  private void described(String address, Priority priority) {
    center.does(
        new Command.ChangeDetails(
            id,
            null,
            new Personal(address),
            new Personal(address),
            null,
            priority,
            new Personal(address),
            null));
  }

  private List<String> types() {
    return sink.of("event").stream()
        .map(f -> f.getJsonObject("event").getString("type"))
        .collect(Collectors.toList());
  }

  private List<JsonObject> told(String type) {
    return sink.of("event").stream()
        .map(f -> f.getJsonObject("event"))
        .filter(e -> e.getString("type").equals(type))
        .toList();
  }

  @Test
  void isNotToldWhatDispatchersCallersAndCrewsSayToEachOther() {
    center.does(new Command.SendMessage(id, MessageSender.DISPATCHER, new Personal(WORDS)));
    center.does(new Command.SendCrewMessage(second, new Personal(WORDS)));
    center.does(new Command.SendLocatorLink(id));
    rings(true);
    located(0.2, FixSource.CELL);

    assertThat(types()).isEmpty();
    assertThat(sink.frames.toString()).doesNotContain(CALLER, WORDS);
  }

  @Test
  void isNotToldOfAUnitThatHasAnotherPatient() {
    reaches(second, Milestone.AT_HOSPITAL);
    reaches(second, Milestone.HANDED_OVER);
    reaches(second, Milestone.CLEARED);
    opensCase(stranger);
    center.does(
        new Command.ChangePatient(
            stranger, new PatientDetails(new Personal("李四"), null, 30, null, null, null)));

    assertThat(types()).isEmpty();
    assertThat(sink.frames.toString())
        .doesNotContain("李四", stranger.value(), second.value(), unit(2).value());
  }

  @Test
  void isToldWholeWhatItsOwnPatientAndUnitDo() {
    opensCase(own);
    reaches(first, Milestone.AT_HOSPITAL);

    assertThat(types()).containsExactly("chest_pain_opened", "hospital_reached");
    assertThat(told("chest_pain_opened").get(0).getJsonObject("data").getString("patientId"))
        .isEqualTo(own.value());
    assertThat(told("hospital_reached").get(0).getString("unitId")).isEqualTo(unit(1).value());
  }

  @Test
  void isToldBareThatTheIncidentChanged() {
    described(WORDS, Priority.P2);
    located(0.01, FixSource.CONFIRMED);

    assertThat(told("priority_changed")).hasSize(1);
    assertThat(told("location_confirmed")).hasSize(1);
    assertThat(sink.of("event"))
        .allMatch(f -> f.getJsonObject("event").getJsonObject("data").isEmpty());
    JsonObject shown = sink.last("event").getJsonArray("incidents").getJsonObject(0);
    assertThat(shown.getString("priority")).isEqualTo("p2");
    assertThat(shown.getJsonObject("position").getDouble("lng")).isEqualTo(PLACE.lng() + 0.01);
    assertThat(sink.frames.toString()).doesNotContain(WORDS, CALLER);
  }

  @Test
  void whoTakesThePatientOnIsTheirBusiness() {
    opensCase(own);
    warn(own, OWN);
    answer(OWN, EscalationAnswer.ACCEPTED);
    reaches(first, Milestone.AT_HOSPITAL);
    reaches(first, Milestone.HANDED_OVER);
    reaches(first, Milestone.CLEARED);
    warn(own, OTHER);
    center.time.pass(Duration.ofSeconds(65));
    center.settle();
    answer(OTHER, EscalationAnswer.ACCEPTED);

    JsonObject shown = sink.last("event").getJsonArray("incidents").getJsonObject(0);
    assertThat(hospitals(shown.getJsonArray("preAlerts"))).containsOnly("h1");
    JsonObject pathway = shown.getJsonArray("cases").getJsonObject(0);
    assertThat(hospitals(pathway.getJsonArray("preAlerts"))).containsOnly("h1");
    assertThat(hospitals(pathway.getJsonArray("escalations"))).containsOnly("h1");
    assertThat(pathway.getJsonObject("milestones").containsKey("pre_alert_accepted")).isTrue();
    assertThat(sink.frames.toString()).doesNotContain(OTHERS_PHONE);
    assertThat(told("escalated")).as("their ladder").isEmpty();
    // It changed when the patient was taken for good: that is told, and not who said so.
    assertThat(told("pre_alert_answered")).hasSize(2);
    assertThat(told("pre_alert_answered").get(1).getJsonObject("data").isEmpty()).isTrue();
    assertThat(told("pre_alert_answered").get(1).getString("actor")).isEqualTo("dispatcher");
  }

  private static List<String> hospitals(JsonArray of) {
    return of.stream().map(o -> ((JsonObject) o).getString("hospitalId")).toList();
  }

  /** What is not told must not be missing: the client has what a fresh snapshot has. */
  @Test
  void theClientIsUpToDateWhateverIsLeftOut() {
    opensCase(own);
    opensCase(stranger);
    isUpToDate("cases");
    described(WORDS, Priority.P3);
    located(0.02, FixSource.CELL);
    located(0.01, FixSource.CONFIRMED);
    isUpToDate("the place");
    CallId call = rings(false);
    isUpToDate("one patient more");
    center.does(new Command.UnlinkCall(call));
    isUpToDate("one patient less");
    center.does(new Command.WithdrawMilestone(second, Milestone.TRANSPORTING));
    isUpToDate("nobody carries the other patient");
    reaches(second, Milestone.TRANSPORTING);
    isUpToDate("somebody does");
    center.does(
        new Command.RecordDiagnosis(own, Diagnosis.STEMI, MilestoneSource.CREW, null, null, null));
    isUpToDate("asked");
    center.time.pass(Duration.ofSeconds(65));
    center.settle();
    isUpToDate("the next level");
    warn(stranger, OTHER);
    answer(OTHER, EscalationAnswer.CANNOT_ACCEPT);
    bound(second, OWN);
    isUpToDate("both come here");
    bound(second, OTHER);
    isUpToDate("one goes elsewhere");
    center.does(new Command.CancelAssignment(second, new Personal(WORDS)));
    reaches(first, Milestone.AT_HOSPITAL);
    isUpToDate("is here");
    bound(first, OTHER);
    isUpToDate("is taken away");
  }

  private void isUpToDate(String after) {
    center.settle();
    RecordingSink fresh = new RecordingSink();
    TwoHospitals.open(center, OWN, fresh);
    assertThat(shownTo(sink)).as(after).isEqualTo(shownTo(fresh));
    long last = sink.last("snapshot").getLong("seq");
    for (JsonObject frame : sink.of("event")) {
      assertThat(frame.getLong("prev")).isEqualTo(last);
      last = frame.getLong("seq");
    }
  }

  /** As a client does: views replace each other, and what shows no patient is taken off. */
  private static Map<String, JsonObject> shownTo(RecordingSink sink) {
    Map<String, JsonObject> shown = new HashMap<>();
    JsonArray first = sink.last("snapshot").getJsonObject("board").getJsonArray("incidents");
    first.forEach(i -> take(shown, (JsonObject) i));
    for (JsonObject frame : sink.of("event")) {
      frame.getJsonArray("incidents").forEach(i -> take(shown, (JsonObject) i));
    }
    return shown;
  }

  private static void take(Map<String, JsonObject> shown, JsonObject incident) {
    JsonObject view = incident.copy();
    view.remove("seq");
    view.getJsonArray("cases").forEach(c -> ((JsonObject) c).remove("seq"));
    if (view.getJsonArray("patients").isEmpty()) {
      shown.remove(view.getString("id"));
    } else {
      shown.put(view.getString("id"), view);
    }
  }
}
