package io.dispatch120.app.cli;

import io.dispatch120.app.config.Mode;
import io.dispatch120.app.config.StartFailure;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The whole command line. Exit codes: 0 done, 1 failed, 2 bad arguments.
 *
 * <p>An expected failure is one line on standard error; only what nobody foresaw is logged with its
 * stack trace.
 */
@Command(
    name = "dispatch120",
    mixinStandardHelpOptions = true,
    scope = CommandLine.ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND",
    versionProvider = Dispatch120Command.Version.class,
    description = "Real-time 120 emergency dispatch and AED locator.",
    footer = {
      "",
      "./dispatch120 build makes the runnable product; the other commands do it when needed.",
      "Exit codes: 0 done, 1 failed, 2 bad arguments."
    })
public final class Dispatch120Command implements Runnable {
  private static final Logger log = LoggerFactory.getLogger(Dispatch120Command.class);

  @SuppressWarnings("NullAway.Init") // set by picocli
  @Spec
  private CommandSpec spec;

  private Dispatch120Command() {}

  /** The command line over the parts that do the work; {@code execute} gives the exit code. */
  public static CommandLine of(
      CommandContext context,
      NodeStarter starter,
      UserAdministration users,
      CenterAdministration centers,
      Importers importers,
      JournalVerification journal) {
    CommandLine line =
        new CommandLine(new Dispatch120Command())
            .addSubcommand(
                "demo",
                described(
                    new RunCommand(Mode.DEMO, context, starter),
                    "Starts everything in one process with the demo center."))
            .addSubcommand(
                "serve",
                described(
                    new RunCommand(Mode.SERVE, context, starter),
                    "Starts everything in one process, without any demo data."))
            .addSubcommand(
                heading("users", "Manages who may sign in.")
                    .addSubcommand(new AddUserCommand(context, users)))
            .addSubcommand(
                heading("centers", "Manages dispatch centres.")
                    .addSubcommand(new AddCenterCommand(context, centers)))
            .addSubcommand(ImportCommand.of(context, importers))
            .addSubcommand(new VerifyJournalCommand(context, journal));
    return line.setExecutionExceptionHandler(Dispatch120Command::onFailure)
        .setParameterExceptionHandler(Dispatch120Command::onBadArguments);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  private static CommandLine described(RunCommand command, String text) {
    CommandLine line = new CommandLine(command);
    line.getCommandSpec().usageMessage().description(text);
    return line;
  }

  private static CommandLine heading(String name, String text) {
    CommandLine line = new CommandLine(new Heading());
    line.getCommandSpec().name(name).usageMessage().description(text);
    return line;
  }

  private static int onFailure(
      Exception failure, CommandLine command, CommandLine.ParseResult arguments) {
    if (failure instanceof StartFailure expected) {
      command.getErr().println("dispatch120: " + expected.line());
      log.debug("failed", failure);
    } else {
      log.error("unexpected failure", failure);
      command
          .getErr()
          .println(
              "dispatch120: unexpected failure: " + failure + ". Please report the log above.");
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static int onBadArguments(ParameterException bad, String[] arguments) {
    CommandLine command = bad.getCommandLine();
    command.getErr().println("dispatch120: " + bad.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(bad, command.getErr());
    command.getErr().println("See: ./" + command.getCommandSpec().qualifiedName() + " --help");
    return CommandLine.ExitCode.USAGE;
  }

  /** Only a heading for its own commands. */
  @Command
  static final class Heading implements Runnable {
    @SuppressWarnings("NullAway.Init") // set by picocli
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
      throw new ParameterException(spec.commandLine(), "a command is missing");
    }
  }

  /** The version of this build. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
      Properties properties = new Properties();
      try (InputStream in =
          Dispatch120Command.class.getResourceAsStream("/dispatch120-build.properties")) {
        if (in != null) {
          properties.load(in);
        }
      }
      return new String[] {"dispatch120 " + properties.getProperty("version", "(unknown)")};
    }
  }
}
