package io.dispatch120.dispatch.node;

import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.api.UnitPosition;
import java.util.List;
import java.util.Set;

/**
 * Tells the other nodes, quickly and without promise: what is lost is found by polling the journal,
 * or is told again. It carries sequence numbers, never events: those are read from the journal, so
 * no personal data travels here and there is one source of truth. Thread-safe; never blocks.
 */
public interface NodeBus {
  void committed(CenterId center, long seq);

  void moved(CenterId center, List<UnitPosition> positions);

  /** Which crews hold a socket on this node. */
  void linked(CenterId center, Set<UnitId> units);

  void sessionRevoked(String tokenHash);

  /** Hears the other nodes, not this one. */
  void listen(Hearer hearer);

  /** What the other nodes tell; called on any thread. */
  interface Hearer {
    void committed(CenterId center, long seq);

    void moved(CenterId center, List<UnitPosition> positions);

    void linked(CenterId center, String node, Set<UnitId> units);

    void sessionRevoked(String tokenHash);
  }
}
