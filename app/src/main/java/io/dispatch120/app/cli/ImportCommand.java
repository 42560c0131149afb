package io.dispatch120.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code import}: only a heading for one command for each kind of thing that can be brought in. */
@Command(name = "import", description = "Brings in lists and maps.")
final class ImportCommand implements Runnable {

  @SuppressWarnings("NullAway.Init") // set by picocli
  @Spec
  private CommandSpec spec;

  private ImportCommand() {}

  static CommandLine of(CommandContext context, Importers importers) {
    CommandLine line = new CommandLine(new ImportCommand());
    for (ListImport.Kind kind : ListImport.Kind.values()) {
      CommandLine one = new CommandLine(new ImportListCommand(kind, context, importers.lists()));
      one.getCommandSpec().usageMessage().description(ImportListCommand.description(kind));
      line.addSubcommand(kind.name(), one);
    }
    return line.addSubcommand(new ImportMapCommand(context, importers.maps()));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "what to import is missing");
  }
}
