package io.dispatch120.dispatch.command;

import io.dispatch120.dispatch.api.Actor;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.Command;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Calls taken while the database was away, safe on this node's disk until they are in the journal.
 * Thread-safe.
 */
public interface CallSpool {

  /** On disk, and surely so, when the future completes. Keeping the same id twice keeps it once. */
  Future<Void> keep(Entry entry);

  /** The oldest first. */
  Future<List<Entry>> list();

  Future<Void> remove(UUID commandId);

  record Entry(
      UUID commandId,
      String fingerprint,
      CenterId center,
      Actor actor,
      Command.ReceiveCall call,
      Instant takenAt) {}
}
