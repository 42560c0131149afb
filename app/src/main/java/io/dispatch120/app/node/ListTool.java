package io.dispatch120.app.node;

import io.dispatch120.app.cli.ListImport;
import io.dispatch120.app.config.DatabaseUrl;
import io.dispatch120.app.config.StartFailure;
import io.dispatch120.dispatch.adapter.postgres.PostgresStorage;
import io.dispatch120.dispatch.api.Actor;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.importing.ImportPlan;
import io.dispatch120.dispatch.importing.ImportReport;
import io.dispatch120.dispatch.importing.Imports;
import io.dispatch120.dispatch.importing.ListInput;
import io.dispatch120.dispatch.importing.Warning;
import io.dispatch120.dispatch.importing.mapping.ListKind;
import io.dispatch120.dispatch.importing.mapping.MappingFile;
import io.dispatch120.dispatch.importing.table.ListRefused;
import io.dispatch120.geo.datum.ChineseDatums;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * {@code import aeds} and its like; works beside running nodes, which see the change themselves.
 */
public final class ListTool implements ListImport {
  private static final Actor ACTOR = Actor.system("import");

  @Override
  public Outcome run(DatabaseUrl database, ListFile list, Consumer<String> progress) {
    ListInput input = input(list);
    return Tools.with(database, storage -> run(storage, list, input, progress));
  }

  private static Outcome run(
      PostgresStorage storage, ListFile list, ListInput input, Consumer<String> progress) {
    CenterId center = center(storage, list.center());
    Imports imports =
        new Imports(
            storage.catalogues(),
            Core.importer(new ChineseDatums()),
            Runnable::run,
            Instant::now,
            UUID::randomUUID,
            (changed, seq) -> Future.succeededFuture());
    ImportPlan plan =
        Tools.get(
            imports.run(center, ACTOR, input, rows -> progress.accept(rows + " rows read …")));
    if (plan instanceof ImportPlan.Refused refused) {
      if (refused.code().equals(ImportPlan.Refused.DATUM_UNKNOWN)) {
        return new Unclear(
            "the list does not say what its coordinates are given in; say it with --datum",
            refused.advice());
      }
      throw new StartFailure(list.file() + " cannot be imported", refused.detail());
    }
    return imported(((ImportPlan.Ready) plan).report());
  }

  private static Imported imported(ImportReport report) {
    List<String> preamble = new ArrayList<>();
    preamble.add(
        "Read as " + report.form() + (report.datum() == null ? "." : ", " + report.datum() + "."));
    report
        .mapping()
        .forEach(
            (field, columns) -> preamble.add("  " + field + " = " + String.join(" + ", columns)));
    if (!report.unusedColumns().isEmpty()) {
      preamble.add("  not used: " + String.join(", ", report.unusedColumns()));
    }
    return new Imported(
        preamble,
        report.imported(),
        report.changed(),
        report.unchanged(),
        report.refused(),
        report.rows().stream().map(ListTool::row).toList(),
        report.notes());
  }

  private static Row row(ImportReport.Row row) {
    // Whole lists have no hours; a note says so once.
    boolean quiet = row.warnings().equals(List.of(Warning.HOURS_MISSING));
    return new Row(
        row.row(),
        row.outcome().name().toLowerCase(Locale.ROOT),
        row.id() == null ? "" : row.id(),
        row.message() == null || quiet ? "" : row.message());
  }

  private static CenterId center(PostgresStorage storage, Optional<String> named) {
    DefaultCenter.ensure(storage);
    List<CenterId> centers = Tools.get(storage.catalogues().listCenters());
    if (named.isEmpty() && centers.size() > 1) {
      throw new StartFailure("there are several centres: " + centers, "Name one with --center.");
    }
    CenterId center = named.map(CenterId::new).orElseGet(() -> centers.get(0));
    if (!centers.contains(center)) {
      throw new StartFailure("there is no centre " + center, "Known are " + centers + ".");
    }
    return center;
  }

  private static ListInput input(ListFile list) {
    return new ListInput(
        ListKind.valueOf(list.kind().name().toUpperCase(Locale.ROOT)),
        bytes(list.file()),
        false,
        list.datum().orElse(null),
        false,
        list.encoding().orElse(null),
        list.source().orElse(null),
        source(list.file()),
        list.mapping().map(ListTool::mapping).orElse(MappingFile.NONE),
        list.dryRun());
  }

  /** {@code aed_2026-05.csv} and {@code aed_2026-06.csv} are one list: {@code aed}. */
  private static String source(Path file) {
    String name = String.valueOf(file.getFileName()).replaceFirst("\\.[A-Za-z]{2,7}$", "");
    String plain = name.replaceAll("[\\d_.() -]+$|[\\d]{4,}", "").replaceAll("[-_. ]+$", "");
    return plain.isBlank() ? "import" : plain.length() > 60 ? plain.substring(0, 60) : plain;
  }

  private static byte[] bytes(Path file) {
    try {
      if (Files.size(file) > ListInput.MAX_BYTES) {
        throw new StartFailure(file + " is larger than 32 MiB", "Split the list.");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new StartFailure(file + " cannot be read", "Check the file and its rights.", e);
    }
  }

  private static MappingFile mapping(Path file) {
    try {
      return MappingFile.parse(Files.readString(file));
    } catch (IOException e) {
      throw new StartFailure(
          file + " cannot be read", "Name a mapping file in UTF-8 with --mapping.", e);
    } catch (ListRefused e) {
      throw new StartFailure(e.text(), "docs/imports.md shows the form.", e);
    }
  }
}
