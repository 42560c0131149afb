package io.dispatch120.geo.datum;

import java.util.List;
import java.util.Optional;

/**
 * EPSG codes in a row, one for each Gauss-Kruger zone from the meridian of 75 to that of 135
 * degrees east. The codes are those of the EPSG dataset, version 11; a test compares each with it.
 *
 * @param zoneDegrees width of a zone, 6 or 3
 * @param numbered whether the zone's number stands before the easting, as millions
 */
record ZoneSeries(Frame frame, int firstCode, int zoneDegrees, boolean numbered) {

  private static final int FIRST_MERIDIAN = 75;
  private static final int LAST_MERIDIAN = 135;

  static final List<ZoneSeries> ALL =
      List.of(
          new ZoneSeries(Frame.CGCS2000, 4491, 6, true),
          new ZoneSeries(Frame.CGCS2000, 4502, 6, false),
          new ZoneSeries(Frame.CGCS2000, 4513, 3, true),
          new ZoneSeries(Frame.CGCS2000, 4534, 3, false),
          new ZoneSeries(Frame.XIAN_1980, 2327, 6, true),
          new ZoneSeries(Frame.XIAN_1980, 2338, 6, false),
          new ZoneSeries(Frame.XIAN_1980, 2349, 3, true),
          new ZoneSeries(Frame.XIAN_1980, 2370, 3, false),
          new ZoneSeries(Frame.BEIJING_1954, 2401, 3, true),
          new ZoneSeries(Frame.BEIJING_1954, 2422, 3, false),
          new ZoneSeries(Frame.BEIJING_1954, 21413, 6, true),
          new ZoneSeries(Frame.BEIJING_1954, 21453, 6, false));

  int size() {
    return (LAST_MERIDIAN - FIRST_MERIDIAN) / zoneDegrees + 1;
  }

  static Optional<Zone> findZone(int code) {
    return ALL.stream()
        .filter(series -> code >= series.firstCode && code < series.firstCode + series.size())
        .map(series -> series.zone(code))
        .findAny();
  }

  private Zone zone(int code) {
    int meridian = FIRST_MERIDIAN + (code - firstCode) * zoneDegrees;
    // Zones of six degrees count from the Greenwich meridian, those of three are centered on it.
    int number = zoneDegrees == 6 ? (meridian + 3) / 6 : meridian / 3;
    double falseEasting = 500_000 + (numbered ? number * 1_000_000.0 : 0);
    return new Zone(code, frame, meridian, falseEasting, zoneDegrees);
  }

  /**
   * One zone.
   *
   * @param meridianDegrees its central meridian
   * @param falseEastingMeters the easting of that meridian
   */
  record Zone(
      int code, Frame frame, int meridianDegrees, double falseEastingMeters, int widthDegrees) {}
}
