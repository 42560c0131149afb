package io.dispatch120.app.cli;

import io.dispatch120.app.cli.ListImport.Imported;
import io.dispatch120.app.cli.ListImport.Row;
import io.dispatch120.app.config.StartFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What became of a list, for people: rows that need a look first, then the sums. */
final class ImportReportPrinter {
  /** More than a screen or two nobody reads; all of them are in the report file. */
  private static final int SHOWN = 50;

  private final PrintWriter out;

  ImportReportPrinter(PrintWriter out) {
    this.out = out;
  }

  void print(Imported report, boolean dryRun) {
    report.preamble().forEach(out::println);
    List<Row> telling = report.rows().stream().filter(row -> !row.message().isEmpty()).toList();
    telling.stream().limit(SHOWN).forEach(row -> out.println(line(row)));
    if (telling.size() > SHOWN) {
      out.printf(
          "… and %d more rows with something to say; --report FILE writes all of them.%n",
          telling.size() - SHOWN);
    }
    report.notes().forEach(out::println);
    out.printf(
        "%s: %d imported, %d changed, %d unchanged, %d refused; %d rows with warnings.%n",
        dryRun ? "Dry run, nothing was changed" : "Done",
        report.imported(),
        report.changed(),
        report.unchanged(),
        report.refused(),
        telling.size() - report.refused());
  }

  private static String line(Row row) {
    String id = row.id().isEmpty() ? "" : " " + row.id();
    return "row %d %s%s: %s".formatted(row.row(), row.outcome(), id, row.message());
  }

  /**
   * @throws StartFailure when the file cannot be written
   */
  void write(Imported report, Path file) {
    try (Writer to = Files.newBufferedWriter(file)) {
      // With the mark, spreadsheets read it as UTF-8.
      to.write("\uFEFFrow,outcome,id,message\r\n");
      for (Row row : report.rows()) {
        to.write(row.row() + "," + row.outcome() + "," + quoted(row.id()) + ",");
        to.write(quoted(row.message()) + "\r\n");
      }
    } catch (IOException e) {
      throw new StartFailure(
          "the report cannot be written to " + file, "Name another file with --report.", e);
    }
    out.println("Every row is in " + file + ".");
  }

  /** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
  private static String quoted(String text) {
    String safe = text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    return "\"" + safe.replace("\"", "\"\"") + "\"";
  }
}
