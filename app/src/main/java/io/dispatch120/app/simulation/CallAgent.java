package io.dispatch120.app.simulation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dispatch120.app.simulation.caller.CallScript;
import io.dispatch120.app.simulation.caller.CallStep;
import io.dispatch120.app.simulation.caller.CallStep.Complete;
import io.dispatch120.app.simulation.caller.CallStep.Locate;
import io.dispatch120.app.simulation.caller.CallStep.Open;
import io.dispatch120.app.simulation.caller.CallStep.Pin;
import io.dispatch120.app.simulation.caller.CallStep.Presence;
import io.dispatch120.app.simulation.caller.CallStep.Write;
import io.dispatch120.app.simulation.client.Answer;
import io.dispatch120.app.simulation.client.PublicClient;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * One call after it was taken: what its caller and the colleague do about it, step by step. A step
 * that fails is left out, as a caller would.
 */
final class CallAgent {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int NOT_FOUND = 404;

  private final Stage stage;
  private final ColleagueAgent colleague;
  private final PublicClient phone;
  private final String incidentId;
  private final String locator;
  private final Instant taken;
  private final Queue<CallStep> steps;

  /**
   * @param locatorUrl the link that was sent; empty without
   */
  CallAgent(
      Stage stage,
      ColleagueAgent colleague,
      PublicClient phone,
      CallScript script,
      String incidentId,
      String locatorUrl) {
    this.stage = stage;
    this.colleague = colleague;
    this.phone = phone;
    this.incidentId = incidentId;
    this.locator = "/locator/" + locatorUrl.substring(locatorUrl.lastIndexOf('/') + 1);
    this.taken = stage.now();
    this.steps = new ArrayDeque<>(script.steps());
  }

  /** What the dispatcher enters while the phone rings. */
  static ObjectNode call(CallScript script) {
    ObjectNode call =
        JSON.objectNode()
            .put("phone", script.seed().phone())
            .put("complaint", script.seed().complaint())
            .put("note", script.seed().note())
            .put("sendLink", script.sendLink());
    call.putObject("location")
        .put("lng", script.carrierFix().lng())
        .put("lat", script.carrierFix().lat())
        .put("radiusMeters", Math.round(script.carrierRadiusMeters()))
        .put("source", "carrier");
    return call;
  }

  /**
   * About once a second.
   *
   * @return whether something is still to come
   */
  boolean tick() {
    CallStep next = steps.peek();
    if (next != null && !stage.now().isBefore(taken.plus(next.after()))) {
      steps.remove();
      play(next).onFailure(failure -> stage.faults().note("a step of a call", failure));
    }
    return !steps.isEmpty();
  }

  private Future<?> play(CallStep step) {
    if (step instanceof Complete complete) {
      return colleague.complete(incidentId, complete);
    }
    if (step instanceof Pin pin) {
      return colleague.pin(incidentId, pin);
    }
    if (step instanceof Open) {
      return phone.get(locator);
    }
    if (step instanceof Locate locate) {
      ObjectNode fix =
          JSON.objectNode()
              .put("lng", locate.position().lng())
              .put("lat", locate.position().lat())
              .put("radiusMeters", Math.round(locate.radiusMeters()));
      return post("/locations", fix);
    }
    if (step instanceof Presence presence) {
      String answer = presence.withPatient() ? "yes" : "no";
      return post("/presence", JSON.objectNode().put("callerWithPatient", answer));
    }
    Write write = (Write) step;
    return post("/messages", JSON.objectNode().put("text", write.text()));
  }

  private Future<Answer> post(String path, ObjectNode body) {
    // 404: the link has ended with the incident, or the page cannot ask that.
    return phone
        .post(locator + path, body)
        .onSuccess(
            answer -> {
              if (!answer.ok() && answer.status() != NOT_FOUND) {
                stage.faults().note("a caller was answered " + answer.status());
              }
            });
  }
}
