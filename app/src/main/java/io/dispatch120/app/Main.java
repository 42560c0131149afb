package io.dispatch120.app;

import io.dispatch120.app.cli.CommandContext;
import io.dispatch120.app.cli.Dispatch120Command;

/** What the launcher starts. */
public final class Main {
  private Main() {}

  /** Runs the command given and leaves with its exit code. */
  public static void main(String[] args) {
    System.exit(
        Dispatch120Command.of(
                CommandContext.ofProcess(),
                new Node(),
                (database, user, password) -> {
                  throw NotYetWired.command("users add");
                },
                database -> {
                  throw NotYetWired.command("verify-journal");
                })
            .execute(args));
  }
}
