package io.dispatch120.dispatch.api;

import io.dispatch120.dispatch.api.DispatchApi.RequestKey;
import io.vertx.core.Future;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Files of electrocardiograms for a crew: of patients to whom its own unit was sent, others are
 * {@code NOT_FOUND}. Thread-safe. Futures fail only for faults.
 */
public interface EcgApi {

  /**
   * A file that is to come, or has come.
   *
   * @param sha256 of the whole, in lower-case hexadecimal
   * @param takenAt when it was recorded, where whoever sends it knows; the file's own time counts
   *     first
   */
  record NewFile(
      @Nullable Personal fileName, int sizeBytes, String sha256, @Nullable Instant takenAt) {}

  /** The case has the ECG afterwards; a file that it has already is not taken twice. */
  Future<Reply<CrewAssignmentView>> store(
      SessionUser crew,
      PatientId patient,
      @Nullable Personal fileName,
      @Nullable Instant takenAt,
      byte[] content);

  /** Begins an upload, or goes on with the one of the same file. */
  Future<Reply<EcgUploadView>> openUpload(SessionUser crew, PatientId patient, NewFile file);

  Future<Reply<EcgUploadView>> findUpload(SessionUser crew, PatientId patient, String uploadId);

  /** Adds the bytes from {@code offset} on; with the last ones the case has the ECG. */
  Future<Reply<EcgUploadView>> appendUpload(
      SessionUser crew, PatientId patient, String uploadId, long offset, byte[] piece);

  Future<Reply<EcgContentView>> read(SessionUser crew, PatientId patient, EcgId ecg);

  Future<Reply<EcgWaveformView>> readWaveform(SessionUser crew, PatientId patient, EcgId ecg);

  Future<Reply<CrewAssignmentView>> withdraw(
      SessionUser crew, RequestKey key, Command.WithdrawEcg command);
}
