package io.dispatch120.dispatch.node;

import static io.dispatch120.dispatch.node.QuietCenter.CENTER;
import static io.dispatch120.dispatch.node.QuietCenter.unit;
import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.ClosureCause;
import io.dispatch120.dispatch.api.ClosureId;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.Line;
import io.dispatch120.dispatch.api.Role;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.dispatch.api.StationId;
import io.dispatch120.dispatch.api.UnitPosition;
import io.dispatch120.dispatch.command.CommandResult;
import io.dispatch120.dispatch.journal.JournalEntry;
import io.dispatch120.dispatch.road.BridgeRoads;
import io.dispatch120.dispatch.stream.RecordingSink;
import io.dispatch120.geo.api.LngLat;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Road closures on a node: in use at once, told to consoles, over by themselves. */
class RoadClosuresTest {
  private final BridgeRoads roads = new BridgeRoads();
  private final QuietCenter center = new QuietCenter(roads);
  private final RecordingSink sink = new RecordingSink();

  private static Command.CloseRoad close(@Nullable Instant until) {
    return new Command.CloseRoad(
        BridgeRoads.CLOSES_IT,
        ClosureCause.FLOODED,
        "积水 40 cm",
        until,
        List.of(new Line(roadsOf())));
  }

  private static List<LngLat> roadsOf() {
    return new BridgeRoads().closedBy(BridgeRoads.CLOSES_IT).get(0);
  }

  private void open(Role role) {
    StationId station = role == Role.STATION ? new StationId("s1") : null;
    SessionUser user = new SessionUser("li", role, CENTER, null, null, station);
    center.node.open(user, OptionalLong.empty(), sink);
    center.settle();
  }

  private List<JournalEntry> roadEntries() {
    return center.storage.journal().read(CENTER, 0, 1_000).result().stream()
        .filter(entry -> entry.event().type().startsWith("road_"))
        .toList();
  }

  private ClosureId only() {
    return center.center().board().roads().all().get(0).id();
  }

  @Test
  void startsWithTheHourOfTheCentre() {
    assertThat(roads.used).hasSize(1);
    assertThat(roads.used.get(0).local()).isEqualTo(LocalDateTime.parse("2026-11-22T12:00:00"));
    assertThat(roads.used.get(0).closures()).isEmpty();

    center.time.pass(Duration.ofMinutes(1));
    center.settle();

    assertThat(roads.used.get(1).local()).isEqualTo(LocalDateTime.parse("2026-11-22T12:01:00"));
  }

  @Test
  void theProposalThatFollowsAClosureAvoidsIt() {
    // Unit 1 is over the river, the nearest by road; the others are too, far behind.
    LngLat overTheRiver = new LngLat(BridgeRoads.RIVER_LNG + 0.005, 28.2);
    LngLat onThisSide = new LngLat(112.8, 28.2);
    place(1, overTheRiver);
    place(2, onThisSide);
    place(3, onThisSide);
    open(Role.DISPATCHER);
    center.opened();
    center.settle();
    assertThat(proposal().getString("unitId")).isEqualTo(unit(1).value());
    assertThat(proposal().getString("method")).isEqualTo("road");
    sink.frames.clear();

    center.does(close(null));
    center.settle();

    assertThat(proposal().getString("unitId")).isEqualTo(unit(2).value());
    JsonObject last =
        sink.last("recommendation")
            .getJsonObject("recommendation")
            .getJsonArray("units")
            .getJsonObject(2);
    assertThat(last.getString("unitId")).isEqualTo(unit(1).value());
    assertThat(last.getString("method")).isEqualTo("straight_line");
    assertThat(last.getJsonArray("reasons").getList()).contains("no_road_found");
    JsonObject event = sink.last("event").getJsonObject("event");
    assertThat(event.getString("type")).isEqualTo("road_closed");
    JsonObject data = event.getJsonObject("data");
    assertThat(data.getString("form")).isEqualTo("point");
    assertThat(data.getString("cause")).isEqualTo("flooded");
    assertThat(data.getString("closedBy")).isEqualTo("li");
    assertThat(data.getJsonArray("roads").encode()).isEqualTo("[[[112.945,28.2],[112.955,28.2]]]");
    assertThat(data.getJsonArray("points").encode()).isEqualTo("[{\"lng\":112.95,\"lat\":28.2}]");

    center.does(new Command.OpenRoad(only()));
    center.settle();

    assertThat(proposal().getString("unitId")).isEqualTo(unit(1).value());
    assertThat(sink.last("event").getJsonObject("event").getJsonObject("data").fieldNames())
        .containsExactly("id");
  }

