package io.dispatch120.dispatch.command;

import io.vertx.core.Future;

/**
 * Takes every command of the product, from people, crews, callers and timers. Thread-safe.
 *
 * <p>The future fails with {@link io.dispatch120.dispatch.journal.StorageUnavailable} when
 * PostgreSQL is away. It completes only after the commit and after this node's own board shows it.
 */
public interface CommandService {
  Future<CommandResult> execute(CommandRequest request);
}
