package io.dispatch120.app;

import io.dispatch120.app.cli.CommandContext;
import io.dispatch120.app.cli.Dispatch120Command;
import io.dispatch120.app.cli.Importers;
import io.dispatch120.app.map.MapTool;
import io.dispatch120.app.node.CenterTool;
import io.dispatch120.app.node.JournalTool;
import io.dispatch120.app.node.ListTool;
import io.dispatch120.app.node.Node;
import io.dispatch120.app.node.UserTool;

/** What the launcher starts. */
public final class Main {
  private Main() {}

  /** Runs the command given and leaves with its exit code. */
  public static void main(String[] args) {
    System.exit(
        Dispatch120Command.of(
                CommandContext.ofProcess(),
                new Node(),
                new UserTool(),
                new CenterTool(),
                new Importers(new ListTool(), new MapTool()),
                new JournalTool())
            .execute(args));
  }
}
