package io.dispatch120.app.cli;

import io.dispatch120.app.config.DatabaseUrl;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Imports lists of what a centre owns and knows. */
public interface ListImport {
  /** The lists there are, as in the API. */
  enum Kind {
    aeds,
    units,
    hospitals,
    responders,
    gazetteer
  }

  /**
   * A list to be imported.
   *
   * @param datum what its coordinates are given in; empty: the file has to say
   * @param center empty: the only one there is
   * @param mapping a file that says which column is what; empty: proposed from the list
   * @param encoding name of a character set; empty: found out
   * @param source name of the list; empty: from the file's name
   * @param dryRun changes nothing, reports what would change
   */
  record ListFile(
      Kind kind,
      Path file,
      Optional<String> datum,
      Optional<String> center,
      Optional<Path> mapping,
      Optional<String> encoding,
      Optional<String> source,
      boolean dryRun) {}

  /** What became of a list. */
  sealed interface Outcome permits Unclear, Imported {}

  /** Nothing was done: something has to be said on the command line. */
  record Unclear(String question, List<String> advice) implements Outcome {}

  /**
   * The list was gone through.
   *
   * @param preamble how it was read, a line each
   * @param rows of the list, those first that hold something to say
   * @param notes what concerns no single row, a line each
   */
  record Imported(
      List<String> preamble,
      int imported,
      int changed,
      int unchanged,
      int refused,
      List<Row> rows,
      List<String> notes)
      implements Outcome {}

  /**
   * @param row its line in the file, or its place among the features
   * @param id empty for a refused row
   * @param message empty when there is nothing to say
   */
  record Row(int row, String outcome, String id, String message) {}

  /**
   * Goes through the list, and stores it unless it is a dry run.
   *
   * @param progress told now and then how far it is
   * @throws io.dispatch120.app.config.StartFailure when the list cannot be read at all, or the
   *     centre is unknown
   */
  Outcome run(DatabaseUrl database, ListFile list, Consumer<String> progress);
}
