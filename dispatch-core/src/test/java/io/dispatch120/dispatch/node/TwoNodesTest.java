package io.dispatch120.dispatch.node;

import static io.dispatch120.dispatch.journal.StorageContract.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.adapter.cluster.VertxLoop;
import io.dispatch120.dispatch.adapter.postgres.JournalVerifier;
import io.dispatch120.dispatch.adapter.postgres.PostgresPorts;
import io.dispatch120.dispatch.adapter.postgres.TestDatabase;
import io.dispatch120.dispatch.api.Actor;
import io.dispatch120.dispatch.api.CallerWithPatient;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.ClosureCause;
import io.dispatch120.dispatch.api.ClosureId;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.Duty;
import io.dispatch120.dispatch.api.FixSource;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.Line;
import io.dispatch120.dispatch.api.LocationReport;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.RecommendationView.UnitOption;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.api.UnitPosition;
import io.dispatch120.dispatch.board.Board;
import io.dispatch120.dispatch.board.DatabaseClock;
import io.dispatch120.dispatch.command.CommandRequest;
import io.dispatch120.dispatch.command.CommandResult;
import io.dispatch120.dispatch.journal.BoardSource.Picture;
import io.dispatch120.dispatch.journal.Scenario;
import io.dispatch120.dispatch.recommendation.Recommender;
import io.dispatch120.dispatch.road.BridgeRoads;
import io.dispatch120.geo.api.Datum;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.TravelMethod;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ForkJoinPool;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two nodes, each with its own Vert.x and connections, over one real PostgreSQL. */
class TwoNodesTest {
  private static final CenterId CENTER = new CenterId("two");
  private static final List<Vertx> VERTX = List.of(Vertx.vertx(), Vertx.vertx());
  private static TestDatabase database;
  private static PostgresPorts ports;
  private static List<DispatchNode> nodes;

  @BeforeAll
  static void start() {
    database = TestDatabase.migrated();
    ports = new PostgresPorts(database);
    await(ports.catalogues().seed(Scenario.catalogue(CENTER, 3)));
    JoinedBuses buses = new JoinedBuses();
    nodes = VERTX.stream().map(vertx -> node(vertx, buses)).toList();
    nodes.forEach(node -> await(node.start()));
  }

  private static DispatchNode node(Vertx vertx, JoinedBuses buses) {
    return TestNode.of(
        PostgresPorts.on(vertx, database),
        new VertxLoop(vertx, ((VertxInternal) vertx).createEventLoopContext()),
        ForkJoinPool.commonPool(),
        new DatabaseClock(System::nanoTime, Instant.EPOCH),
        buses.join("node" + vertx.hashCode()),
        new BridgeRoads());
  }

  @AfterAll
  static void stop() {
    nodes.forEach(node -> await(node.stop()));
    VERTX.forEach(vertx -> await(vertx.close()));
    database.close();
  }

