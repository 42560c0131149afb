package io.dispatch120.dispatch.journal;

import io.dispatch120.dispatch.api.CenterId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The append-only truth of every centre. Sequence numbers of a centre are gap-free and in commit
 * order. Thread-safe. A storage that is away fails the future with {@link StorageUnavailable}.
 */
public interface Journal {

  /**
   * Writes an array of commands of one centre in one transaction and gives an outcome for each, in
   * order. A later command sees what an earlier one changed; a conflict is an outcome and does not
   * disturb the others. Nothing is written of a command that is not {@link
   * AppendOutcome.Committed}.
   */
  Future<List<AppendOutcome>> append(CenterId center, List<AppendCommand> commands);

  /** Entries with {@code seq > after}, in order, at most {@code limit}. */
  Future<List<JournalEntry>> read(CenterId center, long after, int limit);

  /** The last sequence number (0 for an empty journal) and the database's time. */
  Future<Head> head(CenterId center);

  /** What a command id recorded, to answer a repetition; the entries are those it wrote. */
  Future<Optional<Recorded>> findRecorded(CenterId center, UUID commandId);

  record Head(long seq, Instant databaseTime) {}

  record Recorded(String fingerprint, List<JournalEntry> entries) {}
}
