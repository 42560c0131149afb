package io.dispatch120.dispatch.ecg.csv;

import io.dispatch120.dispatch.ecg.csv.Column.Kind;
import io.dispatch120.dispatch.ecg.wave.EcgUnreadable;
import io.dispatch120.dispatch.ecg.wave.LeadNames;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a text lays out its samples.
 *
 * @param separator between cells
 * @param rowIsData whether the line the rows stand at holds samples, not names
 */
record Layout(char separator, List<Column> columns, Remarks remarks, boolean rowIsData) {
  /** What stands above the samples is some lines, not a page. */
  private static final int MAX_LINES_ABOVE = 60;

  private static final int LONGEST_REMARK = 200;

  /**
   * Looks at the beginning of a text, and leaves {@code rows} at the line with the names, or at the
   * first with samples when there are none.
   *
   * @return null when it has no shape of an ECG
   */
  static @Nullable Layout find(Rows rows) throws EcgUnreadable {
    Remarks remarks = new Remarks();
    Character told = null;
    int named = 0;
    for (int i = 0; i < MAX_LINES_ABOVE && rows.next(); i++) {
      if (rows.isComment()) {
        remarks.take(rows.start(LONGEST_REMARK));
        continue;
      }
      String start = rows.start(6);
      if (i == 0 && start.startsWith("sep=") && start.length() == 5) {
        told = start.charAt(4);
        continue;
      }
      char separator = told != null ? told : separator(rows);
      rows.split(separator);
      if (isData(rows)) {
        // Names that say nothing to us may say another order.
        List<Column> columns = rows.cells() == named ? null : unnamed(rows.cells());
        return columns == null ? null : new Layout(separator, columns, remarks, true);
      }
      List<Column> columns = named(rows);
      if (columns.stream().anyMatch(Column::tellsEcg)) {
        return new Layout(separator, columns, remarks, false);
      }
      named = rows.cells();
      if (rows.cells() >= 2) {
        remarks.take(shortened(rows.cell(0)), shortened(rows.cell(1)));
      }
      remarks.take(rows.start(LONGEST_REMARK));
    }
    return null;
  }

  private static String shortened(String cell) {
    return cell.length() > LONGEST_REMARK ? cell.substring(0, LONGEST_REMARK) : cell;
  }

  private static char separator(Rows rows) {
    if (rows.contains('\t')) {
      return '\t';
    }
    return rows.contains(';') ? ';' : ',';
  }

  /** Only numbers and gaps, and not only gaps. */
  static boolean isData(Rows rows) {
    boolean some = false;
    for (int i = 0; i < rows.cells(); i++) {
      double number = rows.number(i);
      if (number == NumberText.NONE) {
        return false;
      }
      some |= !Double.isNaN(number);
    }
    return some;
  }

  private static List<Column> named(Rows rows) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < rows.cells(); i++) {
      columns.add(Column.of(rows.cell(i)));
    }
    return columns;
  }

  /** The usual order, with or without a time before it. */
  private static @Nullable List<Column> unnamed(int cells) {
    int leads = LeadNames.STANDARD.size();
    if (cells != leads && cells != leads + 1) {
      return null;
    }
    List<Column> columns = new ArrayList<>();
    if (cells == leads + 1) {
      columns.add(new Column(Kind.TIME, "time", Double.NaN));
    }
    for (String lead : LeadNames.STANDARD) {
      columns.add(new Column(Kind.LEAD, lead, Double.NaN));
    }
    return columns;
  }

  /** With the units of a row of units, or null when the row is none. */
  @Nullable Layout withUnits(Rows rows) {
    List<Column> with = new ArrayList<>();
    boolean some = false;
    for (int i = 0; i < columns.size(); i++) {
      String cell = rows.cell(i);
      Column column = columns.get(i).in(cell);
      boolean unit = !Double.isNaN(column.unit());
      if (!unit && !cell.isEmpty() && column.kind() != Kind.OTHER) {
        return null;
      }
      some |= unit;
      with.add(unit || column.kind() == Kind.OTHER ? column : columns.get(i));
    }
    return some ? new Layout(separator, List.copyOf(with), remarks, false) : null;
  }
}
