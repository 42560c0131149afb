package io.dispatch120.dispatch.adapter.postgres;

import io.dispatch120.dispatch.api.Actor;
import io.dispatch120.dispatch.api.Catalogue;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.PlaceInfo;
import io.dispatch120.dispatch.api.ResponderInfo;
import io.dispatch120.dispatch.journal.AppendCommand;
import io.dispatch120.dispatch.journal.AppendCommand.NewEvent;
import io.dispatch120.dispatch.journal.CatalogueChanged;
import io.dispatch120.dispatch.journal.CatalogueEdit;
import io.dispatch120.dispatch.journal.CatalogueStore;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Catalogues as JSON documents, each list by id. */
public final class PostgresCatalogueStore implements CatalogueStore {
  private static final String FIND =
      "select c.info::text as center,"
          + " (select coalesce(jsonb_agg(t.info order by t.id), '[]') from station t"
          + " where t.center = c.id)::text as stations,"
          + " (select coalesce(jsonb_agg(t.info order by t.id), '[]') from unit t"
          + " where t.center = c.id)::text as units,"
          + " (select coalesce(jsonb_agg(t.info order by t.id), '[]') from hospital t"
          + " where t.center = c.id)::text as hospitals,"
          + " (select coalesce(jsonb_agg(t.info order by t.id), '[]') from aed t"
          + " where t.center = c.id)::text as aeds from center c where c.id = $1";

  private final PostgresPool pool;
  private final IncidentKeys keys;

  PostgresCatalogueStore(PostgresPool pool, IncidentKeys keys) {
    this.pool = pool;
    this.keys = keys;
  }

  @Override
  public Future<List<CenterId>> listCenters() {
    return pool.read("select id from center order by id", Tuple.tuple())
        .map(
            rows -> {
              List<CenterId> centers = new ArrayList<>();
              rows.forEach(row -> centers.add(new CenterId(row.getString("id"))));
              return centers;
            });
  }

  @Override
  public Future<Optional<Catalogue>> find(CenterId center) {
    return pool.read(FIND, Tuple.of(center.value()))
        .map(
            rows -> {
              for (Row row : rows) {
                return Optional.of(catalogue(row));
              }
              return Optional.empty();
            });
  }

  private static Catalogue catalogue(Row row) {
    return new Catalogue(
        Documents.read(row.getString("center"), Catalogue.CenterInfo.class),
        List.of(Documents.read(row.getString("stations"), Catalogue.StationInfo[].class)),
        List.of(Documents.read(row.getString("units"), Catalogue.UnitInfo[].class)),
        List.of(Documents.read(row.getString("hospitals"), Catalogue.HospitalInfo[].class)),
        List.of(Documents.read(row.getString("aeds"), Catalogue.AedInfo[].class)));
  }

  @Override
  public Future<Boolean> seed(Catalogue catalogue) {
    String center = catalogue.center().id().value();
    return pool.transaction(
        db ->
            run(db, "select pg_advisory_xact_lock($1)", Tuple.of(PostgresMigrations.LOCK))
                .compose(
                    locked ->
                        run(
                            db,
                            "insert into center (id, info) values ($1, $2::text::jsonb)"
                                + " on conflict do nothing",
                            Tuple.of(center, Documents.write(catalogue.center()))))
                .compose(
                    made ->
                        made == 0 ? Future.succeededFuture(false) : fill(db, center, catalogue)));
  }

  @Override
  public Future<Long> revision(CenterId center) {
    return pool.read(
            "select catalogue_revision from center where id = $1", Tuple.of(center.value()))
        .map(
            rows -> {
              for (Row row : rows) {
                return row.getLong("catalogue_revision");
              }
              throw new IllegalArgumentException("unknown center " + center);
            });
  }

  @Override
  public Future<List<ResponderInfo>> listResponders(CenterId center) {
    return list("responder", center, ResponderInfo.class);
  }

  @Override
  public Future<List<PlaceInfo>> listPlaces(CenterId center) {
    return list("place", center, PlaceInfo.class);
  }

  private <T> Future<List<T>> list(String table, CenterId center, Class<T> type) {
    return pool.read(
            "select info::text as info from " + table + " where center = $1 order by id",
            Tuple.of(center.value()))
        .map(
            rows -> {
              List<T> all = new ArrayList<>(rows.size());
              rows.forEach(row -> all.add(Documents.read(row.getString("info"), type)));
              return all;
            });
  }

  @Override
  public Future<Optional<Long>> apply(CenterId center, CatalogueEdit edit) {
    return pool.transaction(db -> new CatalogueEdits(db, center, keys.ring()).apply(edit));
  }

  private Future<Boolean> fill(SqlConnection db, String center, Catalogue catalogue) {
    return insert(db, "station", "id", center, catalogue.stations())
        .compose(x -> insert(db, "unit", "id", center, catalogue.units()))
        .compose(x -> insert(db, "hospital", "id", center, catalogue.hospitals()))
        .compose(x -> insert(db, "aed", "site,id", center, catalogue.aeds()))
        .compose(
            x ->
                db.preparedQuery(
                        "insert into journal_head (center) values ($1) returning recorded_at")
                    .execute(Tuple.of(center)))
        .map(rows -> JournalRows.instant(rows.iterator().next(), "recorded_at"))
        .compose(
            now ->
                run(
                    db,
                    "select append_commands($1, $2)",
                    Tuple.of(center, firstEntry(catalogue, now))))
        .map(x -> true);
  }

  /**
   * One statement for a whole list.
   *
   * @param idPath where in a document its id stands
   */
  private static Future<Integer> insert(
      SqlConnection db, String table, String idPath, String center, List<?> documents) {
    return run(
        db,
        "insert into "
            + table
            + " (center, id, info) select $1, d #>> '{"
            + idPath
            + "}', d"
            + " from jsonb_array_elements($2::text::jsonb) d",
        Tuple.of(center, Documents.write(documents)));
  }

  private String firstEntry(Catalogue catalogue, Instant now) {
    CenterId center = catalogue.center().id();
    int entries =
        catalogue.stations().size()
            + catalogue.units().size()
            + catalogue.hospitals().size()
            + catalogue.aeds().size();
    UUID id = UUID.nameUUIDFromBytes(("seed/" + center).getBytes(StandardCharsets.UTF_8));
    AppendCommand command =
        new AppendCommand(
            id,
            "",
            Actor.system("seed"),
            List.of(),
            List.of(new NewEvent(id, now, null, null, new CatalogueChanged("center", entries))),
            List.of());
    return new JournalBatch(center, List.of(command), keys.ring()).toJson(Map.of());
  }

  private static Future<Integer> run(SqlConnection db, String sql, Tuple arguments) {
    return db.preparedQuery(sql).execute(arguments).map(rows -> rows.rowCount());
  }
}
