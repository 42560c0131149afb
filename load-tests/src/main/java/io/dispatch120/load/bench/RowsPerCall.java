package io.dispatch120.load.bench;

import io.dispatch120.load.Postgres;
import io.dispatch120.load.Waiting;
import java.time.Duration;

/** How many rows the product inserts for a call, by PostgreSQL's own count. */
final class RowsPerCall {
  private static final String PRODUCT = "dispatch120";
  private static final String ROWS_INSERTED =
      "select coalesce(sum(n_tup_ins), 0) from pg_stat_user_tables";

  /** Statistics of a session are published a second after it fell idle. */
  private static final Duration PUBLISHED = Duration.ofSeconds(3);

  private RowsPerCall() {}

  static int measure(Postgres postgres, Calls calls) {
    Waiting.pause(PUBLISHED);
    long before = postgres.count(PRODUCT, ROWS_INSERTED);
    Measure taken = calls.run(1, Duration.ofSeconds(3), 50);
    Waiting.pause(PUBLISHED);
    long rows = postgres.count(PRODUCT, ROWS_INSERTED) - before;
    calls.settle();
    long count = taken.latencies().getTotalCount();
    if (count == 0) {
      throw new IllegalStateException("no call was taken");
    }
    return Math.max(1, (int) Math.round((double) rows / count));
  }
}
