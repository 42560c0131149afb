package io.dispatch120.dispatch.node;

import io.dispatch120.dispatch.api.CenterId;

/** Watches a node: metrics, health, logs. Never throws, never blocks; called on any thread. */
public interface NodeWatch {
  /** Something in the background failed and will be tried again. */
  void fault(Throwable cause);

  /** Whether the last look at the database succeeded. */
  void storage(boolean available);

  /** Entries the journal has and the board has not. */
  void lag(CenterId center, long entries);

  /** Open streams. */
  void sockets(CenterId center, int count);

  /** Another node ended a session: what is cached of it is void. */
  void sessionRevoked(String tokenHash);
}
