package io.dispatch120.app.cli;

import io.dispatch120.app.storage.DatabaseAccess;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code centers add}. */
@Command(
    name = "add",
    description =
        "Adds a dispatch centre from a folder with center.yaml, stations.yaml, units.yaml,"
            + " hospitals.yaml and aeds.csv.")
final class AddCenterCommand implements Callable<Integer> {
  private final CommandContext context;
  private final CenterAdministration centers;

  @Mixin private final ConfigOption config = new ConfigOption();

  @SuppressWarnings("NullAway.Init") // set by picocli
  @Parameters(paramLabel = "FOLDER", description = "The folder with the files.")
  private Path folder;

  @SuppressWarnings("NullAway.Init") // set by picocli
  @Spec
  private CommandSpec spec;

  AddCenterCommand(CommandContext context, CenterAdministration centers) {
    this.context = context;
    this.centers = centers;
  }

  @Override
  public Integer call() {
    Path absolute = context.workingDirectory().resolve(folder);
    CenterAdministration.Added added =
        new DatabaseAccess(context.storage(config.file()))
            .with(database -> centers.add(database, absolute));
    spec.commandLine()
        .getOut()
        .printf(
            "Added centre %s: %d stations, %d units, %d hospitals, %d AEDs. Restart running nodes to serve it.%n",
            added.id(), added.stations(), added.units(), added.hospitals(), added.aeds());
    added
        .warnings()
        .forEach(warning -> spec.commandLine().getOut().printf("  check: %s%n", warning));
    return 0;
  }
}
