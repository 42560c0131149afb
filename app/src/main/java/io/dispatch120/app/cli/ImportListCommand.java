package io.dispatch120.app.cli;

import io.dispatch120.app.cli.ListImport.Imported;
import io.dispatch120.app.cli.ListImport.Kind;
import io.dispatch120.app.cli.ListImport.ListFile;
import io.dispatch120.app.cli.ListImport.Outcome;
import io.dispatch120.app.cli.ListImport.Unclear;
import io.dispatch120.app.storage.DatabaseAccess;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code import aeds}, {@code import units} and so on: one instance for each kind. */
@Command
final class ImportListCommand implements Callable<Integer> {
  private final Kind kind;
  private final CommandContext context;
  private final ListImport lists;

  @Mixin private final ConfigOption config = new ConfigOption();

  @SuppressWarnings("NullAway.Init") // set by picocli
  @Parameters(paramLabel = "FILE", description = "The list, as CSV or GeoJSON.")
  private Path file;

  @Option(
      names = "--datum",
      paramLabel = "DATUM",
      description =
          "What the coordinates are given in: wgs84, gcj02, bd09, cgcs2000 or a code such as"
              + " EPSG:4547. Needed unless the file says so itself.")
  private @Nullable String datum;

  @Option(
      names = "--center",
      paramLabel = "CENTER",
      description = "The center it is for; may be left out when there is only one.")
  private @Nullable String center;

  @Option(names = "--dry-run", description = "Reports what would change, and changes nothing.")
  private boolean dryRun;

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "A YAML or JSON file that says which column is what.")
  private @Nullable Path mapping;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description = "The character set, such as GB18030; found out when not given.")
  private @Nullable String encoding;

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description =
          "What the list is called: with a row's own id it says which device a row is, so keep it"
              + " the same from one import to the next. From the file's name when not given.")
  private @Nullable String source;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Writes what became of every row to this file, as CSV.")
  private @Nullable Path report;

  @SuppressWarnings("NullAway.Init") // set by picocli
  @Spec
  private CommandSpec spec;

  ImportListCommand(Kind kind, CommandContext context, ListImport lists) {
    this.kind = kind;
    this.context = context;
    this.lists = lists;
  }

  static String description(Kind kind) {
    return switch (kind) {
      case aeds -> "Imports a list of AEDs.";
      case units -> "Imports a list of units; what is under way with a unit stays as it is.";
      case hospitals -> "Imports a list of hospitals.";
      case responders -> "Imports a list of certified volunteers.";
      case gazetteer -> "Imports a list of place names.";
    };
  }

  @Override
  public Integer call() {
    Path list = context.workingDirectory().resolve(file);
    if (!Files.isRegularFile(list)) {
      throw new ParameterException(spec.commandLine(), "there is no file " + list);
    }
    ListFile wanted =
        new ListFile(
            kind,
            list,
            Optional.ofNullable(datum),
            Optional.ofNullable(center),
            Optional.ofNullable(mapping).map(context.workingDirectory()::resolve),
            Optional.ofNullable(encoding),
            Optional.ofNullable(source),
            dryRun);
    PrintWriter out = spec.commandLine().getOut();
    Outcome outcome =
        new DatabaseAccess(context.storage(config.file()))
            .with(database -> lists.run(database, wanted, progress(out)));
    if (outcome instanceof Unclear unclear) {
      unclear.advice().forEach(out::println);
      throw new ParameterException(spec.commandLine(), unclear.question());
    }
    Imported imported = (Imported) outcome;
    ImportReportPrinter printer = new ImportReportPrinter(out);
    printer.print(imported, dryRun);
    if (report != null) {
      printer.write(imported, context.workingDirectory().resolve(report));
    }
    return imported.refused() > 0
            && imported.imported() + imported.changed() + imported.unchanged() == 0
        ? 1
        : 0;
  }

  private static java.util.function.Consumer<String> progress(PrintWriter out) {
    return line -> {
      out.println(line);
      out.flush();
    };
  }
}
