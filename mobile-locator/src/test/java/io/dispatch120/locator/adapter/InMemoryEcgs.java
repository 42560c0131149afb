package io.dispatch120.locator.adapter;

import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.CrewAssignmentView;
import io.dispatch120.dispatch.api.DispatchApi.RequestKey;
import io.dispatch120.dispatch.api.EcgApi;
import io.dispatch120.dispatch.api.EcgContentView;
import io.dispatch120.dispatch.api.EcgFormat;
import io.dispatch120.dispatch.api.EcgId;
import io.dispatch120.dispatch.api.EcgLeadView;
import io.dispatch120.dispatch.api.EcgUploadView;
import io.dispatch120.dispatch.api.EcgWaveformView;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.Refusal;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.api.Reply;
import io.dispatch120.dispatch.api.SessionUser;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One patient {@code p1} with a picture {@code e1} and samples {@code e2}, and one upload {@code
 * u1}; other patients are another unit's.
 */
final class InMemoryEcgs implements EcgApi {
  private static final EcgWaveformView WAVEFORM =
      new EcgWaveformView(
          EcgFormat.SCP,
          null,
          null,
          500,
          null,
          null,
          null,
          List.of(new EcgLeadView("II", 0, 2500, "AAA=", null)),
          List.of());

  volatile byte[] content = {};
  volatile @Nullable Personal fileName;
  volatile @Nullable Instant takenAt;
  private volatile int sizeBytes;

  @Override
  public Future<Reply<CrewAssignmentView>> store(
      SessionUser crew,
      PatientId patient,
      @Nullable Personal name,
      @Nullable Instant taken,
      byte[] file) {
    content = file;
    fileName = name;
    takenAt = taken;
    return own(patient, CrewSamples.assignment(Milestone.ASSIGNED));
  }

  @Override
  public Future<Reply<EcgUploadView>> openUpload(
      SessionUser crew, PatientId patient, NewFile file) {
    sizeBytes = file.sizeBytes();
    content = new byte[0];
    return own(patient, state());
  }

  @Override
  public Future<Reply<EcgUploadView>> findUpload(
      SessionUser crew, PatientId patient, String uploadId) {
    return own(patient, state());
  }

  @Override
  public Future<Reply<EcgUploadView>> appendUpload(
      SessionUser crew, PatientId patient, String uploadId, long offset, byte[] piece) {
    if (offset != content.length) {
      return Future.succeededFuture(
          new Reply.No<>(new Refusal(RefusalCode.UPLOAD_OFFSET, content.length + " are here")));
    }
    byte[] more = Arrays.copyOf(content, content.length + piece.length);
    System.arraycopy(piece, 0, more, content.length, piece.length);
    content = more;
    return own(patient, state());
  }

  private EcgUploadView state() {
    return new EcgUploadView("u1", content.length, sizeBytes, content.length == sizeBytes);
  }

  @Override
  public Future<Reply<EcgContentView>> read(SessionUser crew, PatientId patient, EcgId ecg) {
    return own(patient, new EcgContentView(ecg, "image/png", "0".repeat(64), content));
  }

  @Override
  public Future<Reply<EcgWaveformView>> readWaveform(
      SessionUser crew, PatientId patient, EcgId ecg) {
    return ecg.value().equals("e2")
        ? own(patient, WAVEFORM)
        : Future.succeededFuture(
            new Reply.No<>(new Refusal(RefusalCode.ECG_HAS_NO_WAVEFORM, "look at the file")));
  }

  @Override
  public Future<Reply<CrewAssignmentView>> withdraw(
      SessionUser crew, RequestKey key, Command.WithdrawEcg command) {
    return own(command.patientId(), CrewSamples.assignment(Milestone.ASSIGNED));
  }

  private static <T> Future<Reply<T>> own(PatientId patient, T value) {
    return Future.succeededFuture(
        patient.value().equals("p1")
            ? new Reply.Ok<>(value, false)
            : new Reply.No<>(new Refusal(RefusalCode.NOT_FOUND, "there is no such patient")));
  }
}
