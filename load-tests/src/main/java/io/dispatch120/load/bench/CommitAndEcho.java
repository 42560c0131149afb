package io.dispatch120.load.bench;

import io.dispatch120.load.Postgres;
import io.dispatch120.load.Wire;
import org.HdrHistogram.Histogram;

/**
 * The least that telling a socket of something lasting can cost: one commit, and one message there
 * and back. In the same run as what it is compared with.
 */
final class CommitAndEcho implements AutoCloseable {
  private final BareClient database;
  private final Echo echo = new Echo();

  CommitAndEcho(Wire wire, Postgres postgres, Calls calls) {
    Inserts inserts = new Inserts(RowsPerCall.measure(postgres, calls));
    database = new BareClient(wire.vertx(), inserts.prepare(postgres), inserts);
  }

  Histogram run(int times) {
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
