package io.dispatch120.dispatch.stream;

import io.dispatch120.dispatch.api.FrameSink;
import io.dispatch120.dispatch.api.UnitId;
import java.util.function.Supplier;

/**
 * One socket's share of the stream: which events and positions it gets, and what it got last. Used
 * on the loop.
 */
abstract class Listener {
  /** Behind so many frames, positions wait: only the newest matters anyway. */
  private static final int BUSY = 32;

  private final FrameSink sink;
  private long last;
  private boolean started;
  private boolean closed;
  private boolean needsAllPositions = true;

  Listener(FrameSink sink) {
    this.sink = sink;
  }

  /** The board as this listener may see it, to be encoded elsewhere. */
  abstract Object snapshot();

  /** Whether {@code event} is for it. Called for every event, in order, once started. */
  abstract boolean concerns(Recent event);

  abstract String frame(Recent event, long prev);

  abstract boolean seesUnit(UnitId unit);

  /** How far the units on their way have come, if this client is told; empty when as before. */
  String approach() {
    return "";
  }

  /** Whether frames hide personal data. */
  boolean masked() {
    return false;
  }

  /** Whether its snapshot and positions are the same as those of every other such listener. */
  boolean seesEverything() {
    return false;
  }

  /**
   * Whether recent events alone tell it what changed; otherwise it always starts from a snapshot.
   */
  boolean resumable() {
    return true;
  }

  final FrameSink sink() {
    return sink;
  }

  final boolean started() {
    return started;
  }

  final boolean closed() {
    return closed;
  }

  final void close() {
    closed = true;
  }

  /** It has everything up to {@code seq}; events follow from there. */
  final void startAt(long seq) {
    last = seq;
    started = true;
  }

  final void deliver(Recent event) {
    if (event.seq() > last && concerns(event)) {
      send(frame(event, last));
      last = event.seq();
    }
  }

  /** Tells how the approach goes on; for a client that does not keep up, the next one does. */
  final void tellApproach() {
    if (started && !closed && sink.queued() <= BUSY) {
      String frame = approach();
      if (!frame.isEmpty()) {
        send(frame);
      }
    }
  }

  final void send(String frame) {
    if (!closed && !sink.send(frame)) {
      closed = true;
    }
  }

  /**
   * @param changed text with what moved, empty when nothing did
   * @param all text with every unit it may see
   */
  final void positions(Supplier<String> changed, Supplier<String> all) {
    if (!started || closed) {
      return;
    }
    if (sink.queued() > BUSY) {
      needsAllPositions = true;
      return;
    }
    String frame = needsAllPositions ? all.get() : changed.get();
    needsAllPositions = false;
    if (!frame.isEmpty()) {
      send(frame);
    }
  }
}
