package io.dispatch120.dispatch.adapter.http;

import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.EcgApi.NewFile;
import io.dispatch120.dispatch.api.EcgId;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.Reply;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.dispatch.command.EcgIntake;
import io.dispatch120.dispatch.command.EcgIntake.Sender;
import io.dispatch120.web.Answer;
import io.dispatch120.web.ContractRouter;
import io.dispatch120.web.EcgAnswers;
import io.dispatch120.web.Fields;
import io.dispatch120.web.Multipart;
import io.dispatch120.web.Problem;
import io.dispatch120.web.Request;
import io.vertx.core.Future;
import java.util.function.Function;

/** ECG files: sent by dispatchers and hospitals, looked at by those who may see the patient. */
final class EcgRoutes {

  private final Commands commands;
  private final Made made;
  private final Visibility visibility;
  private final EcgIntake ecgs;

  EcgRoutes(Commands commands, Made made, Visibility visibility, EcgIntake ecgs) {
    this.commands = commands;
    this.made = made;
    this.visibility = visibility;
    this.ecgs = ecgs;
  }

  void bind(ContractRouter router) {
    router
        .on("storeEcg", this::store)
        .on("openEcgUpload", this::open)
        .on("getEcgUpload", this::find)
        .on("appendEcgUpload", this::append)
        .on("getEcgContent", this::content)
        .on("getEcgWaveform", this::waveform)
        .on("withdrawEcg", this::withdraw);
  }

  private Future<Answer> store(Request request) {
    Multipart form = Multipart.read(request);
    PatientId patient = ChestPainRoutes.patient(request);
    return own(
            request,
            sender ->
                ecgs.store(
                    sender,
                    patient,
                    form.fileName() == null ? null : new Personal(form.fileName()),
                    EcgAnswers.takenAt(form),
                    form.file()))
        .map(
            reply ->
                EcgAnswers.of(
                    reply,
                    incident ->
                        Answer.created(made.chestPain(request.session(), patient, incident))));
  }

  private Future<Answer> open(Request request) {
    Fields fields = request.fields();
    NewFile file =
        new NewFile(
            EcgAnswers.fileName(fields),
            fields.integer("sizeBytes"),
            fields.text("sha256"),
            fields.instantOrNull("takenAt"));
    return own(request, sender -> ecgs.open(sender, ChestPainRoutes.patient(request), file))
        .map(reply -> EcgAnswers.of(reply, Answer::created));
  }

  private Future<Answer> find(Request request) {
    return own(
            request,
            sender ->
                ecgs.findUpload(
                    sender, ChestPainRoutes.patient(request), request.parameter("uploadId")))
        .map(reply -> EcgAnswers.of(reply, Answer::ok));
  }

  private Future<Answer> append(Request request) {
    return own(
            request,
            sender ->
                ecgs.append(
                    sender,
                    ChestPainRoutes.patient(request),
                    request.parameter("uploadId"),
                    request.longInteger("Upload-Offset", 0),
                    request.body().getBytes()))
        .map(reply -> EcgAnswers.of(reply, Answer::ok));
  }

  private Future<Answer> content(Request request) {
    EcgId id = ecg(request);
    return own(request, sender -> ecgs.read(sender, ChestPainRoutes.patient(request), id))
        .map(reply -> EcgAnswers.of(reply, EcgAnswers::content));
  }

  private Future<Answer> waveform(Request request) {
    EcgId id = ecg(request);
    return own(request, sender -> ecgs.readWaveform(sender, ChestPainRoutes.patient(request), id))
        .map(reply -> EcgAnswers.of(reply, Answer::ok));
  }

  private Future<Answer> withdraw(Request request) {
    PatientId patient = ChestPainRoutes.patient(request);
    Command command =
        new Command.WithdrawEcg(patient, ecg(request), request.fields().personal("reason"));
    return visibility
        .patient(request.session(), patient)
        .compose(incident -> commands.execute(request, command))
        .map(
            done ->
                Answer.ok(made.chestPain(request.session(), patient, done))
                    .replayed(done.replayed()));
  }

  private static EcgId ecg(Request request) {
    String id = request.parameter("ecgId");
    if (id.isBlank()) {
      throw Problem.notFound("There is no such ECG.").asException();
    }
    return new EcgId(id);
  }

  private <T> Future<Reply<T>> own(Request request, Function<Sender, Future<Reply<T>>> question) {
    SessionUser user = request.session();
    Sender sender = new Sender(user.center(), user.actor(), null, ChestPainRoutes.source(request));
    return visibility
        .patient(user, ChestPainRoutes.patient(request))
        .compose(incident -> question.apply(sender));
  }
}
