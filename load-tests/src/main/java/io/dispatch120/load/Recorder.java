package io.dispatch120.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Everything the product acknowledged, and when. Thread-safe. */
public final class Recorder {
  private static final Map<String, String> EVENT_OF_MILESTONE =
      Map.of(
          "acknowledged", "assignment_acknowledged",
          "en_route", "unit_en_route",
          "on_scene", "unit_on_scene",
          "patient_contact", "patient_contacted",
          "transporting", "transport_started",
          "at_hospital", "hospital_reached",
          "handed_over", "patient_handed_over",
          "cleared", "assignment_cleared");

  /**
   * What must be in the journal exactly once.
   *
   * @param event type of event
   * @param id of the call, the assignment or the incident it is about
   */
  public record Fact(String event, String id) {}

  /**
   * A call that was taken.
   *
   * @param port of the node
   * @param sentNanos when it was first sent, by {@link System#nanoTime()}
   * @param answeredNanos when it was acknowledged
   */
  public record Accepted(int port, long sentNanos, long answeredNanos) {
    public long tookNanos() {
      return answeredNanos - sentNanos;
    }
  }

  private final Set<Fact> facts = ConcurrentHashMap.newKeySet();
  private final Set<String> spooledPhones = ConcurrentHashMap.newKeySet();
  private final Map<String, String> incidentOfCall = new ConcurrentHashMap<>();
  private final Queue<Accepted> accepted = new ConcurrentLinkedQueue<>();
  private final Queue<String> refusals = new ConcurrentLinkedQueue<>();

  /** Takes the answer to a call from {@code phone}. */
  public void call(String phone, Answer answer, Accepted when) {
    if (answer.status() == 201) {
      fact("call_received", answer.text("/call/id"));
      fact("incident_opened", answer.text("/incident/id"));
      incidentOfCall.put(answer.text("/call/id"), answer.text("/incident/id"));
      accepted.add(when);
    } else if (answer.status() == 202 && !answer.body().path("stored").asBoolean(true)) {
      spooledPhones.add(phone);
    } else {
      refused("call", answer);
    }
  }

  /** Takes the answer to an assignment. */
  public void assignment(Answer answer) {
    if (answer.status() == 201) {
      fact("unit_assigned", answer.text("/id"));
    } else {
      refused("assignment", answer);
    }
  }

  public void milestone(String assignmentId, String milestone, Answer answer) {
    String event = EVENT_OF_MILESTONE.get(milestone);
    if (event == null) {
      throw new IllegalArgumentException(milestone);
    }
    acknowledged(event, assignmentId, answer);
  }

  public void cancelled(String assignmentId, Answer answer) {
    acknowledged("assignment_cancelled", assignmentId, answer);
  }

  public void closed(String incidentId, Answer answer) {
    acknowledged("incident_closed", incidentId, answer);
  }

  private void acknowledged(String event, String id, Answer answer) {
    if (answer.accepted()) {
      fact(event, id);
    } else {
      refused(event + " " + id, answer);
    }
  }

  private void fact(String event, String id) {
    if (!facts.add(new Fact(event, id))) {
      refusals.add(event + " " + id + " was acknowledged to two different commands");
    }
  }

  /** A refusal that no client of the load should get. */
  public void refused(String what, Answer answer) {
    refusals.add(what + ": " + answer);
  }

  public Set<Fact> facts() {
    return Set.copyOf(facts);
  }

  /** Calls by phone that a node keeps on its disk until the database is back. */
  public Set<String> spooledPhones() {
    return Set.copyOf(spooledPhones);
  }

  public Map<String, String> incidentOfCall() {
    return Map.copyOf(incidentOfCall);
  }

  /** Calls taken, in the order of their answers. */
  public List<Accepted> accepted() {
    return new ArrayList<>(accepted);
  }

  /** Answers that none of the load's commands should have got. */
  public List<String> refusals() {
    return List.copyOf(refusals);
  }
}
