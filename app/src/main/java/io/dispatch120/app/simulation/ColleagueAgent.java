package io.dispatch120.app.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dispatch120.app.demo.DemoAccounts;
import io.dispatch120.app.simulation.caller.CallScript;
import io.dispatch120.app.simulation.caller.CallStep.Complete;
import io.dispatch120.app.simulation.caller.CallStep.Pin;
import io.dispatch120.app.simulation.client.Answer;
import io.dispatch120.app.simulation.client.LiveSocket;
import io.dispatch120.app.simulation.client.Port;
import io.dispatch120.app.simulation.client.Session;
import io.dispatch120.app.simulation.colleague.Choices;
import io.dispatch120.app.simulation.colleague.Colleague;
import io.dispatch120.app.simulation.colleague.ColleagueDeed;
import io.dispatch120.app.simulation.colleague.ColleagueDeed.Assign;
import io.dispatch120.app.simulation.colleague.ColleagueDeed.ChooseHospital;
import io.dispatch120.app.simulation.colleague.ColleagueDeed.Close;
import io.dispatch120.app.simulation.colleague.ColleagueDeed.OwnAlert;
import io.dispatch120.app.simulation.colleague.PictureReader;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Carries the colleague's decisions to the console's interface, and what that shows back. */
final class ColleagueAgent {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String PASSWORD = "demo-dispatcher";
  private static final int CONFLICT = 409;
  private static final Set<String> FREE = Set.of("available", "available_mobile");

  private final Stage stage;
  private final String leftAlone;
  private final Colleague colleague;
  private final Session session;
  private final LiveSocket socket;
  private final Map<String, String> availabilities = new HashMap<>();

  /**
   * @param leftAlone the unit that is a visitor's
   */
  ColleagueAgent(Vertx vertx, Stage stage, Port console, String leftAlone) {
    this.stage = stage;
    this.leftAlone = leftAlone;
    colleague = new Colleague(DemoAccounts.COLLEAGUE, stage.chance());
    session = new Session(console, stage.patience(), DemoAccounts.COLLEAGUE, PASSWORD);
    socket =
        new LiveSocket(
            vertx,
            console,
            session,
            "/ws/console",
            stage.chance(),
            this::onFrame,
            failure -> stage.faults().note("the colleague's socket", failure));
  }

  void start() {
    socket.open();
  }

  /** Where the units are, for crews that find their vehicle somewhere. */
  Future<JsonNode> units() {
    return session.get("/units?limit=500").compose(ColleagueAgent::expectOk).map(Answer::body);
  }

  /** How many simulated units could be sent; 0 while that is not known. */
  int freeUnits() {
    return (int)
        availabilities.entrySet().stream()
            .filter(unit -> !unit.getKey().equals(leftAlone) && FREE.contains(unit.getValue()))
            .count();
  }

  /** How many of its calls are open. */
  int openCases() {
    return colleague.openCases();
  }

  private void onFrame(JsonNode frame) {
    if (frame.path("type").asText().equals("snapshot")) {
      onSnapshot(frame.path("board"));
      return;
    }
    JsonNode event = frame.path("event");
    happened(event);
    frame.path("units").forEach(this::onUnit);
    frame.path("incidents").forEach(incident -> colleague.shown(PictureReader.read(incident)));
  }

  private void onUnit(JsonNode unit) {
    availabilities.put(unit.path("id").asText(), unit.path("availability").asText());
  }

  private void happened(JsonNode event) {
    if (event.hasNonNull("incidentId")) {
      colleague.happened(
          event.path("incidentId").asText(),
          event.path("type").asText(),
          event.path("actor").asText());
    }
  }

  /** Finds out which of the open incidents are its own: the journal says who opened them. */
  private void onSnapshot(JsonNode board) {
    availabilities.clear();
    board.path("units").forEach(this::onUnit);
    Set<String> open = new HashSet<>();
    for (JsonNode incident : board.path("incidents")) {
      String id = incident.path("id").asText();
      open.add(id);
      if (colleague.leads(id)) {
        colleague.shown(PictureReader.read(incident));
      } else {
        remember(id);
      }
    }
    colleague.open(open);
  }

