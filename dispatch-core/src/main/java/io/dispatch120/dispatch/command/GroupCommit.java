package io.dispatch120.dispatch.command;

import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.board.Loop;
import io.dispatch120.dispatch.journal.AppendCommand;
import io.dispatch120.dispatch.journal.AppendOutcome;
import io.dispatch120.dispatch.journal.Journal;
import io.dispatch120.dispatch.journal.StorageUnavailable;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Gathers the commands of a centre that are ready while an append is under way, and appends them
 * together: the busier, the fewer commits per command. One append at a time; more would only wait
 * for the centre's row. Used on the loop.
 */
final class GroupCommit {
  /** Bounds the time the centre's row is held. */
  private static final int BATCH_LIMIT = 64;

  /** A commit whose outcome is unknown is asked for again; ids make the repetition harmless. */
  private static final int TRIES = 4;

  private static final Duration PAUSE = Duration.ofMillis(250);

  private final CenterId center;
  private final Journal journal;
  private final Loop loop;
  private final IntConsumer batchMeter;
  private final ArrayDeque<Pending> queue = new ArrayDeque<>();
  private boolean busy;

  /**
   * @param alone its batch could not be written for a reason that lies in one of its commands
   */
  private record Pending(AppendCommand command, Promise<AppendOutcome> outcome, boolean alone) {}

  /**
   * @param batchMeter told the size of every batch
   */
  GroupCommit(CenterId center, Journal journal, Loop loop, IntConsumer batchMeter) {
    this.center = center;
    this.journal = journal;
    this.loop = loop;
    this.batchMeter = batchMeter;
  }

  Future<AppendOutcome> append(AppendCommand command) {
    Pending pending = new Pending(command, Promise.promise(), false);
    queue.addLast(pending);
    flush();
    return pending.outcome.future();
  }

  private void flush() {
    if (busy || queue.isEmpty()) {
      return;
    }
    busy = true;
    List<Pending> batch = new ArrayList<>();
    boolean alone = queue.getFirst().alone;
    while (batch.size() < (alone ? 1 : BATCH_LIMIT) && !queue.isEmpty()) {
      batch.add(queue.removeFirst());
    }
    batchMeter.accept(batch.size());
    send(batch, 1);
  }

  private void send(List<Pending> batch, int attempt) {
    write(batch).onComplete(end -> loop.execute(() -> finish(batch, attempt, end)));
  }

  private Future<List<AppendOutcome>> write(List<Pending> batch) {
    try {
      return journal.append(center, batch.stream().map(Pending::command).toList());
    } catch (RuntimeException bug) {
      return Future.failedFuture(bug);
    }
  }

  private void finish(List<Pending> batch, int attempt, AsyncResult<List<AppendOutcome>> end) {
    if (end.failed()
        && end.cause() instanceof StorageUnavailable away
        && away.outcomeUnknown()
        && attempt < TRIES) {
      loop.after(PAUSE, () -> send(batch, attempt + 1));
      return;
    }
    busy = false;
    if (end.failed() && !(end.cause() instanceof StorageUnavailable) && batch.size() > 1) {
      // One command that cannot be written must not take its mates along.
      for (int i = batch.size() - 1; i >= 0; i--) {
        queue.addFirst(new Pending(batch.get(i).command, batch.get(i).outcome, true));
      }
      flush();
      return;
    }
    for (int i = 0; i < batch.size(); i++) {
      if (end.succeeded()) {
        batch.get(i).outcome.complete(end.result().get(i));
      } else {
        batch.get(i).outcome.fail(attempt > 1 ? unknown(end.cause()) : end.cause());
      }
    }
    flush();
  }

  /** Once a try may have been committed, no later failure can say that it was not. */
  private static Throwable unknown(Throwable cause) {
    return new StorageUnavailable("the outcome of the commit is not known", true, cause);
  }
}
