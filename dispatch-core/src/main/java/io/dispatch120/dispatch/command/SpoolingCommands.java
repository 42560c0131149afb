package io.dispatch120.dispatch.command;

import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.journal.StorageUnavailable;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
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
                    ? keep(request, call, cause)
                    : Future.failedFuture(cause));
  }

  private Future<CommandResult> keep(
      CommandRequest request, Command.ReceiveCall call, Throwable cause) {
    CallSpool.Entry entry =
        new CallSpool.Entry(
            request.commandId(),
            request.fingerprint(),
            request.center(),
            request.actor(),
            call,
            clock.instant());
    return spool
        .keep(entry)
        .onSuccess(kept -> waiting.incrementAndGet())
        .<CommandResult>map(new CommandResult.Spooled(request.commandId()))
        .recover(
            full -> {
              // Neither stored nor kept: the caller of this must hear the first, not the second.
              cause.addSuppressed(full);
              return Future.failedFuture(cause);
            });
  }

  /**
   * Brings what is on disk into the journal, oldest first; stops when the database is away. A call
   * that cannot be stored for a reason of its own stays on disk and holds up no other; the future
   * fails with it at the end.
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
    Future<Void> entered =
        enter(entries.get(next), entries.get(next).commandId())
            .compose(stored -> spool.remove(entries.get(next).commandId()))
            .onSuccess(removed -> waiting.decrementAndGet());
    return entered.transform(
        end ->
            end.cause() instanceof StorageUnavailable
                ? entered
                : drain(entries, next + 1).compose(others -> entered));
  }

  /**
   * A call whose id was used before for another one is a call nevertheless, and its caller was told
   * that it is safe: it enters under an id of its own.
   */
  private Future<CommandResult> enter(CallSpool.Entry entry, UUID id) {
    return commands
        .execute(
            new CommandRequest(
                id,
                entry.fingerprint(),
                entry.center(),
                entry.actor(),
                null,
                entry.call(),
                entry.takenAt()))
        .compose(
            result -> {
              if (result instanceof CommandResult.Done) {
                return Future.succeededFuture(result);
              }
              return result instanceof CommandResult.KeyReused && id.equals(entry.commandId())
                  ? enter(entry, otherId(entry))
                  : Future.failedFuture(
                      new IllegalStateException(
                          "the spooled call " + entry.commandId() + " is answered " + result));
            });
  }

  private static UUID otherId(CallSpool.Entry entry) {
    String text = "spooled/" + entry.commandId() + "/" + entry.fingerprint();
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
