package io.dispatch120.dispatch.importing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a list, as the API answers it.
 *
 * @param kind of list
 * @param dryRun nothing was changed
 * @param imported entries that are new
 * @param warned rows with warnings
 * @param rows every row, in the order of the list
 * @param source what the list is called
 * @param form how it was read
 * @param datum its coordinates were taken for; null when it has none
 * @param mapping columns by field
 * @param unusedColumns columns that mean nothing here
 * @param notes what concerns no single row
 * @param missing ids of the list's earlier entries that it no longer has, which are kept; at most
 *     {@link #MAX_MISSING}
 * @param missingCount how many
 */
public record ImportReport(
    String kind,
    boolean dryRun,
    int imported,
    int changed,
    int unchanged,
    int refused,
    int warned,
    List<Row> rows,
    String source,
    String form,
    @Nullable String datum,
    Map<String, List<String>> mapping,
    List<String> unusedColumns,
    List<String> notes,
    List<String> missing,
    int missingCount) {

  /** Enough to look at; a list with more is another list. */
  public static final int MAX_MISSING = 1_000;

  /** What became of a row. */
  public enum Outcome {
    IMPORTED,
    CHANGED,
    UNCHANGED,
    REFUSED
  }

  /**
   * @param row as a spreadsheet numbers it, the header included; a feature's place from 1
   * @param id null for a refused row
   * @param message for people, null when there is nothing to say
   */
  public record Row(
      int row,
      Outcome outcome,
      @Nullable String id,
      @Nullable String message,
      List<Warning> warnings) {}

  /** Whether nothing of the list could be used. */
  public boolean useless() {
    return imported + changed + unchanged == 0;
  }
}
