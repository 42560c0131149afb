package io.dispatch120.dispatch.adapter.http;

import io.dispatch120.dispatch.api.AdviceView;
import io.dispatch120.dispatch.api.CaseMilestone;
import io.dispatch120.dispatch.api.ChestPainCaseView;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.Diagnosis;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.IncidentView;
import io.dispatch120.dispatch.api.MilestoneSource;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.PreAlertKind;
import io.dispatch120.dispatch.api.Reply;
import io.dispatch120.dispatch.api.Role;
import io.dispatch120.dispatch.query.Queries;
import io.dispatch120.web.Answer;
import io.dispatch120.web.ContractRouter;
import io.dispatch120.web.Fields;
import io.dispatch120.web.FindingFields;
import io.dispatch120.web.Problem;
import io.dispatch120.web.Request;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/** Chest-pain cases: their steps, findings and diagnosis. A hospital has only its own patients. */
final class ChestPainRoutes {
  private final Commands commands;
  private final Made made;
  private final Visibility visibility;
  private final Queries queries;
  private final Supplier<Instant> now;

  ChestPainRoutes(
      Commands commands, Made made, Visibility visibility, Queries queries, Supplier<Instant> now) {
    this.commands = commands;
    this.queries = queries;
    this.made = made;
    this.visibility = visibility;
    this.now = now;
  }

  void bind(ContractRouter router) {
    router
        .on("openChestPain", this::open)
        .on("getChestPain", this::get)
        .on("getAdvice", this::advise)
        .on("recordCaseMilestone", this::record)
        .on("removeCaseMilestone", this::remove)
        .on("recordVisit", this::visit)
        .on("recordDiagnosis", this::diagnose)
        .on("recordVitals", this::vitals)
        .on("recordTroponin", this::troponin)
        .on("getChecklist", this::getChecklist)
        .on("answerChecklist", this::checklist)
        .on("recordBypass", this::bypass)
        .on("concludeChestPain", this::conclude);
  }

  static PatientId patient(Request request) {
    return new PatientId(request.parameter("id"));
  }

  /** Who says it: a hospital's desk for itself, the dispatch centre on others' word. */
  static MilestoneSource source(Request request) {
    return request.session().role() == Role.HOSPITAL
        ? MilestoneSource.HOSPITAL
        : MilestoneSource.VOICE;
  }

  private Future<Answer> open(Request request) {
    return execute(
            request,
            new Command.OpenChestPain(
                patient(request),
                request.fields().instantOrNull("symptomOnset"),
                MilestoneSource.DISPATCH))
        .map(made -> Answer.created(made.view()).replayed(made.replayed()));
  }

  private Future<Answer> get(Request request) {
    PatientId patient = patient(request);
    return visibility
        .patient(request.session(), patient)
        .map(incident -> find(incident, patient))
        .compose(
            found ->
                queries
                    .advise(request.session().center(), patient, PreAlertKind.CHEST_PAIN)
                    .map(advice -> advised(found, advice)))
        .map(Answer::ok);
  }

  private static ChestPainCaseView advised(ChestPainCaseView found, Reply<AdviceView> advice) {
    return advice instanceof Reply.Ok<AdviceView> ok ? found.with(ok.value()) : found;
  }

  private Future<Answer> advise(Request request) {
    PatientId patient = patient(request);
    String kind = request.parameterOrNull("kind");
    PreAlertKind of =
        kind == null
            ? PreAlertKind.CHEST_PAIN
            : PreAlertKind.valueOf(kind.toUpperCase(Locale.ROOT));
    return visibility
        .patient(request.session(), patient)
        .compose(seen -> queries.advise(request.session().center(), patient, of))
        .map(
            reply -> {
              if (reply instanceof Reply.Ok<AdviceView> ok) {
                return Answer.ok(ok.value());
              }
              throw Problem.of(((Reply.No<AdviceView>) reply).refusal()).asException();
            });
  }

