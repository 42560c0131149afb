package io.dispatch120.dispatch.adapter.postgres;

import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.codec.DataKey;
import io.dispatch120.dispatch.journal.EcgStore;
import io.dispatch120.dispatch.query.Workers;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Files of electrocardiograms, sealed. Sealing and opening run on workers. */
public final class PostgresEcgStore implements EcgStore {
  private static final String PUT =
      "with room as (select count(*) < $7 as free from ecg_content"
          + " where center = $1 and patient_id = $3),"
          + " had as (select count(*) > 0 as there from ecg_content"
          + " where center = $1 and incident_id = $2 and sha256 = $4),"
          + " put as (insert into ecg_content"
          + " (center, incident_id, patient_id, sha256, size_bytes, sealed)"
          + " select $1, $2, $3, $4, $5, $6 from room where free on conflict do nothing)"
          + " select free or there from room, had";

  private static final String FIND =
      "select incident_id, sealed from ecg_content"
          + " where center = $1 and incident_id = any($2) and sha256 = $3";

  private static final String OPEN =
      "with room as (select count(*) < $9 as free from ecg_upload"
          + " where center = $1 and patient_id = $4),"
          + " had as (select count(*) > 0 as there from ecg_upload where center = $1 and id = $2),"
          + " opened as (insert into ecg_upload"
          + " (center, id, incident_id, patient_id, sha256, size_bytes, sealed_name, taken_at)"
          + " select $1, $2, $3, $4, $5, $6, $7, $8 from room where free on conflict do nothing)"
          + " select free or there from room, had";

  private static final String FIND_UPLOAD =
      "select * from ecg_upload where center = $1 and id = $2";

  private static final String APPEND =
      "with grown as (update ecg_upload set received_bytes = received_bytes + $4,"
          + " touched_at = clock_timestamp()"
          + " where center = $1 and id = $2 and received_bytes = $3"
          + " and received_bytes + $4 <= size_bytes returning id)"
          + " insert into ecg_chunk (center, upload_id, begin_byte, sealed)"
          + " select $1, id, $3, $5 from grown returning begin_byte";

  private final PostgresPool pool;
  private final IncidentKeys keys;
  private final Executor workers;

  PostgresEcgStore(PostgresPool pool, IncidentKeys keys, Executor workers) {
    this.pool = pool;
    this.keys = keys;
    this.workers = workers;
  }

  @Override
  public Future<Stored> put(Owner owner, String sha256, byte[] content) {
    return kept(
        owner,
        key -> key.sealBytes(content, sha256),
        bytes ->
            Tuple.of(
                    owner.center().value(),
                    owner.incident().value(),
                    owner.patient().value(),
                    sha256,
                    content.length)
                .addBuffer(Buffer.buffer(bytes))
                .addInteger(MAX_FILES),
        PUT);
  }

  @Override
  public Future<Stored> open(Upload upload) {
    Personal name = upload.fileName();
    Instant taken = upload.takenAt();
    return kept(
        upload.owner(),
        key -> name == null ? "" : key.seal(name.text()),
        sealedName ->
            Tuple.of(
                    upload.owner().center().value(),
                    upload.id(),
                    upload.owner().incident().value(),
                    upload.owner().patient().value(),
                    upload.sha256(),
                    upload.sizeBytes())
                .addString(sealedName.isEmpty() ? null : sealedName)
                .addValue(taken == null ? null : taken.atOffset(ZoneOffset.UTC))
                .addInteger(MAX_UPLOADS),
        OPEN);
  }

  private <T> Future<Stored> kept(
      Owner owner, Function<DataKey, T> seal, Function<T, Tuple> row, String sql) {
    return findKey(owner.center(), owner.incident())
        .compose(
            key ->
                key.isEmpty()
                    ? Future.succeededFuture(Stored.ERASED)
                    : Workers.ask(workers, () -> seal.apply(key.get()))
                        .compose(bytes -> pool.change(sql, row.apply(bytes)))
                        .map(rows -> stored(rows)));
  }

  private static Stored stored(RowSet<Row> rows) {
    return rows.iterator().next().getBoolean(0) ? Stored.DONE : Stored.FULL;
  }

  @Override
  public Future<Optional<byte[]>> find(CenterId center, List<IncidentId> incidents, String sha256) {
    String[] ids = incidents.stream().map(IncidentId::value).toArray(String[]::new);
    return keys.find(center, incidents)
        .compose(
            known ->
                pool.read(FIND, Tuple.of(center.value(), ids, sha256))
                    .compose(rows -> Workers.ask(workers, () -> opened(rows, known, sha256))));
  }

