package io.dispatch120.dispatch.journal;

import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Personal;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of electrocardiograms, by checksum and sealed with their incident's key, and those that
 * are on their way. The journal alone says which of them a case has. Thread-safe; fails with {@link
 * StorageUnavailable}.
 */
public interface EcgStore {
  /** Larger than any scan of one sheet, small enough for a village's line. */
  int MAX_BYTES = 10 << 20;

  /** As many as a case may have. */
  int MAX_FILES = 200;

  /** Uploads of one patient that are under way at a time: two devices and some that broke off. */
  int MAX_UPLOADS = 20;

  /** A file that has not grown for so long does not come any more. */
  Duration STALLED = Duration.ofHours(24);

  /** Whose file it is. */
  record Owner(CenterId center, IncidentId incident, PatientId patient) {}

  /**
   * A file on its way.
   *
   * @param fileName as the device named it, for people only
   */
  record Upload(
      String id,
      Owner owner,
      String sha256,
      int sizeBytes,
      int receivedBytes,
      @Nullable Personal fileName,
      @Nullable Instant takenAt) {

    public boolean whole() {
      return receivedBytes == sizeBytes;
    }
  }

  /** What became of something to be stored. */
  enum Stored {
    /** It is there, now or before. */
    DONE,
    /** The patient has as many as there may be. */
    FULL,
    /** The incident's key is gone: its people are forgotten. */
    ERASED
  }

  /** What became of a piece. */
  sealed interface Appended {
    record Taken(Upload upload) implements Appended {}

    /** The piece does not begin where the last one ended, or goes beyond the end. */
    record WrongOffset(Upload upload) implements Appended {}

    record Unknown() implements Appended {}
  }

  /** Keeps a whole file; again is the same as once. */
  Future<Stored> put(Owner owner, String sha256, byte[] content);

  /**
   * The whole file.
   *
   * @param incidents where the patient is and was: a patient may follow a call to another incident
   */
  Future<Optional<byte[]>> find(CenterId center, List<IncidentId> incidents, String sha256);

  /** Begins an upload; one that has begun stays as it is. */
  Future<Stored> open(Upload upload);

  /** Empty when it is unknown, stalled, or was taken over into a case. */
  Future<Optional<Upload>> findUpload(CenterId center, String id);

  /** Adds a piece. Of two at the same place one is taken. */
  Future<Appended> append(CenterId center, String id, int offset, byte[] piece);

  /** All pieces that have come, in order. */
  Future<byte[]> assemble(Upload upload);

  /** Forgets an upload and its pieces. */
  Future<Void> drop(CenterId center, String id);

  /** Drops uploads that have not grown for that long. */
  Future<Void> purge(Duration stalled);
}
