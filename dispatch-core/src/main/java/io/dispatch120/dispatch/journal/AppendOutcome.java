package io.dispatch120.dispatch.journal;

import java.time.Instant;

/** What became of one command of an append. */
public sealed interface AppendOutcome {
  /**
   * Written; its events have the sequence numbers {@code firstSeq} to {@code lastSeq}, in their
   * order. Without events {@code lastSeq < firstSeq}.
   */
  record Committed(long firstSeq, long lastSeq, Instant recordedAt) implements AppendOutcome {}

  /** The id is known with the same fingerprint: nothing written again. */
  record Replayed(long firstSeq, long lastSeq) implements AppendOutcome {}

  /** The id is known with another fingerprint. */
  record KeyReused() implements AppendOutcome {}

  /**
   * A guard did not hold, or the unit is in a live assignment: decide again on the present state.
   */
  record Conflict(String what) implements AppendOutcome {}
}
