package io.dispatch120.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one client was told over all its connections, checked as it comes: after every event its
 * next, or a snapshot that is not older and then the next. Thread-safe.
 */
public final class Transcript {
  /**
   * One event frame.
   *
   * @param receivedNanos by {@link System#nanoTime()}
   * @param body the event itself
   */
  public record Event(long seq, String id, String type, long receivedNanos, JsonNode body) {}

  private final boolean everyEvent;
  private final List<Event> events = new ArrayList<>();
  private final List<String> violations = new ArrayList<>();
  private final List<Duration> resumptions = new ArrayList<>();
  private final List<Integer> closeCodes = new ArrayList<>();
  private final List<String> storageStates = new ArrayList<>();
  private JsonNode board = MissingNode.getInstance();
  private long last = -1;
  private long heartbeatSeq = -1;
  private long lastFrameNanos = System.nanoTime();
  private int snapshots;
  private boolean firstFrame;
  private long askedSince = -1;
  private @Nullable Long lostNanos;
  private String lastFailure = "";

  /**
   * @param everyEvent whether it is a stream of every event, so that sequence numbers have no gap
   */
  public Transcript(boolean everyEvent) {
    this.everyEvent = everyEvent;
  }

  /** What it has by now, apart from what comes later. */
  public synchronized Transcript copy() {
    Transcript copy = new Transcript(everyEvent);
    copy.events.addAll(events);
    copy.violations.addAll(violations);
    return copy;
  }

  synchronized void connected(long since) {
    firstFrame = true;
    askedSince = since;
  }

  synchronized void disconnected(int code, long nanos) {
    closeCodes.add(code);
    if (lostNanos == null) {
      lostNanos = nanos;
    }
  }

  synchronized void notConnected(Throwable cause) {
    lastFailure = cause.toString();
  }

  /** Takes the next frame. */
  public synchronized void add(JsonNode frame, long nanos) {
    lastFrameNanos = nanos;
    String type = frame.path("type").asText();
    switch (type) {
      case "snapshot" -> snapshot(frame);
      case "event" -> event(frame, nanos);
      case "heartbeat" -> heartbeat(frame);
      case "positions", "recommendation" -> {}
      default -> violations.add("unknown frame " + frame);
    }
    if (lostNanos != null) {
      resumptions.add(Duration.ofNanos(nanos - lostNanos));
      lostNanos = null;
    }
    if (!type.equals("positions") && !type.equals("recommendation")) {
      firstFrame = false;
    }
  }

  private void snapshot(JsonNode frame) {
    long seq = frame.path("seq").asLong(-1);
    if (!firstFrame) {
      violations.add("snapshot " + seq + " is not the first frame of its connection");
    }
    if (seq < last) {
      violations.add("went backwards: snapshot " + seq + " after " + last);
    }
    snapshots++;
    board = frame.path("board");
    last = seq;
    heartbeatSeq = Math.max(heartbeatSeq, seq);
  }

  private void event(JsonNode frame, long nanos) {
    long seq = frame.path("seq").asLong(-1);
    long prev = frame.path("prev").asLong(-1);
    if (firstFrame && askedSince < 0) {
      violations.add("event " + seq + " before any snapshot");
    }
    if (prev != last || seq <= last || (everyEvent && seq != last + 1)) {
      violations.add("event " + seq + " (prev " + prev + ") after " + last);
    }
    JsonNode body = frame.path("event");
    events.add(new Event(seq, body.path("id").asText(), body.path("type").asText(), nanos, body));
    last = seq;
    heartbeatSeq = Math.max(heartbeatSeq, seq);
  }

  private void heartbeat(JsonNode frame) {
    long seq = frame.path("seq").asLong(-1);
    if (seq < last || (everyEvent && seq != last)) {
      violations.add("heartbeat says complete up to " + seq + " after " + last);
    }
    heartbeatSeq = Math.max(heartbeatSeq, seq);
    String storage = frame.path("storage").asText();
    if (storageStates.isEmpty() || !storageStates.get(storageStates.size() - 1).equals(storage)) {
      storageStates.add(storage);
    }
  }

  /** Everything that must not have happened; empty when all is well. */
  public synchronized List<String> violations() {
    return List.copyOf(violations);
  }

  public synchronized List<Event> events() {
    return List.copyOf(events);
  }

  /** From each loss of connection to the first frame after it. */
  public synchronized List<Duration> resumptions() {
    return List.copyOf(resumptions);
  }

  /** Codes with which connections ended; 1006 when without any. */
  public synchronized List<Integer> closeCodes() {
    return List.copyOf(closeCodes);
  }

  /** States of the storage that heartbeats told, each change once. */
  public synchronized List<String> storageStates() {
    return List.copyOf(storageStates);
  }

  /** The board of the last snapshot. */
  public synchronized JsonNode board() {
    return board;
  }

  public synchronized int snapshots() {
    return snapshots;
  }

  /** Of the last snapshot or event, -1 before; what {@code since} has to be. */
  public synchronized long lastSeq() {
    return last;
  }

  /** Up to where it is known to be complete: heartbeats count too. */
  public synchronized long completeUpTo() {
    return heartbeatSeq;
  }

  synchronized long lastFrameNanos() {
    return lastFrameNanos;
  }

  @Override
  public synchronized String toString() {
    return "last %d, complete up to %d, %d events, %d snapshots, closed with %s, %s %s"
        .formatted(
            last,
            heartbeatSeq,
            events.size(),
            snapshots,
            closeCodes,
            violations.isEmpty() ? "whole" : violations,
            lastFailure);
  }
}
