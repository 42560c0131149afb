package io.dispatch120.dispatch.adapter.postgres;

import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.codec.KeyRing;
import io.dispatch120.dispatch.journal.AppendCommand;
import io.dispatch120.dispatch.journal.AppendCommand.NewEvent;
import io.dispatch120.dispatch.journal.CatalogueChanged;
import io.dispatch120.dispatch.journal.CatalogueEdit;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One edit of a catalogue inside the transaction it is given. */
final class CatalogueEdits {
  /** Entries written by one statement: far below the time a statement may take. */
  private static final int CHUNK = 500;

  /**
   * Two imports at once: the row of the centre lets one go first, and the number tells the other.
   */
  private static final String CLAIM =
      "update center set catalogue_revision = catalogue_revision + 1"
          + " where id = $1 and catalogue_revision = $2";

  private static final String HEAD = "select 1 from journal_head where center = $1 for update";
  private static final String NOW = "select clock_timestamp() as now";
  private static final String APPEND = "select outcome, last_seq from append_commands($1, $2)";

  private final SqlConnection db;
  private final CenterId center;
  private final KeyRing ring;

  CatalogueEdits(SqlConnection db, CenterId center, KeyRing ring) {
    this.db = db;
    this.center = center;
    this.ring = ring;
  }

  /** Empty when another edit came first. */
  Future<Optional<Long>> apply(CatalogueEdit edit) {
    return run(CLAIM, Tuple.of(center.value(), edit.basedOn()))
        .compose(
            claimed ->
                claimed == 0
                    ? Future.succeededFuture(Optional.empty())
                    : write(edit).map(Optional::of));
  }

  private Future<Long> write(CatalogueEdit edit) {
    CatalogueEdit.Parts parts = edit.parts();
    // Appends hold the head of the journal when they come to units; whoever comes to units first
    // and to the head later would wait for them as they for it. Other tables only imports write,
    // and so hold up no command until the very end.
    Future<Integer> inOrder =
        parts.units().isEmpty() ? Future.succeededFuture(0) : run(HEAD, Tuple.of(center.value()));
    return inOrder
        .compose(x -> put("station", "id", parts.stations(), 0))
        .compose(x -> put("unit", "id", parts.units(), 0))
        .compose(x -> put("hospital", "id", parts.hospitals(), 0))
        .compose(x -> put("aed", "site,id", parts.aeds(), 0))
        .compose(x -> put("responder", "id", parts.responders(), 0))
        .compose(x -> put("place", "id", parts.places(), 0))
        .compose(x -> remove(parts.removedAeds()))
        .compose(x -> db.preparedQuery(NOW).execute())
        .compose(rows -> append(edit, JournalRows.instant(rows.iterator().next(), "now")));
  }

  private Future<Integer> put(String table, String idPath, List<?> documents, int from) {
    if (from >= documents.size()) {
      return Future.succeededFuture(0);
    }
    int until = Math.min(from + CHUNK, documents.size());
    String sql =
        "insert into "
            + table
            + " (center, id, info) select $1, d #>> '{"
            + idPath
            + "}', d from jsonb_array_elements($2::text::jsonb) d"
            + " on conflict (center, id) do update set info = excluded.info";
    return run(sql, Tuple.of(center.value(), Documents.write(documents.subList(from, until))))
        .compose(written -> put(table, idPath, documents, until));
  }

  private Future<Integer> remove(List<String> aeds) {
    return aeds.isEmpty()
        ? Future.succeededFuture(0)
        : run(
            "delete from aed where center = $1 and id = any($2)",
            Tuple.tuple().addString(center.value()).addArrayOfString(aeds.toArray(new String[0])));
  }

  private Future<Long> append(CatalogueEdit edit, Instant now) {
    AppendCommand command =
        new AppendCommand(
            edit.id(),
            "",
            edit.actor(),
            List.of(),
            List.of(
                new NewEvent(
                    edit.id(),
                    now,
                    null,
                    null,
                    new CatalogueChanged(edit.parts().catalogue(), edit.parts().entries()))),
            List.of());
    String batch = new JournalBatch(center, List.of(command), ring).toJson(Map.of());
    return db.preparedQuery(APPEND)
        .execute(Tuple.of(center.value(), batch))
        .map(
            rows -> {
              Row row = rows.iterator().next();
              if (!row.getString("outcome").equals("committed")) {
                throw new IllegalStateException(
                    "the entry of an edit was " + row.getString("outcome"));
              }
              return row.getLong("last_seq");
            });
  }

  private Future<Integer> run(String sql, Tuple arguments) {
    return db.preparedQuery(sql).execute(arguments).map(rows -> rows.rowCount());
  }
}