  private void remember(String incidentId) {
    session
        .get("/incidents/" + incidentId + "/timeline")
        .compose(ColleagueAgent::expectOk)
        .compose(
            timeline -> {
              timeline.body().path("items").forEach(this::happened);
              return colleague.leads(incidentId)
                  ? session.get("/incidents/" + incidentId).compose(ColleagueAgent::expectOk)
                  : Future.succeededFuture();
            })
        .onSuccess(
            answer -> {
              if (answer != null) {
                colleague.shown(PictureReader.read(answer.body()));
              }
            })
        .onFailure(failure -> stage.faults().note("reading a timeline", failure));
  }

  /** About once a second. */
  void tick() {
    colleague.advance(stage.now()).forEach(this::perform);
  }

  private void perform(ColleagueDeed deed) {
    attempt(deed)
        .onSuccess(
            answer -> {
              if (!answer.ok()) {
                colleague.failed(deed, stage.now());
              }
            })
        .onFailure(
            failure -> {
              stage.faults().note("the colleague", failure);
              colleague.failed(deed, stage.now());
            });
  }

  private Future<Answer> attempt(ColleagueDeed deed) {
    String incident = "/incidents/" + deed.incidentId();
    if (deed instanceof Assign assign) {
      return advised(incident, advice -> assignment(assign, advice), incident + "/assignments");
    }
    if (deed instanceof ChooseHospital choice) {
      return session
          .get(incident)
          .map(answer -> answer.body().path("complaint").asText())
          .compose(
              complaint ->
                  advised(
                      incident,
                      advice -> hospital(advice, complaint),
                      "/assignments/" + choice.assignmentId() + "/destination"));
    }
    if (deed instanceof OwnAlert alert) {
      return session.send(HttpMethod.POST, "/alerts/" + alert.alertId() + "/acknowledge", null);
    }
    return post(incident + "/close", JSON.objectNode().put("outcome", outcome((Close) deed)));
  }

  /** Posts what follows from the recommendation; without either it is a deed to be tried again. */
  private Future<Answer> advised(
      String incident, Function<JsonNode, Optional<ObjectNode>> choose, String path) {
    return session
        .get(incident + "/recommendation")
        .compose(
            advice -> {
              Optional<ObjectNode> chosen =
                  advice.ok() ? choose.apply(advice.body()) : Optional.empty();
              return chosen.isPresent()
                  ? post(path, chosen.get())
                  : Future.succeededFuture(new Answer(CONFLICT, advice.body()));
            });
  }

  /** Nothing when somebody else took the call meanwhile, or nobody can be sent. */
  private Optional<ObjectNode> assignment(Assign assign, JsonNode advice) {
    if (!colleague.leads(assign.incidentId())) {
      return Optional.empty();
    }
    Set<String> others = new HashSet<>(assign.triedBefore());
    others.add(leftAlone);
    return Choices.findUnit(advice, others).map(unit -> JSON.objectNode().put("unitId", unit));
  }

  private static Optional<ObjectNode> hospital(JsonNode advice, String complaint) {
    return Choices.findHospital(advice, complaint)
        .map(id -> JSON.objectNode().put("hospitalId", id));
  }

  private String outcome(Close close) {
    return close.transported()
        ? "transported"
        : stage
            .chance()
            .oneOf(List.of("treated_on_scene", "treated_on_scene", "self_transported", "refused"));
  }

  private Future<Answer> post(String path, ObjectNode body) {
    return session.send(HttpMethod.POST, path, body);
  }

  /** Enters a call. */
  Future<Answer> take(CallScript script) {
    return session.send(HttpMethod.POST, "/calls", CallAgent.call(script));
  }

  Future<?> complete(String incidentId, Complete heard) {
    ObjectNode change =
        JSON.objectNode()
            .put("address", heard.address())
            .put("priority", heard.priority())
            .put("callerWithPatient", heard.callerWithPatient());
    return mine(incidentId, HttpMethod.PATCH, "", change);
  }

  Future<?> pin(String incidentId, Pin pin) {
    ObjectNode location =
        JSON.objectNode()
            .put("lng", pin.position().lng())
            .put("lat", pin.position().lat())
            .put("source", "confirmed");
    return mine(incidentId, HttpMethod.POST, "/locations", location);
  }

  private Future<?> mine(String incidentId, HttpMethod method, String path, ObjectNode body) {
    return colleague.leads(incidentId)
        ? session.send(method, "/incidents/" + incidentId + path, body)
        : Future.succeededFuture();
  }

  private static Future<Answer> expectOk(Answer answer) {
    return answer.ok()
        ? Future.succeededFuture(answer)
        : Future.failedFuture("answered " + answer.status());
  }

  Future<Void> stop() {
    socket.close();
    return session.signOut();
  }
}
