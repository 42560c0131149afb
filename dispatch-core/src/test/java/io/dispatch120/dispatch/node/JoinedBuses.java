package io.dispatch120.dispatch.node;

import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.api.UnitPosition;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Buses of several nodes in one process: each hears the others, at once. */
final class JoinedBuses {
  private final List<Bus> buses = new CopyOnWriteArrayList<>();

  NodeBus join(String node) {
    Bus bus = new Bus(node);
    buses.add(bus);
    return bus;
  }

  private final class Bus implements NodeBus {
    private final String node;
    private final List<Hearer> hearers = new CopyOnWriteArrayList<>();

    Bus(String node) {
      this.node = node;
    }

    private void toOthers(Consumer<Hearer> word) {
      buses.stream().filter(bus -> bus != this).forEach(bus -> bus.hearers.forEach(word));
    }

    @Override
    public void committed(CenterId center, long seq) {
      toOthers(hearer -> hearer.committed(center, seq));
    }

    @Override
    public void moved(CenterId center, List<UnitPosition> positions) {
      toOthers(hearer -> hearer.moved(center, positions));
    }

    @Override
    public void linked(CenterId center, Set<UnitId> units) {
      toOthers(hearer -> hearer.linked(center, node, units));
    }

    @Override
    public void sessionRevoked(String tokenHash) {
      toOthers(hearer -> hearer.sessionRevoked(tokenHash));
    }

    @Override
    public void listen(Hearer hearer) {
      hearers.add(hearer);
    }
  }
}
