package io.dispatch120.dispatch.command;

import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.journal.StorageUnavailable;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Takes calls even while the database is away: a caller cannot be told to ring again later. Such a
 * call is kept on disk and enters the journal, with the time it was taken, as soon as the database
 * is back; its command id makes that happen once even if the first try did get through. Every other
 * command is refused meanwhile. Thread-safe.
 */
public final class SpoolingCommands implements CommandService {
  private final CommandService commands;
  private final CallSpool spool;
  private final InstantSource clock;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicBoolean draining = new AtomicBoolean();

  public SpoolingCommands(CommandService commands, CallSpool spool, InstantSource clock) {
    this.commands = commands;
    this.spool = spool;
    this.clock = clock;
  }

  /** Calls on disk that are not in the journal yet. */
  public int waiting() {
    return waiting.get();
  }

  @Override
  public Future<CommandResult> execute(CommandRequest request) {
    return commands
        .execute(request)
        .recover(
            cause ->
                cause instanceof StorageUnavailable
                        && request.command() instanceof Command.ReceiveCall call
                    ? keep(request, call)
                    : Future.failedFuture(cause));
  }

  private Future<CommandResult> keep(CommandRequest request, Command.ReceiveCall call) {
    CallSpool.Entry entry =
        new CallSpool.Entry(
            request.commandId(),
            request.fingerprint(),
            request.center(),
            request.actor(),
            call,
            clock.instant());
    waiting.incrementAndGet();
    return spool.keep(entry).map(new CommandResult.Spooled(request.commandId()));
  }

  /**
   * Brings what is on disk into the journal, oldest first; stops at the first that cannot be stored
   * yet.
   */
  public Future<Void> drain() {
    if (!draining.compareAndSet(false, true)) {
      return Future.succeededFuture();
    }
    return spool
        .list()
        .compose(
            entries -> {
              waiting.set(entries.size());
              return drain(entries, 0);
            })
        .onComplete(end -> draining.set(false));
  }

  private Future<Void> drain(List<CallSpool.Entry> entries, int next) {
    if (next == entries.size()) {
      return Future.succeededFuture();
    }
    CallSpool.Entry entry = entries.get(next);
    return commands
        .execute(
            new CommandRequest(
                entry.commandId(),
                entry.fingerprint(),
                entry.center(),
                entry.actor(),
                null,
                entry.call(),
                entry.takenAt()))
        .compose(stored -> spool.remove(entry.commandId()))
        .onSuccess(removed -> waiting.decrementAndGet())
        .compose(removed -> drain(entries, next + 1));
  }
}
