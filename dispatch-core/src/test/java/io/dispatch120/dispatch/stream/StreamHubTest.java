package io.dispatch120.dispatch.stream;

import static io.dispatch120.dispatch.node.QuietCenter.CENTER;
import static io.dispatch120.dispatch.node.QuietCenter.PLACE;
import static io.dispatch120.dispatch.node.QuietCenter.assign;
import static io.dispatch120.dispatch.node.QuietCenter.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.CallId;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.Duty;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.MessageSender;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.MilestoneSource;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.Priority;
import io.dispatch120.dispatch.api.Role;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.dispatch.api.StationId;
import io.dispatch120.dispatch.api.StreamHandle;
import io.dispatch120.dispatch.api.UnitPosition;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.node.QuietCenter;
import io.dispatch120.geo.api.LngLat;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StreamHubTest {
  private static final Duration BEAT = Duration.ofMillis(250);

  private final QuietCenter center = new QuietCenter();
  private final RecordingSink sink = new RecordingSink();

  private static SessionUser user(Role role, @Nullable String hospital, @Nullable String station) {
    return new SessionUser(
        "li",
        role,
        CENTER,
        null,
        hospital == null ? null : new HospitalId(hospital),
        station == null ? null : new StationId(station));
  }

  private Future<StreamHandle> open(Role role, OptionalLong since) {
    Future<StreamHandle> opened = center.node.open(user(role, null, "s1"), since, sink);
    center.time.settle();
    return opened;
  }

  private void openCrew(int unit, OptionalLong since) {
    center.center().streams().openCrew(unit(unit), since, sink);
    center.settle();
  }

  private IncidentId changed(IncidentId id, Priority priority) {
    center.does(new Command.ChangeDetails(id, null, null, null, null, priority, null, null));
    return id;
  }

  private Incident incident(IncidentId id) {
    return center.center().board().findIncident(id).orElseThrow();
  }

  private long head() {
    return center.center().board().seq();
  }

  @Test
  void eventsWhileASnapshotIsEncodedFollowItOnceAndInOrder() {
    IncidentId id = center.opened();
    open(Role.DISPATCHER, OptionalLong.empty());
    long at = head();
    changed(id, Priority.P3);
    changed(id, Priority.P2);
    assertThat(sink.frames).as("the snapshot is still being encoded").isEmpty();

    center.settle();
    changed(id, Priority.P4);

    assertThat(sink.of("snapshot")).hasSize(1);
    assertThat(sink.frames.get(0).getLong("seq")).isEqualTo(at);
    assertThat(sink.events()).isEqualTo(LongStream.rangeClosed(at + 1, head()).boxed().toList());
    assertThat(sink.last("event").getLong("prev")).isEqualTo(head() - 1);
  }

  @Test
  void goesOnWhereTheClientWas() {
    IncidentId id = center.opened();
    long since = head();
    changed(id, Priority.P3);

    open(Role.DISPATCHER, OptionalLong.of(since));

    assertThat(sink.of("snapshot")).isEmpty();
    assertThat(sink.events()).isEqualTo(LongStream.rangeClosed(since + 1, head()).boxed().toList());
    assertThat(sink.last("heartbeat").getLong("seq")).isEqualTo(head());
  }

  @Test
  void startsFromASnapshotWhenTheClientWasAwayTooLong() {
    center.opened();

    open(Role.DISPATCHER, OptionalLong.of(0));
    center.settle();

    assertThat(sink.frames.get(0).getString("type")).isEqualTo("snapshot");
  }

  @Test
  void catchesUpWithAClientThatHasSeenMore() {
    QuietCenter ahead = center.peer();
    ahead.opened();
    long since = ahead.center().board().seq();

    open(Role.DISPATCHER, OptionalLong.of(since));
    center.settle();

    assertThat(head()).isEqualTo(since);
    assertThat(sink.of("snapshot")).isEmpty();
    assertThat(sink.last("heartbeat").getLong("seq")).isEqualTo(since);
  }

  @Test
  void sharesASnapshotAmongThoseWhoComeTogetherOnly() {
    center.opened();
    open(Role.DISPATCHER, OptionalLong.empty());
    open(Role.SUPERVISOR, OptionalLong.empty());
    assertThat(center.work).as("encoded once").hasSize(1);
    center.settle();
    sink.frames.clear();

    center.time.pass(Duration.ofSeconds(30));
    open(Role.DISPATCHER, OptionalLong.empty());
    center.settle();

    assertThat(sink.last("snapshot").getJsonObject("board").getInstant("at"))
        .isEqualTo(center.time.instant());
  }

  @Test
  void hidesPeopleFromObservers() {
    open(Role.OBSERVER, OptionalLong.empty());
    center.settle();
    center.opened();

    assertThat(sink.frames.toString()).doesNotContain("13800001234");
    assertThat(sink.of("recommendation")).isEmpty();
    assertThat(sink.events()).isNotEmpty();
  }

  @Test
  void givesNoStreamToADeskThatIsNobodys() {
    for (SessionUser nobody :
        List.of(
            user(Role.STATION, null, null),
            user(Role.HOSPITAL, null, null),
            user(Role.CREW, null, null),
            user(Role.ADMIN, null, null))) {
      assertThat(center.node.open(nobody, OptionalLong.empty(), sink).failed()).isTrue();
    }
    center.settle();
    assertThat(sink.frames).isEmpty();
  }

  @Test
  void aStationSeesTheIncidentsOfItsUnits() {
    IncidentId others = center.opened();
    IncidentId own = center.opened();
    open(Role.STATION, OptionalLong.of(head()));
    center.settle();
    assertThat(sink.last("snapshot").getJsonObject("board").getJsonArray("incidents")).isEmpty();

    long start = head();
    changed(others, Priority.P3);
    center.does(assign(own, 1));
    changed(others, Priority.P4);
    changed(own, Priority.P2);

    assertThat(sink.events()).isNotEmpty();
    assertThat(sink.of("event"))
        .allSatisfy(
            event ->
                assertThat(event.getJsonObject("event").getString("incidentId"))
                    .isEqualTo(own.value()));
    chained(start);
  }

  @Test
  void aHospitalIsShownOnceMoreWhatStopsBeingItsOwn() {
    IncidentId id = center.opened();
    var assignment = center.does(assign(id, 1)).incident().orElseThrow().assignments().get(0).id();
    center.node.open(user(Role.HOSPITAL, "h1", null), OptionalLong.empty(), sink);
    center.settle();
    center.does(new Command.ChooseDestination(assignment, new HospitalId("h1"), null));
    assertThat(sink.events()).contains(head());

    center.does(new Command.ChooseDestination(assignment, new HospitalId("h2"), null));
    assertThat(sink.events()).as("once more").contains(head());
    changed(id, Priority.P3);

    assertThat(sink.events()).doesNotContain(head());
  }

  @Test
  void tellsAHospitalOfItsOwnCapacityNoticeOnly() {
    HospitalId own = new HospitalId("h1");
    HospitalId other = new HospitalId("h2");
    center.does(new Command.PostCapacityNotice(own, "满床", null));
    center.does(new Command.PostCapacityNotice(other, "满床", null));
    center.node.open(user(Role.HOSPITAL, "h1", null), OptionalLong.empty(), sink);
    center.settle();
    assertThat(
            sink.last("snapshot").getJsonObject("board").getJsonArray("hospitals").stream()
                .map(hospital -> ((JsonObject) hospital).getString("id")))
        .containsExactly("h1");

    center.does(new Command.LiftCapacityNotice(other));
    assertThat(sink.events()).doesNotContain(head());
    center.does(new Command.LiftCapacityNotice(own));
    assertThat(sink.events()).contains(head());
  }

  @Test
  void chainsTheEventsOfACrewAndSaysWhatItWorksOn() {
    IncidentId id = center.opened();
    openCrew(1, OptionalLong.empty());
    assertThat(sink.last("snapshot").getJsonObject("board").getValue("assignment")).isNull();
    long start = head();

    center.does(assign(id, 1));
    long assigned = head();
    changed(center.opened(), Priority.P3);
    changed(id, Priority.P3);

    chained(start);
    JsonObject last = sink.last("event");
    assertThat(last.getLong("seq")).isGreaterThan(assigned);
    assertThat(last.getJsonObject("assignment").getString("incidentId")).isEqualTo(id.value());
  }

  /** Each event names the one that was sent before it. */
  private void chained(long start) {
    long last = start;
    for (JsonObject event : sink.of("event")) {
      assertThat(event.getLong("prev")).isEqualTo(last);
      last = event.getLong("seq");
    }
  }

  @Test
  void nothingButItsEndTakesACrewsWorkOffItsScreen() {
    IncidentId first = center.opened();
    IncidentId second = center.opened();
    var ended = center.does(assign(first, 1)).incident().orElseThrow().assignments().get(0).id();
    center.does(new Command.CancelAssignment(ended, QuietCenter.call(false).phone()));
    openCrew(1, OptionalLong.empty());
    center.does(assign(second, 1));

    center.does(new Command.SetAvailability(unit(1), Duty.OFF_DUTY, null, null));
    center.does(new Command.ConfirmDelivery(ended, head()));

    assertThat(sink.of("event")).hasSizeGreaterThan(2);
    assertThat(sink.of("event"))
        .allSatisfy(
            event ->
                assertThat(event.getJsonObject("assignment").getString("incidentId"))
                    .isEqualTo(second.value()));
  }

  @Test
  void aCallersPageFollowsItsCallAndHearsOfNoAlerts() {
    IncidentId joined = center.opened();
    Incident own = center.does(QuietCenter.call(true)).incident().orElseThrow();
    CallId call = own.calls().get(0).id();
    String link = own.links().get(0).id();
    center.center().streams().openCaller(own, link, OptionalLong.empty(), sink);
    center.settle();

    center.does(new Command.LinkCall(call, joined, true));
    center.does(assign(joined, 2));
    assertThat(sink.last("event").getJsonObject("locator").getJsonArray("units")).hasSize(1);
    center.does(new Command.UnlinkCall(call));
    assertThat(sink.last("event").getJsonObject("locator").getJsonArray("units")).isEmpty();
    int frames = sink.of("event").size();
    changed(joined, Priority.P4);
    center.time.pass(Duration.ofSeconds(90));

    assertThat(incident(own.id()).alerts()).isNotEmpty();
    assertThat(sink.of("event")).hasSize(frames);
    assertThat(sink.frames.toString()).doesNotContain("13800001234");
  }

  private Incident watched() {
    Incident own = center.does(QuietCenter.call(true)).incident().orElseThrow();
    center.does(assign(own.id(), 1));
    watch(own, OptionalLong.empty());
    return own;
  }

  private void watch(Incident own, OptionalLong since) {
    center.center().streams().openCaller(own, own.links().get(0).id(), since, sink);
    center.settle();
  }

  @Test
  void tellsACallerEvery5sHowTheAmbulanceComesCloserAndNothingWhileItStands() {
    watched();
    center.time.pass(StreamHub.APPROACH);
    assertThat(sink.of("approach")).as("the snapshot has it").isEmpty();

    for (int i = 0; i < 5; i++) {
      movedTo(1, new LngLat(PLACE.lng() + 0.05 - 0.001 * i, PLACE.lat()));
      center.time.pass(Duration.ofSeconds(1));
    }
    center.time.pass(StreamHub.APPROACH);

    assertThat(sink.of("approach")).hasSize(1);
    JsonObject unit = sink.last("approach").getJsonArray("units").getJsonObject(0);
    assertThat(unit.fieldNames())
        .containsExactlyInAnyOrder("unitId", "status", "etaSeconds", "lng", "lat", "at");
    assertThat(unit.getString("unitId")).isEqualTo(unit(1).value());
    assertThat(unit.getDouble("etaSeconds")).isPositive();
    assertThat(unit.getDouble("lng")).isCloseTo(PLACE.lng() + 0.046, within(1e-6));
    center.time.pass(Duration.ofSeconds(20));
    assertThat(sink.of("approach")).as("nothing moved").hasSize(1);
  }

  @Test
  void doesNotKeepAnArrivalTimeThatHasBecomeGuesswork() {
    watched();
    movedTo(1, new LngLat(PLACE.lng() + 0.05, PLACE.lat()));
    center.time.pass(StreamHub.APPROACH);
    assertThat(sink.of("approach")).hasSize(1);

    center.time.pass(Duration.ofSeconds(70));

    assertThat(sink.of("approach")).hasSize(2);
    JsonObject unit = sink.last("approach").getJsonArray("units").getJsonObject(0);
    assertThat(unit.getValue("etaSeconds")).isNull();
    assertThat(unit.getDouble("lng")).isCloseTo(PLACE.lng() + 0.05, within(1e-6));
  }

  @Test
  void aCallerWhoComesBackIsToldAtOnceWhereTheAmbulanceIs() {
    Incident own = center.does(QuietCenter.call(true)).incident().orElseThrow();
    center.does(assign(own.id(), 1));
    movedTo(1, PLACE);

    watch(own, OptionalLong.of(head()));

    assertThat(sink.of("snapshot")).isEmpty();
    assertThat(sink.frames.get(0).getString("type")).isEqualTo("approach");
  }

  @Test
  void doesNotTellACallerWhereThePatientIsDriven() {
    Incident own = watched();
    movedTo(1, PLACE);
    center.time.pass(BEAT);
    assertThat(sink.last("positions").getJsonArray("units")).hasSize(1);
    AssignmentId id = incident(own.id()).assignments().get(0).id();

    center.does(
        new Command.RecordMilestone(
            id, Milestone.TRANSPORTING, MilestoneSource.VOICE, null, null, null));
    int frames = sink.of("positions").size();
    movedTo(1, new LngLat(PLACE.lng() + 0.02, PLACE.lat()));
    center.time.pass(StreamHub.APPROACH);

    assertThat(sink.of("positions")).hasSize(frames);
    assertThat(sink.of("approach")).isEmpty();
    JsonObject shown = sink.last("event").getJsonObject("locator");
    assertThat(shown.getJsonArray("units").getJsonObject(0).fieldNames())
        .containsExactlyInAnyOrder("unitId", "status");
  }

  @Test
  void tellsNobodyElseOfTheApproach() {
    IncidentId id = center.opened();
    center.does(assign(id, 1));
    openCrew(1, OptionalLong.empty());
    open(Role.DISPATCHER, OptionalLong.empty());
    movedTo(1, PLACE);
    center.time.pass(StreamHub.APPROACH);

    assertThat(sink.of("approach")).isEmpty();
  }

  @Test
  void showsACallerTheOwnWordsAndTheDispatchersOnly() {
    Incident own = watched();
    IncidentId id = own.id();
    Incident other = center.does(QuietCenter.call(true)).incident().orElseThrow();
    CallId stranger = other.calls().get(0).id();
    center.does(new Command.LinkCall(stranger, id, true));
    AssignmentId assignment = incident(id).assignments().get(0).id();
    center.does(message(id, MessageSender.CALLER, "我在北门", own.calls().get(0).id()));
    center.does(message(id, MessageSender.DISPATCHER, "车已出发", null));
    int frames = sink.of("event").size();

    center.does(message(id, MessageSender.CALLER, "陌生人的话", stranger));
    center.does(new Command.SendCrewMessage(assignment, new Personal("病人姓张")));

    assertThat(sink.of("event")).as("not even that there was one").hasSize(frames);
    changed(id, Priority.P3);
    assertThat(
            sink.last("event").getJsonObject("locator").getJsonArray("messages").stream()
                .map(m -> ((JsonObject) m).getString("text")))
        .containsExactly("我在北门", "车已出发");
    assertThat(sink.frames.toString()).doesNotContain("陌生人的话").doesNotContain("病人姓张");
    assertThat(incident(id).messages()).hasSize(4);
  }

  private static Command message(
      IncidentId id, MessageSender sender, String text, @Nullable CallId call) {
    return new Command.SendMessage(id, sender, new Personal(text), call);
  }

  @Test
  void givesASlowClientOnlyTheNewestPositionsOfAll() {
    open(Role.DISPATCHER, OptionalLong.empty());
    center.settle();
    moved(1);
    center.time.pass(BEAT);
    sink.queued = 33;
    moved(2);
    center.time.pass(BEAT);
    moved(3);
    center.time.pass(BEAT);
    int before = sink.of("positions").size();
    sink.queued = 0;
    center.time.pass(BEAT);

    assertThat(sink.of("positions")).hasSize(before + 1);
    assertThat(sink.last("positions").getJsonArray("units")).hasSize(3);
    center.time.pass(BEAT);
    assertThat(sink.of("positions")).as("nothing moved").hasSize(before + 1);
  }

  private void moved(int unit) {
    movedTo(unit, PLACE);
  }

  private void movedTo(int unit, LngLat place) {
    center
        .center()
        .reportPositions(
            List.of(new UnitPosition(unit(unit), place, center.time.instant(), null, null, null)));
    center.time.settle();
  }

  @Test
  void dropsSocketsThatAreGone() {
    Future<StreamHandle> handle = open(Role.DISPATCHER, OptionalLong.empty());
    center.settle();
    RecordingSink other = new RecordingSink();
    center.center().streams().openCrew(unit(1), OptionalLong.empty(), other);
    center.settle();
    assertThat(center.center().streams().size()).isEqualTo(2);

    other.gone = true;
    center.time.pass(Duration.ofSeconds(5));
    assertThat(center.center().streams().size()).isEqualTo(1);
    handle.result().close();
    handle.result().close();
    center.settle();

    assertThat(center.center().streams().size()).isZero();
    int frames = sink.frames.size();
    center.opened();
    assertThat(sink.frames).hasSize(frames);
  }

  @Test
  void saysWhetherTheDatabaseIsThere() {
    open(Role.DISPATCHER, OptionalLong.empty());
    center.settle();
    center.center().streams().storage(false);
    assertThat(sink.last("heartbeat").getString("storage")).isEqualTo("unavailable");

    center.center().streams().storage(true);

    assertThat(sink.last("heartbeat").getString("storage")).isEqualTo("available");
  }
}
