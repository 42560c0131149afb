package io.dispatch120.dispatch.adapter.memory;

import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.journal.EcgStore;
import io.vertx.core.Future;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Files in memory. */
public final class InMemoryEcgStore implements EcgStore {
  private record Content(Owner owner, byte[] bytes) {}

  private static final class Coming {
    Upload upload;
    Instant touchedAt;
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Coming(Upload upload, Instant touchedAt) {
      this.upload = upload;
      this.touchedAt = touchedAt;
    }
  }

  private final Supplier<Instant> now;
  private final Map<String, Content> contents = new LinkedHashMap<>();
  private final Map<String, Coming> uploads = new HashMap<>();
  private final Set<IncidentId> erased = new HashSet<>();

  public InMemoryEcgStore(Supplier<Instant> now) {
    this.now = now;
  }

  /** The incident's key is gone. */
  public synchronized void erase(IncidentId incident) {
    erased.add(incident);
    contents.values().removeIf(c -> c.owner().incident().equals(incident));
    uploads.values().removeIf(u -> u.upload.owner().incident().equals(incident));
  }

  /** What is stored, whole or coming. */
  public synchronized int size() {
    return contents.size() + uploads.size();
  }

  @Override
  public synchronized Future<Stored> put(Owner owner, String sha256, byte[] content) {
    String key = owner.center() + "/" + owner.incident() + "/" + sha256;
    return stored(
        owner,
        contents.containsKey(key),
        contents.values().stream().filter(c -> same(c.owner(), owner)).count() < MAX_FILES,
        () -> contents.put(key, new Content(owner, content.clone())));
  }

  @Override
  public synchronized Future<Stored> open(Upload upload) {
    String key = upload.owner().center() + "/" + upload.id();
    return stored(
        upload.owner(),
        uploads.containsKey(key),
        uploads.values().stream().filter(u -> same(u.upload.owner(), upload.owner())).count()
            < MAX_UPLOADS,
        () -> uploads.put(key, new Coming(upload, now.get())));
  }

  private Future<Stored> stored(Owner owner, boolean there, boolean free, Runnable store) {
    if (erased.contains(owner.incident())) {
      return Future.succeededFuture(Stored.ERASED);
    }
    if (!there && free) {
      store.run();
    }
    return Future.succeededFuture(there || free ? Stored.DONE : Stored.FULL);
  }

  private static boolean same(Owner a, Owner b) {
    return a.center().equals(b.center()) && a.patient().equals(b.patient());
  }

  @Override
  public synchronized Future<Optional<byte[]>> find(
      CenterId center, List<IncidentId> incidents, String sha256) {
    return Future.succeededFuture(
        incidents.stream()
            .flatMap(
                i -> Optional.ofNullable(contents.get(center + "/" + i + "/" + sha256)).stream())
            .map(c -> c.bytes().clone())
            .findFirst());
  }

  @Override
  public synchronized Future<Optional<Upload>> findUpload(CenterId center, String id) {
    return Future.succeededFuture(
        Optional.ofNullable(uploads.get(center + "/" + id)).map(u -> u.upload));
  }

  @Override
  public synchronized Future<Appended> append(
      CenterId center, String id, int offset, byte[] piece) {
    Coming coming = uploads.get(center + "/" + id);
    if (coming == null) {
      return Future.succeededFuture(new Appended.Unknown());
    }
    Upload is = coming.upload;
    if (offset != is.receivedBytes() || offset + piece.length > is.sizeBytes()) {
      return Future.succeededFuture(new Appended.WrongOffset(is));
    }
    coming.bytes.writeBytes(piece);
    coming.touchedAt = now.get();
    coming.upload =
        new Upload(
            is.id(),
            is.owner(),
            is.sha256(),
            is.sizeBytes(),
            offset + piece.length,
            is.fileName(),
            is.takenAt());
    return Future.succeededFuture(new Appended.Taken(coming.upload));
  }

  @Override
  public synchronized Future<byte[]> assemble(Upload upload) {
    Coming coming = uploads.get(upload.owner().center() + "/" + upload.id());
    return Future.succeededFuture(coming == null ? new byte[0] : coming.bytes.toByteArray());
  }

  @Override
  public synchronized Future<Void> drop(CenterId center, String id) {
    uploads.remove(center + "/" + id);
    return Future.succeededFuture();
  }

  @Override
  public synchronized Future<Void> purge(Duration stalled) {
    uploads.values().removeIf(u -> u.touchedAt.isBefore(now.get().minus(stalled)));
    return Future.succeededFuture();
  }
}
