package io.dispatch120.dispatch.adapter.cluster;

import static io.dispatch120.dispatch.journal.StorageContract.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.api.UnitPosition;
import io.dispatch120.dispatch.node.NodeBus;
import io.dispatch120.geo.api.LngLat;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VertxNodeBusTest {
  private static final CenterId CENTER = new CenterId("c");
  private static final UnitPosition POSITION =
      new UnitPosition(
          new UnitId("A01"),
          new LngLat(112.9, 28.2),
          Instant.parse("2026-11-22T04:00:00.123Z"),
          12.5,
          null,
          5.0);

  private final Vertx vertx = Vertx.vertx();
  private final Heard one = new Heard();
  private final Heard two = new Heard();
  private final VertxNodeBus first = new VertxNodeBus(vertx.eventBus(), "one");
  private final VertxNodeBus second = new VertxNodeBus(vertx.eventBus(), "two");

  VertxNodeBusTest() {
    first.listen(one);
    second.listen(two);
  }

  @AfterEach
  void close() {
    await(vertx.close());
  }

  @Test
  void tellsTheOthersInOrderAndNotItself() {
    first.committed(CENTER, 7);
    first.moved(CENTER, List.of(POSITION));
    first.linked(CENTER, Set.of(new UnitId("A01")));
    first.sessionRevoked("hash");
    second.committed(CENTER, 8);

    Awaitility.await().until(() -> two.words.size() == 4 && one.words.size() == 1);
    assertThat(two.words)
        .containsExactly(
            "c committed 7", "c moved " + List.of(POSITION), "c linked one [A01]", "revoked hash");
    assertThat(one.words).containsExactly("c committed 8");
  }

  @Test
  void passesOverWhatItCannotRead() {
    for (String bad : List.of("", "[]", "{\"node\":1}", "{\"node\":\"x\",\"moved\":[{}]}")) {
      vertx.eventBus().publish("dispatch120.nodes", bad);
    }
    first.committed(CENTER, 7);

    Awaitility.await().until(() -> two.words.contains("c committed 7"));
    assertThat(two.words).hasSize(1);
  }

  private static final class Heard implements NodeBus.Hearer {
    private final List<String> words = new CopyOnWriteArrayList<>(new ArrayList<>());

    @Override
    public void committed(CenterId center, long seq) {
      words.add(center + " committed " + seq);
    }

    @Override
    public void moved(CenterId center, List<UnitPosition> positions) {
      words.add(center + " moved " + positions);
    }

    @Override
    public void linked(CenterId center, String node, Set<UnitId> units) {
      words.add(center + " linked " + node + " " + units);
    }

    @Override
    public void sessionRevoked(String tokenHash) {
      words.add("revoked " + tokenHash);
    }
  }
}
