package io.dispatch120.app.cli;

import io.dispatch120.app.config.DatabaseUrl;
import java.util.List;
import java.util.Optional;

/** Checks that no journal has a changed, missing, inserted or reordered event. */
public interface JournalVerification {
  /**
   * The first event that is not as it was written.
   *
   * @param seq its sequence number, or the one that is missing
   * @param what is wrong, in a few words
   */
  record Fault(long seq, String what) {}

  /**
   * What was found for one center.
   *
   * @param events how many were checked
   * @param fault empty when the journal is whole
   */
  record Verdict(String center, long events, Optional<Fault> fault) {}

  /** One verdict a center, in the order of their names. */
  List<Verdict> verify(DatabaseUrl database);
}
