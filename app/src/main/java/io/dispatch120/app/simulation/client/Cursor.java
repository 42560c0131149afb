package io.dispatch120.app.simulation.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalLong;

/** How far a socket has been followed, by the rules that docs/websocket.md gives to clients. */
final class Cursor {
  private static final long NOWHERE = -1;

  /** What to do with a frame. */
  enum Verdict {
    TAKE,
    LEAVE,
    /** Something before it is missing. */
    LOST
  }

  private long seq = NOWHERE;

  /** For {@code since}; empty when a snapshot is needed. */
  OptionalLong since() {
    return seq == NOWHERE ? OptionalLong.empty() : OptionalLong.of(seq);
  }

  void reset() {
    seq = NOWHERE;
  }

  /** Judges a frame and, when it is to be taken, counts it as taken. */
  Verdict judge(JsonNode frame) {
    return switch (frame.path("type").asText()) {
      case "snapshot" -> {
        seq = frame.path("seq").asLong();
        yield Verdict.TAKE;
      }
      case "event" -> judgeEvent(frame.path("seq").asLong(), frame.path("prev").asLong());
      case "heartbeat" -> {
        seq = Math.max(seq, frame.path("seq").asLong());
        yield Verdict.LEAVE;
      }
      default -> Verdict.LEAVE;
    };
  }

  private Verdict judgeEvent(long eventSeq, long prev) {
    if (prev > seq) {
      return Verdict.LOST;
    }
    if (eventSeq <= seq) {
      return Verdict.LEAVE;
    }
    seq = eventSeq;
    return Verdict.TAKE;
  }
}
