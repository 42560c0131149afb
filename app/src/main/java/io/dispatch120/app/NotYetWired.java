package io.dispatch120.app;

import io.dispatch120.app.config.StartFailure;

/** PLACEHOLDER, to be deleted: stands where the journal and the accounts of the core will be. */
final class NotYetWired {
  private NotYetWired() {}

  static StartFailure command(String name) {
    return new StartFailure(name + " is not part of this build", "Use a later build.");
  }
}
