package io.dispatch120.dispatch.importing.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list as rows of texts. Read as often as needed, row by row, so that a list of a hundred
 * thousand rows never stands in memory as cells.
 */
public interface Table {
  /** Columns that a GeoJSON geometry gives. */
  String GEOMETRY_LNG = "geometry.lng";

  String GEOMETRY_LAT = "geometry.lat";

  /** Most rows of a list: the AEDs of a large province. */
  int MAX_ROWS = 100_000;

  /** Most columns: the widest list known has 60. */
  int MAX_COLUMNS = 256;

  /** Longest text of a field: longer than any remark, short enough to hold many. */
  int MAX_FIELD = 16_384;

  /**
   * @param number as a spreadsheet numbers it, from 1, the header included; a feature's place from
   *     1
   * @param cells as many as there are columns
   * @param fault why the row cannot be used, for people
   */
  record Row(int number, List<String> cells, @Nullable String fault) {}

  /** Takes rows one by one. */
  interface RowReader {
    /** Whether to go on. */
    boolean take(Row row) throws ListRefused;
  }

  /** Names of the columns as in the list; {@code column 3} where it has no header. */
  List<String> columns();

  /** Whether the columns have names of the list's own. */
  boolean named();

  /** How the list was read, for people: encoding, separator. */
  String form();

  /** The datum the list names itself, such as {@code wgs84} for GeoJSON, or null. */
  @Nullable String statedDatum();

  /**
   * Every row that is not empty, in order.
   *
   * @throws ListRefused when it cannot be read to its end
   */
  void read(RowReader reader) throws ListRefused;
}
