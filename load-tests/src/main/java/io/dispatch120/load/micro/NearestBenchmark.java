package io.dispatch120.load.micro;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The nearest 10 that pass a filter, while a thread moves 2,000 units a second. */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class NearestBenchmark {
  static final int K = 10;
  static final int MOVES_PER_SECOND = 2_000;

  @Param({"INDEX", "PLAIN_SCAN", "PACKED_SCAN", "STR_TREE"})
  Way way = Way.INDEX;

  @Param({"10000", "100000"})
  int units;

  /** How many in a hundred pass the filter. */
  @Param({"100", "10", "1"})
  int ready;

  @Param("120")
  long seed;

  private @Nullable Race race;

  /** What is asked. */
  public enum Way {
    INDEX("moving index"),
    PLAIN_SCAN("linear scan"),
    PACKED_SCAN("linear scan over packed vectors"),
    STR_TREE("STRtree rebuilt each second");

    private final String words;

    Way(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }

    NearestSearch search(int units) {
      return switch (this) {
        case INDEX -> new ProductIndex();
        case PLAIN_SCAN -> new PlainScan(units);
        case PACKED_SCAN -> new PackedScan(units);
        case STR_TREE -> new RebuiltStrTree(units, MovingFleet.LATITUDE);
      };
    }
  }

  private static final class Race {
    final MovingFleet fleet;
    final NearestSearch search;
    final Movers movers;
    int asked;

    Race(MovingFleet fleet, NearestSearch search, int movesPerSecond) {
      this.fleet = fleet;
      this.search = search;
      fleet.placeAll(search);
      search.everySecond();
      movers = new Movers(fleet, search, movesPerSecond);
    }
  }

  @Setup(Level.Trial)
  public void begin() {
    race = new Race(new MovingFleet(units, ready, seed), way.search(units), MOVES_PER_SECOND);
  }

  @TearDown(Level.Trial)
  public void end() throws InterruptedException {
    race().movers.close();
  }

  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  public List<String> nearest() {
    Race now = race();
    MovingFleet fleet = now.fleet;
    int question = now.asked++ & (fleet.questions.size() - 1);
    return now.search.nearest(fleet.questions.get(question), K, fleet.ready);
  }

  private Race race() {
    Race now = race;
    if (now == null) {
      throw new IllegalStateException("JMH has not called begin()");
    }
    return now;
  }
}
