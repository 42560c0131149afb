package io.dispatch120.locator.crew;

import io.dispatch120.dispatch.api.Command.WithdrawEcg;
import io.dispatch120.dispatch.api.EcgApi;
import io.dispatch120.dispatch.api.EcgApi.NewFile;
import io.dispatch120.dispatch.api.EcgId;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.web.Answer;
import io.dispatch120.web.ContractRouter;
import io.dispatch120.web.EcgAnswers;
import io.dispatch120.web.Fields;
import io.dispatch120.web.Multipart;
import io.dispatch120.web.Problem;
import io.dispatch120.web.Request;
import io.vertx.core.Future;

/** A crew's ECG files, whole or piece by piece, of the patients of its own unit. */
public final class EcgOperations {
  private final EcgApi api;

  public EcgOperations(EcgApi api) {
    this.api = api;
  }

  public void bindTo(ContractRouter router) {
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
    return api.store(
            request.session(),
            patient(request),
            form.fileName() == null ? null : new Personal(form.fileName()),
            EcgAnswers.takenAt(form),
            form.file())
        .map(reply -> EcgAnswers.of(reply, view -> Answer.created(CrewAnswer.of(view))));
  }

  private Future<Answer> open(Request request) {
    Fields fields = request.fields();
    NewFile file =
        new NewFile(
            EcgAnswers.fileName(fields),
            fields.integer("sizeBytes"),
            fields.text("sha256"),
            fields.instantOrNull("takenAt"));
    return api.openUpload(request.session(), patient(request), file)
        .map(reply -> EcgAnswers.of(reply, Answer::created));
  }

  private Future<Answer> find(Request request) {
    return api.findUpload(request.session(), patient(request), request.parameter("uploadId"))
        .map(reply -> EcgAnswers.of(reply, Answer::ok));
  }

  private Future<Answer> append(Request request) {
    return api.appendUpload(
            request.session(),
            patient(request),
            request.parameter("uploadId"),
            request.longInteger("Upload-Offset", 0),
            request.body().getBytes())
        .map(reply -> EcgAnswers.of(reply, Answer::ok));
  }

  private Future<Answer> content(Request request) {
    return api.read(request.session(), patient(request), ecg(request))
        .map(reply -> EcgAnswers.of(reply, EcgAnswers::content));
  }

  private Future<Answer> waveform(Request request) {
    return api.readWaveform(request.session(), patient(request), ecg(request))
        .map(reply -> EcgAnswers.of(reply, Answer::ok));
  }

  private Future<Answer> withdraw(Request request) {
    SessionUser crew = request.session();
    return api.withdraw(
            crew,
            request.key(crew.username()),
            new WithdrawEcg(patient(request), ecg(request), request.fields().personal("reason")))
        .map(reply -> EcgAnswers.of(reply, view -> Answer.ok(CrewAnswer.of(view))));
  }

  private static PatientId patient(Request request) {
    return new PatientId(request.parameter("id"));
  }

  private static EcgId ecg(Request request) {
    String id = request.parameter("ecgId");
    if (id.isBlank()) {
      throw Problem.notFound("There is no such ECG.").asException();
    }
    return new EcgId(id);
  }
}
