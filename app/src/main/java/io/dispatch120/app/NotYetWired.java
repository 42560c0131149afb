package io.dispatch120.app;

import io.dispatch120.app.cli.JournalVerification.Verdict;
import io.dispatch120.app.cli.UserAdministration.NewUser;
import io.dispatch120.app.config.DatabaseUrl;
import io.dispatch120.app.config.StartFailure;
import java.util.List;

/** PLACEHOLDER, to be deleted: the tools that wait for the journal and the accounts of the core. */
final class NotYetWired {
  private NotYetWired() {}

  static void addUser(DatabaseUrl database, NewUser user) {
    throw missing("users add");
  }

  static List<Verdict> verifyJournal(DatabaseUrl database) {
    throw missing("verify-journal");
  }

  private static StartFailure missing(String command) {
    return new StartFailure(command + " is not part of this build", "Use a later build.");
  }
}
