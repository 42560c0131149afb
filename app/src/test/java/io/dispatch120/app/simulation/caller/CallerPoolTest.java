package io.dispatch120.app.simulation.caller;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.app.simulation.pace.Chance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CallerPoolTest {
  private final List<CallerSeed> seeds = CallerFile.demo();

  @Test
  void letsNobodyCallAgainWithinThirtyCalls() {
    CallerPool pool = new CallerPool(seeds, new Chance(new SplittableRandom(1)));
    List<CallerSeed> drawn = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      CallerSeed next = pool.draw();
      assertThat(drawn.subList(Math.max(0, drawn.size() - 30), drawn.size())).doesNotContain(next);
      drawn.add(next);
    }
    assertThat(drawn).containsAll(seeds);
  }

  @Test
  void drawsHeavySeedsMoreOften() {
    Chance chance = new Chance(new SplittableRandom(2));
    Map<Double, Integer> first = new HashMap<>();
    for (int i = 0; i < 4_000; i++) {
      first.merge(new CallerPool(seeds, chance).draw().weight(), 1, Integer::sum);
    }
    double light = first.getOrDefault(1.0, 0) / (double) count(1);
    double heavy = first.getOrDefault(5.0, 0) / (double) count(5);
    assertThat(heavy / light).isBetween(3.0, 8.0);
  }

  private long count(double weight) {
    return seeds.stream().filter(seed -> seed.weight() == weight).count();
  }

  @Test
  void drawsTheOnlyCallerOverAndOver() {
    CallerPool pool = new CallerPool(seeds.subList(0, 1), new Chance(new SplittableRandom(3)));
    assertThat(pool.draw()).isEqualTo(pool.draw());
  }

  @Test
  void knowsAPriorityAndMessagesForEveryCaller() {
    assertThat(seeds)
        .allSatisfy(
            seed -> {
              assertThat(seed.priority()).matches("p[1-4]");
              assertThat(seed.messages())
                  .hasSizeBetween(1, 4)
                  .doesNotHaveDuplicates()
                  .allMatch(text -> text.length() >= 4 && text.length() <= 40);
            });
    assertThat(seeds.stream().flatMap(seed -> seed.messages().stream())).doesNotHaveDuplicates();
  }
}
