package io.dispatch120.dispatch.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class KeyedGateTest {
  private final KeyedGate gate = new KeyedGate();
  private final List<String> started = new ArrayList<>();

  private Promise<String> run(String name, String... keys) {
    Promise<String> end = Promise.promise();
    gate.run(
        Set.of(keys),
        () -> {
          started.add(name);
          return end.future();
        });
    return end;
  }

  @Test
  void runsWorkOfOneKeyInTheOrderItCame() {
    Promise<String> first = run("first", "a");
    run("second", "a");
    run("other", "b");
    assertThat(started).containsExactly("first", "other");

    first.complete();

    assertThat(started).containsExactly("first", "other", "second");
    assertThat(gate.size()).isEqualTo(2);
  }

  @Test
  void waitsForAllKeys() {
    Promise<String> a = run("a", "a");
    Promise<String> b = run("b", "b");
    run("both", "a", "b");

    a.complete();
    assertThat(started).doesNotContain("both");
    b.fail("no matter how it ends");

    assertThat(started).contains("both");
  }

  @Test
  void goesOnAfterWorkThatThrows() {
    Future<String> failed =
        gate.run(
            Set.of("a"),
            () -> {
              throw new IllegalStateException("a bug");
            });
    run("next", "a");

    assertThat(failed.cause()).hasMessage("a bug");
    assertThat(started).containsExactly("next");
  }

  @Property(tries = 200)
  void neverRunsTwoOfAKeyAtOnceAndEverythingOnce(@ForAll long seed) {
    Random random = new Random(seed);
    KeyedGate one = new KeyedGate();
    Set<Integer> running = new HashSet<>();
    List<Promise<Void>> open = new ArrayList<>();
    List<Integer> done = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Set<Integer> keys = Set.of(random.nextInt(3), 3 + random.nextInt(3));
      int number = i;
      one.run(
          keys,
          () -> {
            keys.forEach(key -> assertThat(running.add(key)).isTrue());
            Promise<Void> end = Promise.promise();
            end.future()
                .onComplete(
                    over -> {
                      running.removeAll(keys);
                      done.add(number);
                    });
            open.add(end);
            return end.future();
          });
      if (random.nextBoolean() && !open.isEmpty()) {
        open.remove(random.nextInt(open.size())).complete();
      }
    }
    while (!open.isEmpty()) {
      open.remove(random.nextInt(open.size())).complete();
    }
    assertThat(done).hasSize(40).doesNotHaveDuplicates();
    assertThat(one.size()).isZero();
  }
}
