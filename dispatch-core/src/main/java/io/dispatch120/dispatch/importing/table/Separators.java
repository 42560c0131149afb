package io.dispatch120.dispatch.importing.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds out what separates the values of a row. */
final class Separators {
  private static final char[] CANDIDATES = {',', ';', '\t', '|'};
  private static final int SAMPLE = 30;

  private Separators() {}

  /** The one that gives most rows the same number of columns, and of those the most columns. */
  static char find(String text) {
    char best = ',';
    double most = 0;
    for (char candidate : CANDIDATES) {
      double score = score(text, candidate);
      if (score > most) {
        most = score;
        best = candidate;
      }
    }
    return best;
  }

  private static double score(String text, char candidate) {
    List<Table.Row> rows;
    try {
      rows = CsvTable.sample(text, candidate, SAMPLE);
    } catch (ListRefused e) {
      // Not readable with this one; another may be the right one.
      return 0;
    }
    Map<Integer, Integer> widths = new HashMap<>();
    rows.forEach(row -> widths.merge(row.cells().size(), 1, Integer::sum));
    double best = 0;
    for (Map.Entry<Integer, Integer> width : widths.entrySet()) {
      if (width.getKey() > 1) {
        double share = (double) width.getValue() / rows.size();
        best = Math.max(best, share * share * (1 + Math.min(width.getKey(), 60) / 20.0));
      }
    }
    return best;
  }

  static String name(char separator) {
    return switch (separator) {
      case ',' -> "commas";
      case ';' -> "semicolons";
      case '\t' -> "tabs";
      case '|' -> "bars";
      default -> "'" + separator + "'";
    };
  }
}
