package io.dispatch120.dispatch.query;

import io.dispatch120.geo.api.Roads;
import io.vertx.core.Future;
import java.util.function.Supplier;

/** The roads of one centre on this node. Thread-safe. */
public interface LiveRoads {
  /** Answers at once, by the conditions last in use. */
  Roads roads();

  /**
   * Completes once what the board closes now is in use: a question asked after that avoids it. Also
   * completes when that takes too long or fails; it is tried again then.
   */
  Future<Void> inUse();

  /** Asks a question that is not for event loops, on a worker. */
  <T> Future<T> ask(Supplier<T> question);
}
