package io.dispatch120.app.cli;

import io.dispatch120.app.config.Configuration;
import io.dispatch120.app.config.Mode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code demo} and {@code serve}: starts a node and stays until it is told to stop. */
@Command
final class RunCommand implements Callable<Integer> {
  private final Mode mode;
  private final CommandContext context;
  private final NodeStarter starter;

  @Mixin private final ConfigOption config = new ConfigOption();

  @SuppressWarnings("NullAway.Init") // set by picocli
  @Spec
  private CommandSpec spec;

  RunCommand(Mode mode, CommandContext context, NodeStarter starter) {
    this.mode = mode;
    this.context = context;
    this.starter = starter;
  }

  @Override
  public Integer call() {
    Configuration configuration = context.configuration(config.file(), mode);
    Shutdown shutdown = Shutdown.install();
    RunningNode node;
    try {
      node = starter.start(configuration);
    } catch (RuntimeException | Error e) {
      shutdown.notStarted();
      throw e;
    }
    shutdown.started(node);
    PrintWriter out = spec.commandLine().getOut();
    node.report().lines().forEach(out::println);
    out.flush();
    shutdown.awaitStop();
    return 0;
  }
}
