package io.dispatch120.dispatch.adapter.telemetry;

import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.journal.AppendCommand;
import io.dispatch120.dispatch.journal.AppendOutcome;
import io.dispatch120.dispatch.journal.Journal;
import io.dispatch120.dispatch.journal.JournalEntry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A journal whose appends are timed, by whether they succeeded. */
public final class MeteredJournal implements Journal {
  private final Journal journal;
  private final Timer stored;
  private final Timer failed;
  private final MeterRegistry registry;

  public MeteredJournal(Journal journal, MeterRegistry registry) {
    this.journal = journal;
    this.registry = registry;
    this.stored = timer(registry, "stored");
    this.failed = timer(registry, "failed");
  }

  private static Timer timer(MeterRegistry registry, String outcome) {
    return Timer.builder("dispatch_append_seconds")
        .description("one append of a batch to the journal, until PostgreSQL has answered")
        .tag("outcome", outcome)
        .publishPercentiles(0.5, 0.99)
        .register(registry);
  }

  @Override
  public Future<List<AppendOutcome>> append(CenterId center, List<AppendCommand> commands) {
    Timer.Sample sample = Timer.start(registry);
    return journal
        .append(center, commands)
        .onComplete(end -> sample.stop(end.succeeded() ? stored : failed));
  }

  @Override
  public Future<List<JournalEntry>> read(CenterId center, long after, int limit) {
    return journal.read(center, after, limit);
  }

  @Override
  public Future<Head> head(CenterId center) {
    return journal.head(center);
  }

  @Override
  public Future<Optional<Recorded>> findRecorded(CenterId center, UUID commandId) {
    return journal.findRecorded(center, commandId);
  }
}
