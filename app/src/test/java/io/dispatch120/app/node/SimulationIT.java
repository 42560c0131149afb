package io.dispatch120.app.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dispatch120.app.catalogue.CatalogueFolder;
import io.dispatch120.app.cli.RunningNode;
import io.dispatch120.app.config.Configuration;
import io.dispatch120.app.config.ConfigurationReader;
import io.dispatch120.app.config.DatabaseUrl;
import io.dispatch120.app.config.Mode;
import io.dispatch120.app.map.Maps;
import io.dispatch120.app.simulation.Simulation;
import io.dispatch120.app.simulation.SimulationSettings;
import io.dispatch120.app.simulation.pace.Pace;
import io.dispatch120.app.simulation.road.Ground;
import io.dispatch120.app.storage.DatabaseAccess;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.RoadClosure;
import io.dispatch120.geo.api.Roads;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The simulated people against a whole node, over its real ports. */
class SimulationIT {
  /** A quarter of an hour in fifteen seconds. */
  private static final double FAST = 60;

  private static final Duration LIMIT = Duration.ofMinutes(2);

  @TempDir Path data;

  @Test
  void leadsCallsToTheirEndAndServesTheVisitorsOwn() throws Exception {
    Vertx vertx = Vertx.vertx();
    try (RunningNode node = new Node().start(configuration("off"))) {
      Browser visitor = Browser.signedIn(port("http"), "dispatcher", "demo-dispatcher");
      visitor.listen("/ws/console");
      Simulation.Running simulation = start(vertx);
      String own = visitorsCall(visitor);

      visitor.awaitEvent("incident_closed", LIMIT);
      awaitStatus(visitor, own, "awaiting_closure");
      assertThat(simulated(visitor, own)).as("the colleague leaves it alone").isEmpty();
      assertThat(timelineOfClosed(visitor))
          .contains("locator_link_sent", "location_reported", "priority_changed")
          .containsSubsequence("unit_assigned", "assignment_acknowledged", "unit_en_route")
          .containsSubsequence("unit_on_scene", "patient_contacted", "assignment_cleared")
          .endsWith("incident_closed");
      assertThat(drivenOnRoads(visitor)).isGreaterThan(0.9);

      stop(simulation);
    } finally {
      vertx.close();
    }
  }

  @Test
  void goesOnElsewhereWhenItStops() throws Exception {
    Vertx vertx = Vertx.vertx();
    try (RunningNode node = new Node().start(configuration("off"))) {
      Simulation.Running first = start(vertx);
      Browser visitor = Browser.signedIn(port("http"), "supervisor", "demo-supervisor");
      await().atMost(LIMIT).until(() -> committed(visitor) > 0);
      Simulation.Running second = start(vertx);

      stop(first);
      visitor.listen("/ws/console");
      JsonNode before =
          visitor.awaitFrame(f -> f.path("type").asText().equals("snapshot")).path("board");
      String open = firstAssigned(before);
      awaitStatus(visitor, open, "awaiting_closure");
      visitor.awaitEvent("incident_opened", LIMIT);

      stop(second);
    } finally {
      vertx.close();
    }
  }

  @Test
  void beginsByItselfWithADemoAndEndsWithIt() throws Exception {
    long stopping;
    try (RunningNode node = new Node().start(configuration("on"))) {
      Browser visitor = Browser.signedIn(port("http"), "observer", "demo-observer");
      visitor.listen("/ws/console");
      visitor.awaitFrame(
          f -> f.path("type").asText().equals("positions") && f.path("units").size() > 0);
      await().atMost(LIMIT).until(() -> visitor.get("/board").path("incidents").size() > 0);
      stopping = System.nanoTime();
    }
    assertThat(Duration.ofNanos(System.nanoTime() - stopping)).isLessThan(Duration.ofSeconds(6));
  }

  @Test
  void keepsOutOfADemoThatIsToBeQuiet() throws Exception {
    try (RunningNode node = new Node().start(configuration("off"))) {
      Browser visitor = Browser.signedIn(port("http"), "observer", "demo-observer");
      visitor.listen("/ws/console");
      // Long enough for a simulation to have got the lock, signed in and called.
      await().atMost(LIMIT).until(() -> heartbeats(visitor) >= 4);
      JsonNode board = visitor.get("/board");
      assertThat(board.path("incidents")).isEmpty();
      assertThat(board.path("units")).hasSize(24);
      assertThat(board.path("units"))
          .allMatch(unit -> !unit.path("position").has("at"))
          .allMatch(unit -> unit.path("crewLink").asText().equals("lost"));
    }
  }

  private Simulation.Running start(Vertx vertx) throws Exception {
    DatabaseUrl database =
        new DatabaseAccess(configuration("off").storage()).with(running -> running);
    SimulationSettings settings =
        new SimulationSettings(
            URI.create("http://127.0.0.1:" + port("http")),
            URI.create("http://127.0.0.1:" + port("edge")),
            Optional.empty(),
            database,
            CatalogueFolder.demo(),
            roads(),
            Pace.fast(FAST));
    return Simulation.start(vertx, settings).toCompletionStage().toCompletableFuture().get();
  }

  private static void stop(Simulation.Running simulation) throws Exception {
    simulation.stop().toCompletionStage().toCompletableFuture().get(2, TimeUnit.SECONDS);
  }

