package io.dispatch120.load;

import com.fasterxml.jackson.databind.JsonNode;

/** Frames and journal events as the contract writes them. */
final class Frames {
  private Frames() {}

  static JsonNode snapshot(long seq) {
    return Wire.decode("{\"type\":\"snapshot\",\"seq\":%d,\"board\":{}}".formatted(seq));
  }

  static JsonNode event(long seq, long prev) {
    return Wire.decode(
        "{\"type\":\"event\",\"seq\":%d,\"prev\":%d,\"event\":{\"id\":\"e%d\",\"type\":\"x\"}}"
            .formatted(seq, prev, seq));
  }

  static JsonNode heartbeat(long seq) {
    return Wire.decode(
        "{\"type\":\"heartbeat\",\"seq\":%d,\"storage\":\"available\"}".formatted(seq));
  }

  /** An entry of the journal about an assignment. */
  static JsonNode entry(long seq, String type, String unit, String assignment) {
    return Wire.decode(
        ("{\"id\":\"e%d\",\"seq\":%d,\"type\":\"%s\",\"unitId\":\"%s\","
                + "\"incidentId\":\"i1\",\"data\":{\"assignmentId\":\"%s\"}}")
            .formatted(seq, seq, type, unit, assignment));
  }

  /** An entry of the journal that a call came in. */
  static JsonNode call(long seq, String id, String phone) {
    return Wire.decode(
        ("{\"id\":\"e%d\",\"seq\":%d,\"type\":\"call_received\",\"incidentId\":\"i1\","
                + "\"data\":{\"call\":{\"id\":\"%s\",\"phone\":\"%s\"}}}")
            .formatted(seq, seq, id, phone));
  }
}
