package io.dispatch120.dispatch.ecg.csv;

import io.dispatch120.dispatch.api.EcgFormat;
import io.dispatch120.dispatch.api.EcgWarningCode;
import io.dispatch120.dispatch.ecg.csv.Column.Kind;
import io.dispatch120.dispatch.ecg.wave.EcgDraft;
import io.dispatch120.dispatch.ecg.wave.EcgFault;
import io.dispatch120.dispatch.ecg.wave.EcgUnreadable;
import io.dispatch120.dispatch.ecg.wave.EcgWaveform;
import io.dispatch120.dispatch.ecg.wave.SampleBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads samples as columns of text: a row of names or the usual twelve; comma, semicolon or tab;
 * point or comma; with or without a column of times. What the file leaves open is assumed with a
 * warning. One pass, linear in the size; memory is some bytes for each cell.
 */
public final class CsvReader {
  /** What most devices export. */
  private static final double USUAL_RATE_HZ = 500;

  /** A trace that spans less is in millivolts; in microvolts it would be a straight line. */
  private static final double MILLIVOLTS_BELOW = 20;

  private final EcgDraft draft = new EcgDraft(EcgFormat.CSV);
  private final List<SampleBuffer> cells = new ArrayList<>();
  private final Rows rows;
  private Layout layout;

  private CsvReader(Rows rows, Layout layout) {
    this.rows = rows;
    this.layout = layout;
  }

  /** Whether the beginning looks like samples of an ECG in columns. */
  public static boolean recognizes(byte[] content) throws EcgUnreadable {
    String text = CsvText.find(content);
    return text != null && Layout.find(new Rows(text)) != null;
  }

  public static EcgWaveform read(byte[] content) throws EcgUnreadable {
    String text = CsvText.find(content);
    Rows rows = new Rows(text == null ? "" : text);
    Layout layout = Layout.find(rows);
    if (layout == null) {
      throw new EcgUnreadable(
          EcgFault.UNKNOWN_FORMAT,
          "No leads are named in the text: put a row like time,I,II,III,aVR,aVL,aVF,V1,V2,V3,V4,"
              + "V5,V6 above the samples, or send a PDF.");
    }
    return new CsvReader(rows, layout).all();
  }

  private EcgWaveform all() throws EcgUnreadable {
    for (int i = 0; i < layout.columns().size(); i++) {
      cells.add(new SampleBuffer());
    }
    boolean data = layout.rowIsData();
    boolean first = true;
    while (data || rows.next()) {
      if (!rows.isComment()) {
        rows.split(layout.separator());
        row(first && !data);
        first = false;
      } else {
        layout.remarks().take(rows.start(200));
      }
      data = false;
    }
    layout.remarks().putInto(draft);
    leads();
    return draft.finish();
  }

  private void row(boolean mayBeUnits) throws EcgUnreadable {
    int width = layout.columns().size();
    if (mayBeUnits && !Layout.isData(rows)) {
      Layout with = layout.withUnits(rows);
      if (with != null) {
        layout = with;
        return;
      }
    }
    if (rows.cells() < width) {
      if (!rows.isEnded()) {
        draft.warn(
            EcgWarningCode.ROW_INCOMPLETE, "The last row was cut off; perhaps more is missing.");
        return;
      }
      draft.warn(EcgWarningCode.SAMPLES_MISSING, "Row " + rows.line() + " has too few columns.");
    }
    for (int i = width; i < rows.cells(); i++) {
      if (!rows.isEmpty(i)) {
        throw new EcgUnreadable(
            EcgFault.DAMAGED,
            "Line "
                + rows.line()
                + " has more columns than the row of names: export the ECG again. A decimal comma"
                + " needs semicolons between columns.");
      }
    }
    for (int i = 0; i < width; i++) {
      take(i);
    }
  }

  private void take(int column) throws EcgUnreadable {
    Kind kind = layout.columns().get(column).kind();
    if (kind != Kind.LEAD && kind != Kind.TIME) {
      return;
    }
    double number = rows.number(column);
    if (number == NumberText.NONE) {
      throw new EcgUnreadable(
          EcgFault.DAMAGED,
          "Line "
              + rows.line()
              + ", column "
              + (column + 1)
              + " is no number"
              + (kind == Kind.TIME ? "; times have to be seconds or milliseconds" : "")
              + ": export the ECG again, or as PDF.");
    }
    if (Double.isNaN(number) && kind == Kind.LEAD) {
      draft.warn(EcgWarningCode.SAMPLES_MISSING, "Row " + rows.line() + " has an empty cell.");
    }
    cells.get(column).add(number);
  }

  private void leads() throws EcgUnreadable {
    Clock clock = clock();
    draft.rate(1 / clock.stepSeconds());
    double assumed = assumedNanovolts();
    for (int i = 0; i < cells.size(); i++) {
      Column column = layout.columns().get(i);
      if (column.kind() == Kind.LEAD) {
        double unit = Double.isNaN(column.unit()) ? assumed : column.unit();
        SampleBuffer samples = clock.spread(cells.get(i));
        draft.add(samples.toLead(column.name(), 0, unit));
      } else if (column.kind() == Kind.OTHER) {
        draft.warn(
            EcgWarningCode.COLUMN_LEFT_OUT, "Column " + (i + 1) + " is no lead and is not shown.");
      }
    }
  }

  private Clock clock() throws EcgUnreadable {
    double told = layout.remarks().rateHz();
    for (int i = 0; i < cells.size(); i++) {
      Column column = layout.columns().get(i);
      if (column.kind() == Kind.TIME) {
        Clock clock = Clock.of(cells.get(i), column.unit(), draft);
        if (Math.abs(clock.stepSeconds() * told - 1) > 0.01) {
          draft.warn(
              EcgWarningCode.RATE_ASSUMED,
              "The rate the file names is not that of its times; the times were taken.");
        }
        return clock;
      }
    }
    if (Double.isNaN(told)) {
      draft.warn(
          EcgWarningCode.RATE_ASSUMED,
          "The file does not say how many samples make a second; 500 were taken. A line like"
              + " #rate=500 above the samples says it.");
      return Clock.even(1 / USUAL_RATE_HZ);
    }
    return Clock.even(1 / told);
  }

  /** The unit of columns that name none: what is said above, else judged by their size. */
  private double assumedNanovolts() {
    double told = layout.remarks().nanovolts();
    if (!Double.isNaN(told)) {
      return told;
    }
    double span = 0;
    boolean open = false;
    for (int i = 0; i < cells.size(); i++) {
      Column column = layout.columns().get(i);
      if (column.kind() == Kind.LEAD && Double.isNaN(column.unit())) {
        open = true;
        span = Math.max(span, span(cells.get(i)));
      }
    }
    boolean milli = span < MILLIVOLTS_BELOW;
    if (open) {
      draft.warn(
          EcgWarningCode.UNIT_ASSUMED,
          "The file does not say its unit; "
              + (milli ? "millivolts" : "microvolts")
              + " were taken. A line like #unit=mV above the samples says it.");
    }
    return milli ? 1e6 : 1e3;
  }

  private static double span(SampleBuffer samples) {
    double least = Double.MAX_VALUE;
    double most = -Double.MAX_VALUE;
    for (int i = 0; i < samples.length(); i++) {
      double value = samples.at(i);
      if (!Double.isNaN(value)) {
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
    }
    return most > least ? most - least : 0;
  }
}
