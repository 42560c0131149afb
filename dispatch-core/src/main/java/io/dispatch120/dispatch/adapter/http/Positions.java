package io.dispatch120.dispatch.adapter.http;

import io.dispatch120.dispatch.api.FixSource;
import io.dispatch120.dispatch.api.LocationReport;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.api.UnitPosition;
import io.dispatch120.geo.api.Datum;
import io.dispatch120.geo.api.Datums;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.web.Fields;
import io.dispatch120.web.Problem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads positions and converts them to WGS 84: behind here no other datum exists. Thread-safe. */
final class Positions {
  private final Datums datums;

  Positions(Datums datums) {
    this.datums = datums;
  }

  LocationReport report(Fields location) {
    Datum given = datum(location.choiceOrNull("datum", Datum.class));
    return new LocationReport(
        wgs84(location.number("lng"), location.number("lat"), given),
        location.numberOrNull("radiusMeters"),
        location.choice("source", FixSource.class),
        given,
        location.instantOrNull("at"));
  }

  /**
   * @param now a device clock ahead of it counts as now: a position from the future would win over
   *     all that follow
   */
  List<UnitPosition> unitPositions(UnitId unit, List<Fields> given, Instant now) {
    return given.stream().map(position -> unitPosition(unit, position, now)).toList();
  }

  private UnitPosition unitPosition(UnitId unit, Fields position, Instant now) {
    Datum given = datum(position.choiceOrNull("datum", Datum.class));
    Instant at = position.instant("at");
    return new UnitPosition(
        unit,
        wgs84(position.number("lng"), position.number("lat"), given),
        at.isAfter(now) ? now : at,
        position.numberOrNull("speedMps"),
        position.numberOrNull("headingDegrees"),
        position.numberOrNull("accuracyMeters"));
  }

  /** Reads {@code lng,lat}, as the contract's pattern has it. */
  LngLat near(String text, @Nullable Datum given) {
    int comma = text.indexOf(',');
    double lng = Double.parseDouble(text.substring(0, comma));
    double lat = Double.parseDouble(text.substring(comma + 1));
    if (Math.abs(lng) > 180 || Math.abs(lat) > 90) {
      throw Problem.invalid(
              "near", "must be lng,lat: longitude first, to 180 degrees, then latitude, to 90")
          .asException();
    }
    return wgs84(lng, lat, datum(given));
  }

  /** A point in another datum. */
  LngLat converted(LngLat point, Datum from, Datum to) {
    return from == to ? point : datums.fromWgs84(datums.toWgs84(point, from), to);
  }

  /** The position of coordinates in {@code datum}; null is WGS 84. */
  LngLat wgs84(double lng, double lat, @Nullable Datum datum) {
    LngLat point = new LngLat(lng, lat);
    Datum given = datum(datum);
    return given == Datum.WGS84 ? point : datums.toWgs84(point, given);
  }

  private static Datum datum(@Nullable Datum given) {
    return given == null ? Datum.WGS84 : given;
  }
}
