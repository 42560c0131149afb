package io.dispatch120.dispatch.edge;

import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.CrewAssignmentView;
import io.dispatch120.dispatch.api.DispatchApi.RequestKey;
import io.dispatch120.dispatch.api.EcgApi;
import io.dispatch120.dispatch.api.EcgContentView;
import io.dispatch120.dispatch.api.EcgId;
import io.dispatch120.dispatch.api.EcgUploadView;
import io.dispatch120.dispatch.api.EcgWaveformView;
import io.dispatch120.dispatch.api.MilestoneSource;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.Refusal;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.api.Reply;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.dispatch.command.CommandRequest;
import io.dispatch120.dispatch.command.EcgIntake;
import io.dispatch120.dispatch.command.EcgIntake.Sender;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.node.DispatchNode;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes ECG files of a crew's own patients, and gives them back. */
final class EcgDesk implements EcgApi {
  private final DispatchNode node;
  private final EcgIntake ecgs;

  EcgDesk(DispatchNode node, EcgIntake ecgs) {
    this.node = node;
    this.ecgs = ecgs;
  }

  @Override
  public Future<Reply<CrewAssignmentView>> store(
      SessionUser crew,
      PatientId patient,
      @Nullable Personal fileName,
      @Nullable Instant takenAt,
      byte[] content) {
    return ecgs.store(sender(crew), patient, fileName, takenAt, content)
        .map(reply -> shown(crew, reply));
  }

  @Override
  public Future<Reply<EcgUploadView>> openUpload(
      SessionUser crew, PatientId patient, NewFile file) {
    return ecgs.open(sender(crew), patient, file);
  }

  @Override
  public Future<Reply<EcgUploadView>> findUpload(
      SessionUser crew, PatientId patient, String uploadId) {
    return ecgs.findUpload(sender(crew), patient, uploadId);
  }

  @Override
  public Future<Reply<EcgUploadView>> appendUpload(
      SessionUser crew, PatientId patient, String uploadId, long offset, byte[] piece) {
    return ecgs.append(sender(crew), patient, uploadId, offset, piece);
  }

  @Override
  public Future<Reply<EcgContentView>> read(SessionUser crew, PatientId patient, EcgId ecg) {
    return ecgs.read(sender(crew), patient, ecg);
  }

  @Override
  public Future<Reply<EcgWaveformView>> readWaveform(
      SessionUser crew, PatientId patient, EcgId ecg) {
    return ecgs.readWaveform(sender(crew), patient, ecg);
  }

  @Override
  public Future<Reply<CrewAssignmentView>> withdraw(
      SessionUser crew, RequestKey key, Command.WithdrawEcg command) {
    return node.execute(
            new CommandRequest(
                key.commandId(),
                key.fingerprint(),
                crew.center(),
                crew.actor(),
                CrewDesk.unit(crew),
                command))
        .map(result -> Replies.of(result, done -> done.incident().flatMap(i -> view(crew, i))));
  }

  private Reply<CrewAssignmentView> shown(SessionUser crew, Reply<Incident> reply) {
    if (reply instanceof Reply.Ok<Incident> ok) {
      return view(crew, ok.value())
          .<Reply<CrewAssignmentView>>map(view -> new Reply.Ok<>(view, ok.replayed()))
          .orElseGet(
              () ->
                  new Reply.No<>(
                      new Refusal(RefusalCode.NOT_FOUND, "the assignment is not there any more")));
    }
    return reply instanceof Reply.No<Incident> no
        ? new Reply.No<>(no.refusal())
        : new Reply.KeyReused<>();
  }

  private Optional<CrewAssignmentView> view(SessionUser crew, Incident incident) {
    return node.getCenter(crew.center()).crewPicture(CrewDesk.unit(crew), incident);
  }

  private static Sender sender(SessionUser crew) {
    return new Sender(crew.center(), crew.actor(), CrewDesk.unit(crew), MilestoneSource.CREW);
  }
}
