package io.dispatch120.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code import map}. */
@Command(
    name = "map",
    description = {
      "Imports an OpenStreetMap file: roads for travel times and the base map.",
      "The map in use stays until the new one is whole, and for good when anything fails."
          + " Running nodes take the new one within some seconds."
    })
final class ImportMapCommand implements Callable<Integer> {
  private final CommandContext context;
  private final MapAdministration maps;

  @Mixin private final ConfigOption config = new ConfigOption();

  @SuppressWarnings("NullAway.Init") // set by picocli
  @Parameters(paramLabel = "FILE", description = "A file that ends in .osm.pbf, .osm or .osm.gz.")
  private Path file;

  @Option(names = "--force", description = "Makes the map again although the file has not changed.")
  private boolean force;

  @SuppressWarnings("NullAway.Init") // set by picocli
  @Spec
  private CommandSpec spec;

  ImportMapCommand(CommandContext context, MapAdministration maps) {
    this.context = context;
    this.maps = maps;
  }

  @Override
  public Integer call() {
    ProgressLine progress = new ProgressLine(spec.commandLine().getOut(), System.console() != null);
    MapAdministration.Imported imported;
    try {
      imported =
          maps.importMap(
              context.storage(config.file()).dataDirectory(),
              context.workingDirectory().resolve(file),
              force,
              progress::show);
    } finally {
      progress.end();
    }
    spec.commandLine()
        .getOut()
        .printf(
            "%s: %,d roads between %,d junctions, %,d turn restrictions, %,d map tiles. %s%n",
            imported.fresh() ? "Imported " + file : file + " had been imported before",
            imported.roads(),
            imported.junctions(),
            imported.turnRestrictions(),
            imported.tiles(),
            imported.switched()
                ? "Running nodes use it within some seconds."
                : "It is in use; nothing was changed.");
    return 0;
  }
}
