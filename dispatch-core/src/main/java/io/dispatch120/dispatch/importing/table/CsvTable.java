package io.dispatch120.dispatch.importing.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldModifiers;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Separated values: rows of any length are filled up or cut to the number of columns. */
public final class CsvTable implements Table {
  /** Rows looked at before anything is decided. */
  private static final int SAMPLE = 40;

  /** Lines that some lists have above their header, such as a title. */
  private static final int HEADER_WITHIN = 10;

  private final Decoded decoded;
  private final char separator;
  private final List<String> columns;
  private final int headerRow;

  private CsvTable(Decoded decoded, char separator, List<String> columns, int headerRow) {
    this.decoded = decoded;
    this.separator = separator;
    this.columns = columns;
    this.headerRow = headerRow;
  }

  /**
   * What a mapping file says about the form; null is found out.
   *
   * @param header whether there is one
   */
  public record Form(@Nullable Character separator, @Nullable Boolean header) {
    public static final Form UNKNOWN = new Form(null, null);
  }

  /**
   * @param known how many of these names of columns mean something
   * @throws ListRefused when there are no rows
   */
  public static CsvTable of(Decoded decoded, Form form, ToIntFunction<List<String>> known)
      throws ListRefused {
    char separator = form.separator() == null ? Separators.find(decoded.text()) : form.separator();
    List<Row> sample = sample(decoded.text(), separator, SAMPLE);
    if (sample.isEmpty()) {
      throw new ListRefused("list_empty", "The list has no rows.");
    }
    Row header = header(sample, form.header(), known);
    int width = width(sample);
    List<String> names = header == null ? List.of() : header.cells();
    List<String> columns =
        IntStream.range(0, Math.max(width, names.size()))
            .mapToObj(
                i ->
                    i < names.size() && !names.get(i).isBlank()
                        ? names.get(i).strip()
                        : "column " + (i + 1))
            .toList();
    if (columns.size() > MAX_COLUMNS) {
      throw new ListRefused("too_many_columns", "A list has at most " + MAX_COLUMNS + " columns.");
    }
    return new CsvTable(decoded, separator, columns, header == null ? 0 : header.number());
  }

  static List<Row> sample(String text, char separator, int rows) throws ListRefused {
    List<Row> sample = new ArrayList<>();
    each(
        text,
        separator,
        row -> {
          sample.add(row);
          return sample.size() < rows;
        });
    return sample;
  }

  private static @Nullable Row header(
      List<Row> sample, @Nullable Boolean told, ToIntFunction<List<String>> known) {
    if (Boolean.FALSE.equals(told)) {
      return null;
    }
    Row best = null;
    int most = 1;
    for (Row row : sample.subList(0, Math.min(HEADER_WITHIN, sample.size()))) {
      int words = known.applyAsInt(row.cells());
      if (words > most) {
        most = words;
        best = row;
      }
    }
    Row first = sample.get(0);
    boolean unlike =
        sample.size() > 1 && numbers(first.cells()) == 0 && numbers(sample.get(1).cells()) > 0;
    return best == null && (Boolean.TRUE.equals(told) || unlike) ? first : best;
  }

  private static long numbers(List<String> cells) {
    return cells.stream()
        .filter(c -> !c.isBlank() && c.strip().matches("[-+(\\[]?\\s*\\d.*"))
        .count();
  }

  private static int width(List<Row> sample) {
    return Math.min(
        sample.stream().mapToInt(row -> row.cells().size()).max().orElse(0), MAX_COLUMNS + 1);
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public boolean named() {
    return headerRow > 0;
  }

  @Override
  public String form() {
    String with = named() ? "header in row " + headerRow : "no header";
    String broken =
        decoded.unreadable() == 0 ? "" : ", " + decoded.unreadable() + " unreadable characters";
    return "CSV in "
        + decoded.encoding()
        + ", separated by "
        + Separators.name(separator)
        + ", "
        + with
        + broken;
  }

  @Override
  public @Nullable String statedDatum() {
    return null;
  }

  @Override
  public void read(RowReader reader) throws ListRefused {
    int[] taken = {0};
    each(
        decoded.text(),
        separator,
        row -> {
          if (row.number() <= headerRow) {
            return true;
          }
          if (++taken[0] > MAX_ROWS) {
            throw new ListRefused(
                "too_many_rows", "A list has at most " + MAX_ROWS + " rows: split it.");
          }
          return reader.take(new Row(row.number(), fitted(row.cells()), row.fault()));
        });
  }

  private List<String> fitted(List<String> cells) {
    if (cells.size() == columns.size()) {
      return cells;
    }
    return cells.size() > columns.size()
        ? cells.subList(0, columns.size())
        : IntStream.range(0, columns.size())
            .mapToObj(i -> i < cells.size() ? cells.get(i) : "")
            .toList();
  }

  private static void each(String text, char separator, RowReader reader) throws ListRefused {
    CsvRecordHandler handler =
        CsvRecordHandler.builder()
            .maxFields(4 * MAX_COLUMNS)
            .maxFieldSize(MAX_FIELD)
            .maxRecordSize(4 * MAX_FIELD)
            .fieldModifier(FieldModifiers.TRIM)
            .build();
    int number = 0;
    try (CsvReader<CsvRecord> rows =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(false)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .allowExtraCharsAfterClosingQuote(true)
            .build(handler, new StringReader(text))) {
      Iterator<CsvRecord> all = rows.iterator();
      while (all.hasNext()) {
        List<String> cells = all.next().getFields();
        number++;
        if (cells.stream().allMatch(String::isBlank)) {
          continue;
        }
        if (!reader.take(new Row(number, Collections.unmodifiableList(cells), null))) {
          return;
        }
      }
    } catch (CsvParseException e) {
      throw new ListRefused(
          "list_unreadable",
          "The list cannot be read after row "
              + number
              + ": a quote that is not closed, a field of more than "
              + MAX_FIELD
              + " characters, or a row of more than "
              + 4 * MAX_COLUMNS
              + " fields.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