  @Test
  void sendsAUnitOnceHoweverManyAskBothNodesAtOnce() {
    List<IncidentId> incidents = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      incidents.add(opened(nodes.get(i % 2)));
    }
    List<CommandRequest> requests = new ArrayList<>();
    List<Future<CommandResult>> answers = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      CommandRequest request = request(assign(incidents.get(i % 5), 1));
      requests.add(request);
      answers.add(nodes.get(i % 2).execute(request));
    }
    List<CommandResult> results = answers.stream().map(answer -> await(answer)).toList();

    assertThat(results)
        .filteredOn(CommandResult.Done.class::isInstance)
        .as("one sends it")
        .hasSize(1);
    assertThat(results)
        .filteredOn(CommandResult.Refused.class::isInstance)
        .hasSize(49)
        .allSatisfy(
            refused ->
                assertThat(((CommandResult.Refused) refused).refusal().code())
                    .isEqualTo(RefusalCode.UNIT_COMMITTED));
    repeatsOnTheOtherNode(requests, results);
    boardsEqualTheDatabase();
  }

  private static void repeatsOnTheOtherNode(
      List<CommandRequest> requests, List<CommandResult> results) {
    for (int i = 0; i < results.size(); i++) {
      if (results.get(i) instanceof CommandResult.Done first) {
        CommandResult.Done again =
            (CommandResult.Done) await(nodes.get(1 - i % 2).execute(requests.get(i)));
        assertThat(again.replayed()).isTrue();
        assertThat(again.entries()).isEqualTo(first.entries());
        assertThat(again.incident()).isEqualTo(first.incident());
        CommandRequest other =
            new CommandRequest(
                first.commandId(),
                "another body",
                CENTER,
                Scenario.DISPATCHER,
                null,
                requests.get(i).command());
        assertThat(await(nodes.get(1 - i % 2).execute(other)))
            .isInstanceOf(CommandResult.KeyReused.class);
      }
    }
  }

  private static void boardsEqualTheDatabase() {
    Picture stored = await(ports.boards().load(CENTER));
    for (DispatchNode node : nodes) {
      Board board = node.getBoard(CENTER);
      Awaitility.await().until(() -> board.seq() == stored.seq());
      assertThat(board.openIncidents()).containsExactlyInAnyOrderElementsOf(stored.incidents());
      assertThat(board.units()).containsExactlyInAnyOrderElementsOf(stored.units());
      assertThat(board.roads()).isEqualTo(stored.roads());
    }
    assertThat(await(database.storage().verifier().verify(CENTER)))
        .isInstanceOf(JournalVerifier.Result.Intact.class);
  }

  @Test
  void aRoadClosedOnOneNodeIsClosedOnTheOther() {
    IncidentId incident = opened(nodes.get(0));
    Command close =
        new Command.CloseRoad(
            BridgeRoads.CLOSES_IT,
            ClosureCause.FLOODED,
            "积水",
            null,
            List.of(new Line(List.of(BridgeRoads.BRIDGE, new LngLat(112.951, 28.2)))));
    reports(nodes.get(1), Scenario.unit(3), new LngLat(112.97, 28.2));
    Awaitility.await()
        .until(() -> method(nodes.get(1), incident, Scenario.unit(3)) == TravelMethod.ROAD);

    CommandResult.Done done = (CommandResult.Done) await(nodes.get(0).execute(request(close)));

    Awaitility.await()
        .until(
            () -> method(nodes.get(1), incident, Scenario.unit(3)) == TravelMethod.STRAIGHT_LINE);
    ClosureId closure = nodes.get(1).getBoard(CENTER).roads().all().get(0).id();
    assertThat(done.entries()).hasSize(1);
    CommandRequest open = request(new Command.OpenRoad(closure));
    assertThat(await(nodes.get(1).execute(open))).isInstanceOf(CommandResult.Done.class);
    assertThat(await(nodes.get(0).execute(request(new Command.OpenRoad(closure)))))
        .as("opened already, on the other node")
        .isInstanceOf(CommandResult.Refused.class);
    Awaitility.await()
        .until(() -> method(nodes.get(0), incident, Scenario.unit(1)) == TravelMethod.ROAD);
    boardsEqualTheDatabase();
  }

  private static void reports(DispatchNode node, UnitId unit, LngLat place) {
    UnitPosition seen = new UnitPosition(unit, place, Instant.now(), 0.0, null, null);
    await(node.reportPositions(CENTER, List.of(seen)));
  }

  private static TravelMethod method(DispatchNode node, IncidentId id, UnitId unit) {
    Board board = node.getBoard(CENTER);
    return board
        .findIncident(id)
        .map(
            incident ->
                new Recommender(node.getRoads(CENTER).roads())
                    .rank(incident, board, node.getFleet(CENTER), Instant.now()))
        .orElse(List.of())
        .stream()
        .filter(option -> option.unitId().equals(unit))
        .map(UnitOption::method)
        .findFirst()
        .orElse(null);
  }

  @Test
  void oneCommandThatCannotBeWrittenTakesNoOtherAlong() {
    IncidentId incident = opened(nodes.get(0));
    List<Future<CommandResult>> answers = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      answers.add(nodes.get(0).execute(request(call("13900000000"))));
    }
    // PostgreSQL keeps no NUL: nothing can be done for this one.
    Future<CommandResult> poison =
        nodes
            .get(0)
            .execute(
                request(
                    new Command.SetAvailability(
                        Scenario.unit(3), Duty.OUT_OF_SERVICE, "\0", null)));
    answers.add(nodes.get(0).execute(request(assign(incident, 2))));

    Awaitility.await().until(poison::isComplete);
    assertThat(poison.failed()).isTrue();
    answers.forEach(answer -> assertThat(await(answer)).isInstanceOf(CommandResult.Done.class));
  }

  private static IncidentId opened(DispatchNode node) {
    CommandResult.Done done =
        (CommandResult.Done) await(node.execute(request(call("13800001234"))));
    return done.incident().orElseThrow().id();
  }

  private static CommandRequest request(Command command) {
    UUID id = UUID.randomUUID();
    return new CommandRequest(
        id, "body " + id, CENTER, new Actor("dispatcher", "li"), null, command);
  }

  private static Command assign(IncidentId incident, int unit) {
    return new Command.AssignUnit(incident, Scenario.unit(unit), null, false);
  }

  private static Command call(String phone) {
    return new Command.ReceiveCall(
        new Personal(phone),
        null,
        CallerWithPatient.YES,
        false,
        null,
        null,
        null,
        null,
        new LocationReport(new LngLat(112.9, 28.2), null, FixSource.CONFIRMED, Datum.WGS84, null),
        false);
  }
}