  private static Optional<byte[]> opened(
      RowSet<Row> rows, Map<IncidentId, DataKey> known, String sha256) {
    for (Row row : rows) {
      DataKey key = known.get(new IncidentId(row.getString("incident_id")));
      if (key != null) {
        return Optional.of(key.openBytes(row.getBuffer("sealed").getBytes(), sha256));
      }
    }
    return Optional.empty();
  }

  @Override
  public Future<Optional<Upload>> findUpload(CenterId center, String id) {
    return pool.read(FIND_UPLOAD, Tuple.of(center.value(), id))
        .compose(
            rows ->
                rows.size() == 0
                    ? Future.succeededFuture(Optional.empty())
                    : upload(center, rows.iterator().next()));
  }

  private Future<Optional<Upload>> upload(CenterId center, Row row) {
    IncidentId incident = new IncidentId(row.getString("incident_id"));
    Instant taken =
        row.getOffsetDateTime("taken_at") == null ? null : JournalRows.instant(row, "taken_at");
    return findKey(center, incident)
        .map(
            found ->
                found.map(
                    key ->
                        new Upload(
                            row.getString("id"),
                            new Owner(center, incident, new PatientId(row.getString("patient_id"))),
                            row.getString("sha256"),
                            row.getInteger("size_bytes"),
                            row.getInteger("received_bytes"),
                            name(key, row.getString("sealed_name")),
                            taken)));
  }

  private static @Nullable Personal name(DataKey key, @Nullable String sealed) {
    return sealed == null ? null : new Personal(key.open(sealed));
  }

  @Override
  public Future<Appended> append(CenterId center, String id, int offset, byte[] piece) {
    return findUpload(center, id)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(new Appended.Unknown())
                    : append(found.get(), offset, piece));
  }

  private Future<Appended> append(Upload upload, int offset, byte[] piece) {
    CenterId center = upload.owner().center();
    return findKey(center, upload.owner().incident())
        .compose(
            key ->
                Workers.ask(
                    workers, () -> key.orElseThrow().sealBytes(piece, context(upload, offset))))
        .compose(
            secret ->
                pool.change(
                    APPEND,
                    Tuple.of(center.value(), upload.id(), offset, piece.length)
                        .addBuffer(Buffer.buffer(secret))))
        .compose(
            written ->
                findUpload(center, upload.id()).map(after -> after(after, written.size() > 0)));
  }

  private static Appended after(Optional<Upload> after, boolean taken) {
    if (after.isEmpty()) {
      return new Appended.Unknown();
    }
    return taken ? new Appended.Taken(after.get()) : new Appended.WrongOffset(after.get());
  }

  @Override
  public Future<byte[]> assemble(Upload upload) {
    Owner owner = upload.owner();
    return pool.read(
            "select begin_byte, sealed from ecg_chunk where center = $1 and upload_id = $2"
                + " order by begin_byte",
            Tuple.of(owner.center().value(), upload.id()))
        .compose(
            rows ->
                findKey(owner.center(), owner.incident())
                    .compose(
                        key ->
                            Workers.ask(workers, () -> joined(rows, key.orElseThrow(), upload))));
  }

  private static byte[] joined(RowSet<Row> rows, DataKey key, Upload upload) {
    List<byte[]> pieces = new ArrayList<>();
    for (Row row : rows) {
      pieces.add(
          key.openBytes(
              row.getBuffer("sealed").getBytes(), context(upload, row.getInteger("begin_byte"))));
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream(upload.sizeBytes());
    pieces.forEach(whole::writeBytes);
    return whole.toByteArray();
  }

  private static String context(Upload upload, int offset) {
    return upload.id() + "/" + offset;
  }

  @Override
  public Future<Void> drop(CenterId center, String id) {
    return pool.change(
            "delete from ecg_upload where center = $1 and id = $2", Tuple.of(center.value(), id))
        .mapEmpty();
  }

  @Override
  public Future<Void> purge(Duration stalled) {
    return pool.change(
            "delete from ecg_upload where touched_at"
                + " < clock_timestamp() - $1::bigint * interval '1 second'",
            Tuple.of(stalled.toSeconds()))
        .mapEmpty();
  }

  private Future<Optional<DataKey>> findKey(CenterId center, IncidentId incident) {
    return keys.find(center, List.of(incident)).map(k -> Optional.ofNullable(k.get(incident)));
  }
}