  /** Calls from the middle of the city and sends whom the centre proposes. */
  private static String visitorsCall(Browser visitor) throws Exception {
    await().atMost(LIMIT).until(() -> connected(visitor) == 23);
    JsonNode received =
        visitor.post(
            "/calls",
            "{\"phone\":\"13812345678\",\"complaint\":\"burn\",\"location\":"
                + "{\"lng\":112.8907,\"lat\":28.2010,\"source\":\"confirmed\"}}");
    String incident = received.path("incident").path("id").asText();
    await()
        .atMost(LIMIT)
        .until(
            () -> {
              JsonNode advice = visitor.get("/incidents/" + incident + "/recommendation");
              // Not the unit that is left to a visitor's own phone.
              String unit =
                  stream(advice.path("units"))
                      .map(proposed -> proposed.path("unitId").asText())
                      .filter(id -> !id.equals("A04"))
                      .findFirst()
                      .orElseThrow();
              visitor.post(
                  "/incidents/" + incident + "/assignments", "{\"unitId\":\"" + unit + "\"}");
              return visitor.status() == 201;
            });
    return incident;
  }

  private static long connected(Browser visitor) throws Exception {
    return stream(visitor.get("/units").path("items"))
        .filter(unit -> unit.path("crewLink").asText().equals("connected"))
        .count();
  }

  private static long committed(Browser visitor) throws Exception {
    return stream(visitor.get("/units").path("items"))
        .filter(unit -> unit.path("availability").asText().equals("committed"))
        .count();
  }

  private static String firstAssigned(JsonNode board) {
    return stream(board.path("incidents"))
        .filter(incident -> !incident.path("status").asText().equals("waiting"))
        .map(incident -> incident.path("id").asText())
        .findFirst()
        .orElseThrow();
  }

  /** The crew may decline; then the visitor would have to send another one. */
  private static void awaitStatus(Browser visitor, String incident, String status) {
    await()
        .atMost(LIMIT)
        .until(
            () -> {
              String now = visitor.get("/incidents/" + incident).path("status").asText();
              return now.equals(status) || now.equals("closed") || now.equals("waiting");
            });
  }

  private static List<JsonNode> simulated(Browser visitor, String incident) throws Exception {
    return stream(visitor.get("/incidents/" + incident + "/timeline").path("items"))
        .filter(event -> event.path("actor").asText().equals("dispatcher:dispatcher2"))
        .toList();
  }

  /** Of a closed incident whose caller was sent a link. */
  private static List<String> timelineOfClosed(Browser visitor) throws Exception {
    await().atMost(LIMIT).until(() -> !closedWithLink(visitor).isEmpty());
    String incident = closedWithLink(visitor).get(0).path("id").asText();
    return stream(visitor.get("/incidents/" + incident + "/timeline").path("items"))
        .map(event -> event.path("type").asText())
        .toList();
  }

  private static List<JsonNode> closedWithLink(Browser visitor) throws Exception {
    return stream(visitor.get("/incidents?status=closed").path("items"))
        .filter(incident -> incident.path("links").size() > 0)
        .toList();
  }

  /** Which part of the positions of fast units lies on a road. */
  private double drivenOnRoads(Browser visitor) {
    List<LngLat> moving =
        visitor.frames().stream()
            .filter(frame -> frame.path("type").asText().equals("positions"))
            .flatMap(frame -> stream(frame.path("units")))
            .filter(unit -> unit.path("speedMps").asDouble() > 8)
            .map(unit -> new LngLat(unit.path("lng").asDouble(), unit.path("lat").asDouble()))
            .toList();
    assertThat(moving).hasSizeGreaterThan(50);
    Roads roads = roads();
    return moving.stream().filter(position -> metersToRoad(roads, position) < 20).count()
        / (double) moving.size();
  }

  /** Of the map that the node has imported. */
  private Roads roads() {
    try (Maps maps = Maps.open(configuration("off"), data, progress -> {})) {
      return maps.newRoads();
    }
  }

  private static double metersToRoad(Roads roads, LngLat position) {
    RoadClosure here = new RoadClosure(RoadClosure.Form.POINT, List.of(position));
    double nearest = Double.POSITIVE_INFINITY;
    for (List<LngLat> line : roads.closedBy(here)) {
      for (int i = 1; i < line.size(); i++) {
        for (double part = 0; part <= 1; part += 0.02) {
          LngLat on = Ground.between(line.get(i - 1), line.get(i), part);
          nearest = Math.min(nearest, on.distanceMetersTo(position));
        }
      }
    }
    return nearest;
  }

  private static long heartbeats(Browser visitor) {
    return visitor.frames().stream()
        .filter(frame -> frame.path("type").asText().equals("heartbeat"))
        .count();
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private Configuration configuration(String simulate) {
    Map<String, String> environment =
        Map.of(
            "DISPATCH120_DATA_DIR", data.toString(),
            "DISPATCH120_HTTP_PORT", "0",
            "DISPATCH120_EDGE_PORT", "0",
            "DISPATCH120_MANAGEMENT_PORT", "0",
            "DISPATCH120_JTT808_PORT", "off",
            "DISPATCH120_SIMULATE", simulate);
    return new ConfigurationReader(environment, null, data).read(Mode.DEMO, List.of());
  }

  private int port(String name) throws Exception {
    return new ObjectMapper()
        .readTree(Files.readString(data.resolve("ports.json")))
        .get(name)
        .asInt();
  }
}
