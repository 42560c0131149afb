package io.dispatch120.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares what was acknowledged and what sockets were told with the journal. Pure: the same
 * history and record give the same findings. Linear in the number of events.
 */
public final class Checker {
  private static final List<String> STEPS =
      List.of(
          "unit_assigned",
          "assignment_acknowledged",
          "unit_en_route",
          "unit_on_scene",
          "patient_contacted",
          "transport_started",
          "hospital_reached",
          "patient_handed_over",
          "assignment_cleared");
  private static final Set<String> ENDS =
      Set.of("assignment_cleared", "assignment_declined", "assignment_cancelled");

  private final History history;
  private final List<String> findings = new ArrayList<>();

  private Checker(History history) {
    this.history = history;
  }

  /** Everything that must not be; empty when all invariants hold. */
  public static List<String> findings(
      History history, Recorder recorder, List<Transcript> transcripts) {
    Checker checker = new Checker(history);
    checker.sequenceHasNoGap();
    checker.everyAcknowledgedFactIsThereOnce(recorder);
    checker.unitsAndMilestonesAreLegal();
    transcripts.forEach(checker::socketWasToldTheJournal);
    recorder.refusals().forEach(refusal -> checker.findings.add("refused: " + refusal));
    return checker.findings;
  }

  private void sequenceHasNoGap() {
    long before = 0;
    for (JsonNode event : history.events()) {
      long seq = event.path("seq").asLong();
      if (seq != before + 1) {
        findings.add("journal: " + seq + " follows " + before);
      }
      before = seq;
    }
  }

  private void everyAcknowledgedFactIsThereOnce(Recorder recorder) {
    Map<Recorder.Fact, Integer> times = new HashMap<>();
    Map<String, Integer> callsOfPhone = new HashMap<>();
    for (JsonNode event : history.events()) {
      times.merge(factOf(event), 1, Integer::sum);
      if (type(event).equals("call_received")) {
        callsOfPhone.merge(event.at("/data/call/phone").asText(), 1, Integer::sum);
      }
    }
    for (Recorder.Fact fact : recorder.facts()) {
      int found = times.getOrDefault(fact, 0);
      if (found != 1) {
        findings.add("acknowledged, but " + found + " times in the journal: " + fact);
      }
    }
    for (String phone : recorder.spooledPhones()) {
      int found = callsOfPhone.getOrDefault(phone, 0);
      if (found != 1) {
        findings.add("spooled, but " + found + " times in the journal: the call from " + phone);
      }
    }
    callsOfPhone.forEach(
        (phone, found) -> {
          if (found > 1) {
            findings.add("the one call from " + phone + " is " + found + " times in the journal");
          }
        });
  }

  private static Recorder.Fact factOf(JsonNode event) {
    String type = type(event);
    String assignment = event.at("/data/assignmentId").asText();
    String id =
        switch (type) {
          case "call_received" -> event.at("/data/call/id").asText();
          case "incident_opened", "incident_closed" -> event.path("incidentId").asText();
          default -> assignment;
        };
    return new Recorder.Fact(type, id);
  }

  private void unitsAndMilestonesAreLegal() {
    Map<String, String> liveOfUnit = new HashMap<>();
    Map<String, Integer> stepOfAssignment = new HashMap<>();
    for (JsonNode event : history.events()) {
      String type = type(event);
      String assignment = event.at("/data/assignmentId").asText();
      String unit = event.path("unitId").asText();
      int step = STEPS.indexOf(type);
      if (step == 0) {
        String other = liveOfUnit.put(unit, assignment);
        if (other != null) {
          findings.add(at(event) + unit + " is sent to " + assignment + " while live in " + other);
        }
        stepOfAssignment.put(assignment, 0);
      } else if (step > 0 || ENDS.contains(type)) {
        Integer before = stepOfAssignment.get(assignment);
        if (!assignment.equals(liveOfUnit.get(unit))) {
          findings.add(at(event) + type + " of an assignment that is not live");
        } else if (step > 0 && (before == null || step <= before)) {
          findings.add(at(event) + type + " after step " + before);
        }
        if (step > 0) {
          stepOfAssignment.put(assignment, step);
        }
      }
      if (ENDS.contains(type)) {
        liveOfUnit.remove(unit, assignment);
      }
    }
  }

  private void socketWasToldTheJournal(Transcript transcript) {
    transcript.violations().forEach(violation -> findings.add("socket: " + violation));
    for (Transcript.Event told : transcript.events()) {
      boolean known = told.seq() >= 1 && told.seq() <= history.events().size();
      JsonNode kept = known ? history.events().get((int) told.seq() - 1) : null;
      if (kept == null || !kept.path("id").asText().equals(told.id())) {
        findings.add("socket: event " + told.seq() + " is not the journal's: " + told);
      }
    }
  }

  private static String type(JsonNode event) {
    return event.path("type").asText();
  }

  private static String at(JsonNode event) {
    return "journal " + event.path("seq").asLong() + ": ";
  }
}
