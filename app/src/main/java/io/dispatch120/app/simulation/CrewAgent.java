package io.dispatch120.app.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dispatch120.app.simulation.client.Answer;
import io.dispatch120.app.simulation.client.LiveSocket;
import io.dispatch120.app.simulation.client.Port;
import io.dispatch120.app.simulation.client.Session;
import io.dispatch120.app.simulation.crew.Crew;
import io.dispatch120.app.simulation.crew.CrewDeed;
import io.dispatch120.app.simulation.crew.CrewDeed.Decline;
import io.dispatch120.app.simulation.crew.CrewDeed.Reach;
import io.dispatch120.app.simulation.road.Whereabouts;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import java.time.Instant;
import java.util.Locale;

/** Carries a crew's deeds and positions to the edge, and what its device shows back to it. */
final class CrewAgent {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String PASSWORD = "demo-crew";

  private final Stage stage;
  private final Crew crew;
  private final Session session;
  private final LiveSocket socket;

  /** Before its first snapshot a crew does not know whether it has an assignment. */
  private boolean briefed;

  private long receivedSeq;
  private long confirmedSeq = -1;

  CrewAgent(Vertx vertx, Stage stage, Port edge, String unitId, Crew crew) {
    this.stage = stage;
    this.crew = crew;
    String username = unitId.toLowerCase(Locale.ROOT);
    session = new Session(edge, stage.patience(), username, PASSWORD);
    socket =
        new LiveSocket(
            vertx,
            edge,
            session,
            "/ws/crew",
            stage.chance(),
            this::onFrame,
            failure -> stage.faults().note("a crew's socket", failure));
  }

  void start() {
    socket.open();
  }

  private void onFrame(JsonNode frame) {
    boolean snapshot = frame.path("type").asText().equals("snapshot");
    show(snapshot ? frame.path("board").path("assignment") : frame.path("assignment"));
    receivedSeq = frame.path("seq").asLong();
    if (snapshot) {
      briefed = true;
      confirmedSeq = -1;
    }
  }

  private void show(JsonNode assignment) {
    crew.told(CrewScreen.read(assignment), stage.now());
  }

  /** About once a second. */
  void tick() {
    if (!briefed) {
      return;
    }
    if (confirmedSeq != receivedSeq && socket.send(receipt(receivedSeq))) {
      confirmedSeq = receivedSeq;
    }
    Instant now = stage.now();
    crew.report(now).ifPresent(whereabouts -> socket.send(position(whereabouts)));
    crew.advance(now).ifPresent(this::tell);
  }

  private static ObjectNode receipt(long seq) {
    return JSON.objectNode().put("type", "ack").put("seq", seq);
  }

  private static ObjectNode position(Whereabouts whereabouts) {
    ObjectNode message = JSON.objectNode().put("type", "positions");
    message
        .putArray("positions")
        .addObject()
        .put("lng", whereabouts.position().lng())
        .put("lat", whereabouts.position().lat())
        .put("at", Instant.now().toString())
        .put("speedMps", Math.round(whereabouts.speedMps() * 10) / 10.0)
        .put("headingDegrees", Math.round(whereabouts.headingDegrees()))
        .put("accuracyMeters", 5);
    return message;
  }

  private void tell(CrewDeed deed) {
    send(deed)
        .onComplete(
            outcome -> {
              if (!outcome.succeeded() || !outcome.result().ok()) {
                unheard(deed, outcome);
              }
            });
  }

  private Future<Answer> send(CrewDeed deed) {
    String path = "/crew/assignments/" + deed.assignmentId();
    if (deed instanceof Reach reach) {
      ObjectNode body =
          JSON.objectNode()
              .put("milestone", reach.milestone().name().toLowerCase(Locale.ROOT))
              .put("deviceAt", Instant.now().toString());
      return session.send(HttpMethod.POST, path + "/milestones", body);
    }
    Decline decline = (Decline) deed;
    return session.send(
        HttpMethod.POST, path + "/decline", JSON.objectNode().put("reason", decline.reason()));
  }

  /** Looks at what is true before it is told again: a dispatcher may have been quicker. */
  private void unheard(CrewDeed deed, AsyncResult<Answer> outcome) {
    if (!outcome.succeeded()) {
      stage.faults().note("a crew's step", outcome.cause());
    }
    session
        .get("/crew/assignment")
        .onSuccess(
            answer -> {
              if (answer.ok()) {
                show(answer.body());
              }
            })
        .onComplete(asked -> crew.unheard(deed, stage.now()));
  }

  Future<Void> stop() {
    socket.close();
    return session.signOut();
  }
}
