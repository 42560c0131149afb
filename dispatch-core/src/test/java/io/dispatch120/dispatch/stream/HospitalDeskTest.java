package io.dispatch120.dispatch.stream;

import static io.dispatch120.dispatch.node.QuietCenter.PLACE;
import static io.dispatch120.dispatch.node.QuietCenter.assign;
import static io.dispatch120.dispatch.node.QuietCenter.unit;
import static io.dispatch120.dispatch.stream.TwoHospitals.OTHER;
import static io.dispatch120.dispatch.stream.TwoHospitals.OWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.MilestoneSource;
import io.dispatch120.dispatch.api.Outcome;
import io.dispatch120.dispatch.api.PatientDetails;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.PreAlertKind;
import io.dispatch120.dispatch.api.Priority;
import io.dispatch120.dispatch.api.Sex;
import io.dispatch120.dispatch.api.UnitPosition;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.node.QuietCenter;
import io.dispatch120.geo.api.LngLat;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HospitalDeskTest {
  private final QuietCenter center = TwoHospitals.center();
  private final RecordingSink sink = new RecordingSink();

  private void open() {
    TwoHospitals.open(center, OWN, sink);
  }

  private Incident incident(IncidentId id) {
    return center.center().board().findIncident(id).orElseThrow();
  }

  private PatientId patient(IncidentId id) {
    return incident(id).patients().get(0).id();
  }

  private Command warn(PatientId patient, HospitalId hospital) {
    return new Command.SendPreAlert(patient, hospital, PreAlertKind.STROKE, null, null, null);
  }

  private JsonArray shown() {
    return sink.last("snapshot").getJsonObject("board").getJsonArray("incidents");
  }

  private long head() {
    return center.center().board().seq();
  }

  private void changed(IncidentId id, Priority priority) {
    center.does(new Command.ChangeDetails(id, null, null, null, null, priority, null, null));
  }

  @Test
  void seesWhomItHasBeenToldOfAndNobodyElse() {
    IncidentId own = center.opened();
    IncidentId others = center.opened();
    center.does(warn(patient(others), OTHER));
    open();
    assertThat(shown()).isEmpty();

    center.does(warn(patient(own), OWN));
    long told = head();
    changed(others, Priority.P3);
    center.does(assign(others, 2));

    assertThat(sink.events()).isNotEmpty().allMatch(seq -> seq <= told);
    assertThat(sink.frames.toString()).doesNotContain(others.value());
    JsonObject last = sink.last("event").getJsonArray("incidents").getJsonObject(0);
    assertThat(last.getString("id")).isEqualTo(own.value());
  }

  @Test
  void isShownOnceMoreWhoGoesElsewhere() {
    IncidentId id = center.opened();
    center.does(assign(id, 1));
    center.does(warn(patient(id), OWN));
    open();
    assertThat(shown()).hasSize(1);

    center.does(warn(patient(id), OTHER));
    assertThat(sink.events()).as("once more").isNotEmpty();
    int frames = sink.of("event").size();
    changed(id, Priority.P3);

    assertThat(sink.of("event")).hasSize(frames);
  }

  @Test
  void isNotToldOfAnotherHospitalsPatientOfTheSameIncident() {
    IncidentId id = center.opened();
    center.does(
        new Command.AddPatient(id, new PatientDetails(null, Sex.FEMALE, 29, null, null, null)));
    PatientId own = patient(id);
    PatientId stranger = incident(id).patients().get(1).id();
    center.does(warn(own, OWN));
    open();
    JsonObject board = shown().getJsonObject(0);
    assertThat(board.getJsonArray("patients")).hasSize(1);
    int frames = sink.of("event").size();

    center.does(new Command.OpenChestPain(stranger, null, MilestoneSource.DISPATCH));
    center.does(warn(stranger, OTHER));
    assertThat(sink.of("event")).as("about somebody else").hasSize(frames);
    changed(id, Priority.P2);

    JsonObject frame = sink.last("event").getJsonArray("incidents").getJsonObject(0);
    assertThat(frame.getJsonArray("patients")).hasSize(1);
    assertThat(frame.getJsonArray("cases")).isEmpty();
    assertThat(sink.frames.toString()).doesNotContain(stranger.value());
  }

  @Test
  void keepsACaseThatGoesOnAfterTheIncidentIsClosed() {
    IncidentId id = center.opened();
    PatientId patient = patient(id);
    AssignmentId assignment =
        center.does(assign(id, 1)).incident().orElseThrow().assignments().get(0).id();
    center.does(new Command.OpenChestPain(patient, null, MilestoneSource.CREW));
    center.does(new Command.ChooseDestination(assignment, OWN, null));
    for (Milestone next :
        List.of(
            Milestone.PATIENT_CONTACT,
            Milestone.AT_HOSPITAL,
            Milestone.HANDED_OVER,
            Milestone.CLEARED)) {
      center.does(
          new Command.RecordMilestone(assignment, next, MilestoneSource.VOICE, null, null, null));
    }
    center.does(new Command.CloseIncident(id, Outcome.TRANSPORTED, null));
    open();
    assertThat(shown()).hasSize(1);
    assertThat(shown().getJsonObject(0).getString("closedAt")).isNotNull();

    center.does(new Command.ConcludeChestPain(patient));
    assertThat(sink.of("event")).as("its end is shown").hasSize(1);
    sink.frames.clear();
    open();

    assertThat(shown()).isEmpty();
  }

  @Test
  void tellsHowAPatientComesCloserOnlyWhenItChanges() {
    IncidentId id = center.opened();
    AssignmentId assignment =
        center.does(assign(id, 1)).incident().orElseThrow().assignments().get(0).id();
    center.does(new Command.ChooseDestination(assignment, OWN, null));
    movedTo(PLACE);
    open();
    assertThat(eta()).as("nobody knows how long they stay there").isNull();

    center.does(
        new Command.RecordMilestone(
            assignment, Milestone.TRANSPORTING, MilestoneSource.VOICE, null, null, null));
    movedTo(PLACE);
    center.time.pass(StreamHub.APPROACH);
    double far = eta();
    int frames = sink.of("inbound").size();
    center.time.pass(StreamHub.APPROACH.multipliedBy(2));
    assertThat(sink.of("inbound")).as("nothing moved").hasSize(frames);
    movedTo(new LngLat(PLACE.lng() + 0.03, PLACE.lat()));
    center.time.pass(StreamHub.APPROACH);

    assertThat(eta()).isPositive().isLessThan(far);
    center.time.pass(Duration.ofSeconds(70));
    assertThat(eta()).as("no position of the last minute").isNull();
    center.does(
        new Command.RecordMilestone(
            assignment, Milestone.AT_HOSPITAL, MilestoneSource.VOICE, null, null, null));
    center.time.pass(StreamHub.APPROACH);
    assertThat(sink.last("inbound").getJsonArray("patients")).as("is there").isEmpty();
  }

  @Test
  void countsFromTheSceneWhileTheUnitIsThereWhetherItsPhoneFindsItselfOrNot() {
    IncidentId id = center.opened();
    AssignmentId assignment =
        center.does(assign(id, 1)).incident().orElseThrow().assignments().get(0).id();
    center.does(new Command.ChooseDestination(assignment, OWN, null));
    center.does(
        new Command.RecordMilestone(
            assignment, Milestone.ON_SCENE, MilestoneSource.VOICE, null, null, null));
    center.time.pass(Duration.ofMinutes(10));
    open();

    assertThat(eta()).isPositive();
  }

  private Double eta() {
    JsonObject patient = sink.last("inbound").getJsonArray("patients").getJsonObject(0);
    assertThat(patient.getString("unitId")).isEqualTo(unit(1).value());
    return patient.getDouble("etaSeconds");
  }

  private void movedTo(LngLat place) {
    center.time.pass(Duration.ofSeconds(200));
    center
        .center()
        .reportPositions(
            List.of(new UnitPosition(unit(1), place, center.time.instant(), null, null, null)));
    center.time.settle();
  }

  @Test
  void hasItsUnitsOnly() {
    IncidentId id = center.opened();
    AssignmentId assignment =
        center.does(assign(id, 1)).incident().orElseThrow().assignments().get(0).id();
    center.does(assign(id, 2));
    center.does(new Command.ChooseDestination(assignment, OWN, null));
    open();

    JsonObject board = sink.last("snapshot").getJsonObject("board");
    assertThat(board.getJsonArray("units")).hasSize(1);
    assertThat(board.getJsonArray("units").getJsonObject(0).getString("id"))
        .isEqualTo(unit(1).value());
    assertThat(board.getJsonArray("alerts")).isEmpty();
  }
}
