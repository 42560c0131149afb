package io.dispatch120.load.bench;

import io.dispatch120.load.Postgres;
import io.dispatch120.load.Wire;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * The least that telling a socket of something lasting can cost: one commit, and one message there
 * and back. In the same run as what it is compared with.
 */
final class CommitAndEcho implements AutoCloseable {
  private static final int WARM_UP = 100;

  private final BareClient database;
  private final Echo echo = new Echo();

  CommitAndEcho(Wire wire, Postgres postgres, Calls calls) {
    Inserts inserts = new Inserts(RowsPerCall.measure(postgres, calls));
    database = new BareClient(wire.vertx(), inserts.prepare(postgres), inserts);
  }

  /** Measures {@code ours} and this in turns, after both have warmed up. */
  Rounds against(Measured ours, int rounds, int count) {
    ours.times(WARM_UP);
    run(WARM_UP);
    Rounds taken = new Rounds(new ArrayList<>(), new ArrayList<>());
    for (int round = 0; round < rounds; round++) {
      taken.ours().add(ours.times(count));
      taken.theirs().add(run(count));
    }
    return taken;
  }

  /** What is compared with this: done so often, one after the other. */
  interface Measured {
    Histogram times(int count);
  }

  /** What was measured in turns. */
  record Rounds(List<Histogram> ours, List<Histogram> theirs) {
    double oursMillis(double percentile) {
      return Report.medianMillis(ours, percentile);
    }

    double theirsMillis(double percentile) {
      return Report.medianMillis(theirs, percentile);
    }
  }

  private Histogram run(int times) {
    Histogram latencies = Measure.histogram();
    for (int n = 0; n < times; n++) {
      long begun = System.nanoTime();
      database.commit().await();
      echo.roundTrip().await();
      Measure.record(latencies, System.nanoTime() - begun);
    }
    return latencies;
  }

  @Override
  public void close() {
    echo.close();
    database.close();
  }
}
