package io.dispatch120.dispatch.importing;

import io.dispatch120.dispatch.importing.mapping.Field;
import io.dispatch120.dispatch.importing.mapping.Mapping;
import io.dispatch120.dispatch.importing.place.Place;
import io.dispatch120.dispatch.importing.place.PlaceReader;
import io.dispatch120.dispatch.importing.place.Projection;
import io.dispatch120.dispatch.importing.place.Projections;
import io.dispatch120.dispatch.importing.table.ListRefused;
import io.dispatch120.dispatch.importing.table.Table;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.ServiceArea;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What each datum would make of a list, for somebody who has to say which one it is in. */
final class DatumAdvice {
  private static final List<String> DATUMS = List.of("wgs84", "gcj02", "bd09", "cgcs2000");

  private DatumAdvice() {}

  static List<String> of(
      Table table,
      Mapping mapping,
      Projections projections,
      LngLat center,
      @Nullable ServiceArea area)
      throws ListRefused {
    List<String> advice = new ArrayList<>();
    for (String datum : DATUMS) {
      Projection projection = projections.find(datum).orElseThrow();
      PlaceReader reader = new PlaceReader(projection, center, area);
      int[] counts = new int[2];
      table.read(
          row -> {
            Place place = place(reader, mapping, row);
            counts[0]++;
            counts[1] += place.position() != null && !place.outside() ? 1 : 0;
            return true;
          });
      double shift =
          projection
              .toWgs84(center.lng(), center.lat())
              .map(moved -> moved.distanceMetersTo(center))
              .orElse(0.0);
      advice.add(
          String.format(
              Locale.ROOT,
              "%s (%s): %d of %d rows within the centre; moves them by %.0f m there.",
              datum,
              meaning(datum),
              counts[1],
              counts[0],
              shift));
    }
    return advice;
  }

  static Place place(PlaceReader reader, Mapping mapping, Table.Row row) {
    return mapping.has(Field.LNG) && mapping.has(Field.LAT)
        ? reader.read(mapping.text(row, Field.LNG), mapping.text(row, Field.LAT))
        : reader.readPair(mapping.text(row, Field.POSITION));
  }

  /** What the names of the coordinates' columns say, such as {@code 经度(GCJ02)}; null if nothing. */
  static @Nullable String named(Mapping mapping) {
    String names =
        (mapping.label(Field.LNG) + mapping.label(Field.LAT) + mapping.label(Field.POSITION))
            .toLowerCase(Locale.ROOT);
    if (names.matches(".*(?:gcj|高德|腾讯|火星|amap).*")) {
      return "gcj02";
    }
    if (names.matches(".*(?:bd[-_]?09|百度|baidu|bd_l).*")) {
      return "bd09";
    }
    if (names.matches(".*(?:cgcs|国家2000|大地2000|epsg:?4490).*")) {
      return "cgcs2000";
    }
    return names.matches(".*(?:wgs|gps|epsg:?4326|lng84|lat84).*") ? "wgs84" : null;
  }

  private static String meaning(String datum) {
    return switch (datum) {
      case "wgs84" -> "GPS, OpenStreetMap";
      case "gcj02" -> "AMap 高德, Tencent 腾讯, Google in China";
      case "bd09" -> "Baidu 百度";
      default -> "government surveys";
    };
  }
}
