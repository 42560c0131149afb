package io.dispatch120.dispatch.simulation;

import io.dispatch120.dispatch.adapter.memory.InMemoryStorage;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.api.UnitPosition;
import io.dispatch120.dispatch.board.DatabaseClock;
import io.dispatch120.dispatch.board.ManualLoop;
import io.dispatch120.dispatch.command.CommandMeter;
import io.dispatch120.dispatch.hospital.HospitalServices;
import io.dispatch120.dispatch.node.CenterNode;
import io.dispatch120.dispatch.node.DispatchNode;
import io.dispatch120.dispatch.node.NodeBus;
import io.dispatch120.dispatch.node.NodeParts;
import io.dispatch120.dispatch.node.NodeWatch;
import io.dispatch120.dispatch.road.BridgeRoads;
import io.dispatch120.geo.aed.IndexedAedFinder;
import io.dispatch120.geo.datum.ChineseDatums;
import io.dispatch120.geo.index.QuadTreeIndex;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One life of a node, from its start to its crash, with a clock of its own that may be wrong. */
final class SimulatedNode implements NodeBus, NodeWatch {
  /** Deadlines of minutes come within seconds, so that short schedules meet many. */
  static final double TIMER_SCALE = 0.1;

  final String name;
  final ManualLoop loop;
  final DispatchNode node;
  final List<SocketClient> sockets = new ArrayList<>();
  private final Chaos chaos;
  private final List<SimulatedNode> cluster;
  private final Future<Void> started;
  private NodeBus.@Nullable Hearer hearer;

  SimulatedNode(String name, Chaos chaos, InMemoryStorage storage, List<SimulatedNode> cluster) {
    this.name = name;
    this.chaos = chaos;
    this.cluster = cluster;
    this.loop = new ManualLoop(chaos.time);
    Duration wrong = Duration.ofSeconds(chaos.random.nextInt(7_200) - 3_600);
    this.node =
        new DispatchNode(
            new NodeParts(
                FarStores.of(storage, chaos, loop),
                loop,
                work -> chaos.time.after(chaos.way(), work),
                new DatabaseClock(chaos.time::nanos, chaos.time.instant().plus(wrong)),
                new ChineseDatums(),
                center -> new BridgeRoads(),
                (frame, masked) -> Frame.write(frame),
                CommandMeter.NONE,
                this,
                QuadTreeIndex::new,
                (catalogue, travelTimes) ->
                    new IndexedAedFinder(
                        List.of(), ZoneId.of(catalogue.center().zone()), travelTimes),
                HospitalServices::withoutHours,
                this,
                FarStores.paging(storage, chaos, loop)),
            TIMER_SCALE);
    this.started = node.start();
  }

  /** Whether it serves: a node that could not load its board is not there for anybody. */
  boolean serves() {
    return started.succeeded() && !loop.dead();
  }

  boolean failed() {
    return started.failed() || loop.dead();
  }

  CenterNode center() {
    return node.getCenter(Places.CENTER);
  }

  void kill() {
    loop.kill();
    List.copyOf(sockets).forEach(SocketClient::lost);
    sockets.clear();
  }

  // --- the bus: late, twice, out of order, or not at all

  private interface Word {
    void to(NodeBus.Hearer hearer);
  }

  private void publish(Word word) {
    for (SimulatedNode other : cluster) {
      int copies = other == this || chaos.once(5) ? 0 : chaos.once(8) ? 2 : 1;
      for (int i = 0; i < copies; i++) {
        chaos.time.after(chaos.way(), () -> other.hear(word));
      }
    }
  }

  private void hear(Word word) {
    if (hearer != null && !loop.dead()) {
      word.to(hearer);
    }
  }

  @Override
  public void committed(CenterId center, long seq) {
    publish(to -> to.committed(center, seq));
  }

  @Override
  public void moved(CenterId center, List<UnitPosition> positions) {
    publish(to -> to.moved(center, positions));
  }

  @Override
  public void linked(CenterId center, Set<UnitId> units) {
    publish(to -> to.linked(center, name, units));
  }

  @Override
  public void listen(Hearer newHearer) {
    hearer = newHearer;
  }

  // --- what is watched is of no concern here

  @Override
  public void sessionRevoked(String tokenHash) {}

  @Override
  public void fault(Throwable cause) {}

  @Override
  public void storage(boolean available) {}

  @Override
  public void lag(CenterId center, long entries) {}

  @Override
  public void sockets(CenterId center, int count) {}
}