  private JsonObject proposal() {
    return sink.last("recommendation")
        .getJsonObject("recommendation")
        .getJsonArray("units")
        .getJsonObject(0);
  }

  private void place(int unit, LngLat where) {
    center
        .center()
        .reportPositions(
            List.of(new UnitPosition(unit(unit), where, center.time.instant(), 0.0, null, null)));
    center.settle();
  }

  @Test
  void onlyConsolesAreToldOfRoads() {
    open(Role.STATION);
    RecordingSink crew = new RecordingSink();
    center.center().streams().openCrew(unit(1), OptionalLong.empty(), crew);
    center.settle();
    assertThat(sink.last("snapshot").getJsonObject("board").getJsonArray("roadClosures")).isEmpty();
    sink.frames.clear();
    crew.frames.clear();

    center.does(close(null));
    center.settle();

    assertThat(sink.of("event")).isEmpty();
    assertThat(crew.of("event")).isEmpty();
    open(Role.OBSERVER);
    assertThat(sink.last("snapshot").getJsonObject("board").getJsonArray("roadClosures"))
        .hasSize(1);
  }

  @Test
  void aClosureWithAnEndOpensOnceWhicheverNodeSeesItFirst() {
    BridgeRoads others = new BridgeRoads();
    QuietCenter peer = center.peer(others);
    center.does(close(center.time.instant().plusSeconds(90)));
    center.settle();

    center.time.pass(Duration.ofSeconds(89));
    settleBoth(peer);
    assertThat(others.used.get(others.used.size() - 1).closures()).as("the peer").hasSize(1);
    assertThat(roadEntries()).hasSize(1);

    center.time.pass(Duration.ofSeconds(5));
    settleBoth(peer);

    assertThat(roadEntries()).extracting(e -> e.event().type()).endsWith("road_opened");
    assertThat(roadEntries()).hasSize(2);
    assertThat(roadEntries().get(1).actor()).hasToString("system:timer");
    assertThat(peer.center().board().roads()).isEqualTo(center.center().board().roads());
    assertThat(others.used.get(others.used.size() - 1).closures()).isEmpty();
    assertThat(roads.used.get(roads.used.size() - 1).closures()).isEmpty();
  }

  private void settleBoth(QuietCenter peer) {
    center.settle();
    peer.settle();
    center.settle();
  }

  @Test
  void aNodeThatStartsClosesWhatIsClosedBeforeItServes() {
    center.does(close(null));
    BridgeRoads later = new BridgeRoads();

    QuietCenter peer = center.peer(later);

    assertThat(later.used).hasSize(1);
    assertThat(later.used.get(0).closures()).containsExactly(BridgeRoads.CLOSES_IT);
    assertThat(peer.center().board().roads()).isEqualTo(center.center().board().roads());
  }

  @Test
  void whoeverWaitsForARoadToBeClosedIsAnsweredWhenItIs() {
    center.does(close(null));
    Future<Void> used = center.center().roads().inUse();
    center.time.settle();
    assertThat(used.isComplete()).as("the worker has not begun").isFalse();

    center.settle();

    assertThat(used.succeeded()).isTrue();
    assertThat(roads.used.get(roads.used.size() - 1).closures()).hasSize(1);
  }

  @Test
  void nobodyWaitsLongerThanIsReasonable() {
    center.does(close(null));
    Future<Void> used = center.center().roads().inUse();

    center.time.pass(Duration.ofSeconds(5));

    assertThat(used.succeeded()).isTrue();
  }

  @Test
  void openingTwiceIsRefused() {
    center.does(close(null));
    ClosureId id = only();
    center.does(new Command.OpenRoad(id));

    assertThat(center.answer(QuietCenter.request(new Command.OpenRoad(id))))
        .isInstanceOf(CommandResult.Refused.class);
    assertThat(roadEntries()).hasSize(2);
  }
}
