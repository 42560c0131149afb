package io.dispatch120.geo.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.Neighbor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class QuadTreeIndexTest {

  private static final LngLat CHANGSHA = new LngLat(112.94, 28.2);

  private final QuadTreeIndex<String> index = new QuadTreeIndex<>();

  @Test
  void anEmptyIndexFindsNothing() {
    assertThat(index.nearest(CHANGSHA, 10, key -> true)).isEmpty();
    assertThat(index.within(CHANGSHA, Double.POSITIVE_INFINITY, key -> true)).isEmpty();
    assertThat(index.size()).isZero();
    assertThat(index.find("A01")).isEmpty();
  }

  @Test
  void aMovedKeyIsFoundOnlyWhereItIs() {
    index.put("A01", CHANGSHA);
    LngLat elsewhere = new LngLat(113.0, 25.8);
    index.put("A01", elsewhere);
    assertThat(index.within(CHANGSHA, 1000, key -> true)).isEmpty();
    assertThat(index.nearest(elsewhere, 5, key -> true))
        .containsExactly(new Neighbor<>("A01", elsewhere, 0));
    assertThat(index.size()).isEqualTo(1);
  }

  @Test
  void aRemovedKeyIsGoneAndRemovingTwiceIsHarmless() {
    index.put("A01", CHANGSHA);
    index.remove("A01");
    index.remove("A01");
    assertThat(index.nearest(CHANGSHA, 5, key -> true)).isEmpty();
    assertThat(index.find("A01")).isEmpty();
    assertThat(index.size()).isZero();
  }

  @Test
  void equalDistancesAreOrderedByKey() {
    List.of("C", "A", "D", "B").forEach(key -> index.put(key, CHANGSHA));
    assertThat(index.nearest(CHANGSHA, 3, key -> true))
        .extracting(Neighbor::key)
        .containsExactly("A", "B", "C");
  }

  @Test
  void looksAcrossTheAntimeridianAndOverThePole() {
    index.put("fiji", new LngLat(-179.9, 0));
    index.put("far", new LngLat(170, 0));
    assertThat(index.nearest(new LngLat(179.9, 0), 1, key -> true))
        .extracting(Neighbor::key)
        .containsExactly("fiji");
    index.put("north", new LngLat(0, 89.9));
    assertThat(index.within(new LngLat(180, 89.9), 30_000, key -> true))
        .extracting(Neighbor::key)
        .containsExactly("north");
  }

  @Test
  void manyKeysInOneYardStayApart() {
    for (int i = 0; i < 200; i++) {
      index.put("U%03d".formatted(i), CHANGSHA);
    }
    for (int i = 0; i < 199; i++) {
      index.remove("U%03d".formatted(i));
    }
    assertThat(index.nearest(CHANGSHA, 5, key -> true))
        .extracting(Neighbor::key)
        .containsExactly("U199");
  }

  @Test
  void refusesNegativeNumbers() {
    assertThatThrownBy(() -> index.nearest(CHANGSHA, -1, key -> true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("k must not be negative");
    for (double radius : new double[] {-1, Double.NaN}) {
      assertThatThrownBy(() -> index.within(CHANGSHA, radius, key -> true))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("radiusMeters must not be negative");
    }
    assertThat(index.nearest(CHANGSHA, 0, key -> true)).isEmpty();
  }

  @Test
  void readersNeverMissAKeyNorSeeOneTwiceWhileOthersMove() throws Exception {
    QuadTreeIndex<Integer> moving = new QuadTreeIndex<>();
    Random random = new Random(120);
    int count = 400;
    for (int key = 0; key < count; key++) {
      moving.put(key, near(random));
    }
    AtomicBoolean done = new AtomicBoolean();
    Callable<Integer> reader =
        () -> {
          int rounds = 0;
          while (!done.get() || rounds == 0) {
            List<Integer> seen = new ArrayList<>();
            moving
                .within(CHANGSHA, 100_000, key -> true)
                .forEach(neighbor -> seen.add(neighbor.key()));
            assertThat(seen).hasSize(count).doesNotHaveDuplicates();
            assertThat(moving.nearest(CHANGSHA, 10, key -> true)).hasSize(10);
            rounds++;
          }
          return rounds;
        };
    ExecutorService readers = Executors.newFixedThreadPool(2);
    try {
      List<Future<Integer>> results = List.of(readers.submit(reader), readers.submit(reader));
      for (int move = 0; move < 20_000; move++) {
        moving.put(random.nextInt(count), near(random));
      }
      done.set(true);
      for (Future<Integer> result : results) {
        assertThat(roundsOf(result)).isPositive();
      }
    } finally {
      done.set(true);
      readers.shutdown();
      assertThat(readers.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static int roundsOf(Future<Integer> result)
      throws InterruptedException, ExecutionException {
    return result.get();
  }

  private static LngLat near(Random random) {
    return new LngLat(112.7 + random.nextDouble() * 0.4, 28.0 + random.nextDouble() * 0.4);
  }
}
