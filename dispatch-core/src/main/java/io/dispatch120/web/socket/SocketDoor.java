package io.dispatch120.web.socket;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;

/** Decides who may open a socket at one route. Thread-safe. */
public interface SocketDoor {
  /**
   * Called on the connection's context, before the upgrade.
   *
   * @return fails with a {@link io.dispatch120.web.ProblemException} for those who get no socket at
   *     all
   */
  Future<Entry> knock(RoutingContext request);
}
