package io.dispatch120.dispatch.adapter.postgres;

import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.api.UnitPosition;
import io.dispatch120.dispatch.fleet.TrackStore;
import io.dispatch120.geo.api.LngLat;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Positions; the track is partitioned by day. */
public final class PostgresTrackStore implements TrackStore {
  /** SQLSTATE of a row that fits no partition. */
  private static final String CHECK_VIOLATION = "23514";

  private static final int KEEP_DAYS = 30;

  private static final String RECORD =
      "with reported as (select * from unnest($2::text[], $3::float8[], $4::float8[],"
          + " $5::timestamptz[], $6::float8[], $7::float8[], $8::float8[])"
          + " r (unit_id, lng, lat, at, speed, heading, accuracy)),"
          + " tracked as (insert into unit_track (center, unit_id, lng, lat, at, speed_mps,"
          + " heading_degrees, accuracy_meters) select $1, r.* from reported r)"
          + " insert into unit_position as p (center, unit_id, lng, lat, at, speed_mps,"
          + " heading_degrees, accuracy_meters)"
          + " select distinct on (r.unit_id) $1, r.* from reported r order by r.unit_id, r.at desc"
          + " on conflict (center, unit_id) do update set lng = excluded.lng, lat = excluded.lat,"
          + " at = excluded.at, speed_mps = excluded.speed_mps,"
          + " heading_degrees = excluded.heading_degrees,"
          + " accuracy_meters = excluded.accuracy_meters where excluded.at > p.at";

  private static final String LAST =
      "select unit_id, lng, lat, at, speed_mps, heading_degrees, accuracy_meters"
          + " from unit_position where center = $1 order by unit_id";

  private final PostgresPool pool;

  PostgresTrackStore(PostgresPool pool) {
    this.pool = pool;
  }

  @Override
  public Future<Void> record(CenterId center, List<UnitPosition> positions) {
    if (positions.isEmpty()) {
      return Future.succeededFuture();
    }
    Tuple batch =
        Tuple.of(
                center.value(),
                column(positions, p -> p.unitId().value(), String[]::new),
                column(positions, p -> p.position().lng(), Double[]::new),
                column(positions, p -> p.position().lat(), Double[]::new),
                column(positions, p -> p.at().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new),
                column(positions, UnitPosition::speedMps, Double[]::new))
            .addValue(column(positions, UnitPosition::headingDegrees, Double[]::new))
            .addValue(column(positions, UnitPosition::accuracyMeters, Double[]::new));
    return pool.change(RECORD, batch)
        .recover(
            fault ->
                fault instanceof PgException refused
                        && CHECK_VIOLATION.equals(refused.getSqlState())
                    ? maintain(KEEP_DAYS).compose(made -> pool.change(RECORD, batch))
                    : Future.failedFuture(fault))
        .mapEmpty();
  }

  @Override
  public Future<List<UnitPosition>> listLast(CenterId center) {
    return pool.read(LAST, Tuple.of(center.value())).map(PostgresTrackStore::positions);
  }

  /**
   * Makes the days ahead and drops the days past. Call it at the start and once a day; a day that
   * is missing is made when first written to.
   */
  public Future<Void> maintain(int keepDays) {
    return pool.change("select maintain_unit_track($1)", Tuple.of(keepDays)).mapEmpty();
  }

  private static List<UnitPosition> positions(RowSet<Row> rows) {
    List<UnitPosition> positions = new ArrayList<>();
    for (Row row : rows) {
      positions.add(
          new UnitPosition(
              new UnitId(row.getString("unit_id")),
              new LngLat(row.getDouble("lng"), row.getDouble("lat")),
              JournalRows.instant(row, "at"),
              row.getDouble("speed_mps"),
              row.getDouble("heading_degrees"),
              row.getDouble("accuracy_meters")));
    }
    return positions;
  }

  private static <T> T[] column(
      List<UnitPosition> positions,
      Function<UnitPosition, ? extends T> value,
      java.util.function.IntFunction<T[]> array) {
    T[] column = array.apply(positions.size());
    for (int i = 0; i < column.length; i++) {
      column[i] = value.apply(positions.get(i));
    }
    return column;
  }
}