  private static ChestPainCaseView find(IncidentView incident, PatientId patient) {
    return Visibility.orNotFound(
        incident.cases().stream().filter(c -> c.patientId().equals(patient)).findFirst(),
        "chest-pain case");
  }

  private Future<Answer> record(Request request) {
    Fields fields = request.fields();
    return own(
        request,
        patient ->
            new Command.RecordCaseMilestone(
                patient,
                fields.choice("milestone", CaseMilestone.class),
                source(request),
                fields.instantOrNull("at"),
                null,
                null,
                fields.personalOrNull("reason")));
  }

  private Future<Answer> remove(Request request) {
    CaseMilestone milestone =
        CaseMilestone.valueOf(request.parameter("milestone").toUpperCase(Locale.ROOT));
    return own(
        request,
        patient ->
            new Command.RemoveCaseMilestone(
                patient, milestone, source(request), request.fields().personal("reason")));
  }

  private Future<Answer> visit(Request request) {
    Fields fields = request.fields();
    HospitalId hospital = new HospitalId(fields.text("hospitalId"));
    if (request.session().role() == Role.HOSPITAL
        && !hospital.equals(request.session().hospitalId())) {
      return Future.failedFuture(
          Problem.of(403, "forbidden", "A hospital says when patients come to itself and leave.")
              .asException());
    }
    return own(
        request,
        patient ->
            new Command.RecordVisit(
                patient,
                hospital,
                fields.instantOrNull("arrival"),
                fields.instantOrNull("departure"),
                source(request)));
  }

  private Future<Answer> diagnose(Request request) {
    Fields fields = request.fields();
    return own(
        request,
        patient ->
            new Command.RecordDiagnosis(
                patient,
                fields.choice("diagnosis", Diagnosis.class),
                source(request),
                fields.instantOrNull("at"),
                null,
                null));
  }

  /** The time that is said, else now. */
  private Instant said(Request request, String field) {
    Instant at = request.fields().instantOrNull(field);
    return at == null ? now.get() : at;
  }

  private Future<Answer> vitals(Request request) {
    return own(
        request,
        patient ->
            new Command.RecordVitals(
                patient,
                FindingFields.vitals(request.fields(), said(request, "at")),
                source(request)));
  }

  private Future<Answer> troponin(Request request) {
    return own(
        request,
        patient ->
            new Command.RecordTroponin(
                patient,
                FindingFields.troponin(request.fields(), said(request, "resultAt")),
                source(request)));
  }

  private Future<Answer> getChecklist(Request request) {
    return queries
        .findChecklist(request.session().center(), request.parameter("name"))
        .map(found -> Answer.ok(Visibility.orNotFound(found, "checklist")));
  }

  private Future<Answer> checklist(Request request) {
    return own(
        request,
        patient ->
            new Command.AnswerChecklist(
                patient, FindingFields.checklist(request.fields()), source(request)));
  }

  private Future<Answer> bypass(Request request) {
    Fields fields = request.fields();
    return own(
        request,
        patient ->
            new Command.RecordBypass(
                patient,
                fields.flag("emergencyDepartment", false),
                fields.flag("coronaryCareUnit", false),
                source(request)));
  }

  private Future<Answer> conclude(Request request) {
    return own(request, Command.ConcludeChestPain::new);
  }

  private record MadeCase(ChestPainCaseView view, boolean replayed) {}

  private Future<Answer> own(Request request, Function<PatientId, Command> command) {
    PatientId patient = patient(request);
    return visibility
        .patient(request.session(), patient)
        .compose(incident -> execute(request, command.apply(patient)))
        .map(made -> Answer.ok(made.view()).replayed(made.replayed()));
  }

  private Future<MadeCase> execute(Request request, Command command) {
    return commands
        .execute(request, command)
        .map(
            done ->
                new MadeCase(
                    made.chestPain(request.session(), patient(request), done), done.replayed()));
  }
}
