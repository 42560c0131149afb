package io.dispatch120.locator.crew;

import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.CaseMilestone;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.Command.AnswerChecklist;
import io.dispatch120.dispatch.api.Command.ChangePatient;
import io.dispatch120.dispatch.api.Command.ChooseDestination;
import io.dispatch120.dispatch.api.Command.OpenChestPain;
import io.dispatch120.dispatch.api.Command.RecordBypass;
import io.dispatch120.dispatch.api.Command.RecordCaseMilestone;
import io.dispatch120.dispatch.api.Command.RecordDiagnosis;
import io.dispatch120.dispatch.api.Command.RecordTroponin;
import io.dispatch120.dispatch.api.Command.RecordVitals;
import io.dispatch120.dispatch.api.Command.RemoveCaseMilestone;
import io.dispatch120.dispatch.api.Diagnosis;
import io.dispatch120.dispatch.api.DispatchApi;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.MilestoneSource;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.PreAlertKind;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.web.Answer;
import io.dispatch120.web.ContractRouter;
import io.dispatch120.web.Fields;
import io.dispatch120.web.FindingFields;
import io.dispatch120.web.Problem;
import io.dispatch120.web.Request;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.Locale;

/** What a crew finds and does on its way with a patient: the chest-pain case and its findings. */
public final class CaseOperations {
  private static final MilestoneSource CREW = MilestoneSource.CREW;

  private final DispatchApi api;
  private final CaseBodies bodies;

  public CaseOperations(DispatchApi api, InstantSource clock) {
    this.api = api;
    this.bodies = new CaseBodies(clock);
  }

  public void bindTo(ContractRouter router) {
    router
        .on("openCrewChestPain", this::open)
        .on("recordCrewCaseMilestone", this::record)
        .on("removeCrewCaseMilestone", this::remove)
        .on("recordCrewDiagnosis", this::diagnose)
        .on("recordCrewVitals", this::vitals)
        .on("recordCrewTroponin", this::troponin)
        .on("answerCrewChecklist", this::checklist)
        .on("recordCrewBypass", this::bypass)
        .on("changeCrewPatient", this::changePatient)
        .on("chooseCrewDestination", this::chooseDestination)
        .on("getCrewAdvice", this::advise)
        .on("getCrewChecklist", this::getChecklist);
  }

  static PatientId patientOf(Request request) {
    String id = request.parameter("id");
    if (id.isBlank()) {
      throw Problem.notFound("There is no such patient.").asException();
    }
    return new PatientId(id);
  }

  /** Tells the core; {@code sentAt} of a repeated tap does not make it another request. */
  static Future<Answer> treat(DispatchApi api, Request request, Command.OfPatient command) {
    SessionUser crew = request.session();
    return api.treat(crew, request.keyWithout("sentAt", crew.username()), command)
        .map(CrewReplies::ok);
  }

  private Future<Answer> treat(Request request, Command.OfPatient command) {
    return treat(api, request, command);
  }

  private Future<Answer> open(Request request) {
    SessionUser crew = request.session();
    OpenChestPain command =
        new OpenChestPain(patientOf(request), request.fields().instantOrNull("symptomOnset"), CREW);
    return api.treat(crew, request.key(crew.username()), command).map(CrewReplies::created);
  }

  private Future<Answer> record(Request request) {
    Fields fields = request.fields();
    return treat(
        request,
        new RecordCaseMilestone(
            patientOf(request),
            fields.choice("milestone", CaseMilestone.class),
            CREW,
            fields.instantOrNull("at"),
            fields.instantOrNull("deviceAt"),
            fields.instantOrNull("sentAt"),
            fields.personalOrNull("reason")));
  }

  private Future<Answer> remove(Request request) {
    return treat(
        request,
        new RemoveCaseMilestone(
            patientOf(request),
            CaseMilestone.valueOf(request.parameter("milestone").toUpperCase(Locale.ROOT)),
            CREW,
            request.fields().personal("reason")));
  }

  private Future<Answer> diagnose(Request request) {
    Fields fields = request.fields();
    return treat(
        request,
        new RecordDiagnosis(
            patientOf(request),
            fields.choice("diagnosis", Diagnosis.class),
            CREW,
            fields.instantOrNull("at"),
            fields.instantOrNull("deviceAt"),
            fields.instantOrNull("sentAt")));
  }

  private Future<Answer> vitals(Request request) {
    return treat(
        request, new RecordVitals(patientOf(request), bodies.vitals(request.fields()), CREW));
  }

  private Future<Answer> troponin(Request request) {
    return treat(
        request, new RecordTroponin(patientOf(request), bodies.troponin(request.fields()), CREW));
  }

  private Future<Answer> checklist(Request request) {
    return treat(
        request,
        new AnswerChecklist(patientOf(request), FindingFields.checklist(request.fields()), CREW));
  }

  private Future<Answer> bypass(Request request) {
    Fields fields = request.fields();
    return treat(
        request,
        new RecordBypass(
            patientOf(request),
            fields.flag("emergencyDepartment", false),
            fields.flag("coronaryCareUnit", false),
            CREW));
  }

  private Future<Answer> changePatient(Request request) {
    return treat(
        request, new ChangePatient(patientOf(request), CaseBodies.patient(request.fields())));
  }

  private Future<Answer> chooseDestination(Request request) {
    SessionUser crew = request.session();
    Fields fields = request.fields();
    ChooseDestination command =
        new ChooseDestination(
            new AssignmentId(request.parameter("id")),
            new HospitalId(fields.text("hospitalId")),
            fields.personalOrNull("overrideReason"));
    return api.chooseDestination(crew, request.key(crew.username()), command).map(CrewReplies::ok);
  }

  private Future<Answer> advise(Request request) {
    PreAlertKind kind = request.choiceOrNull("kind", PreAlertKind.class);
    return api.advise(
            request.session(), patientOf(request), kind == null ? PreAlertKind.CHEST_PAIN : kind)
        .map(found -> found.map(Answer::ok).orElseGet(Answer::noContent));
  }

  private Future<Answer> getChecklist(Request request) {
    return api.findChecklist(request.session(), request.parameter("name"))
        .map(found -> found.map(Answer::ok).orElseGet(Answer::noContent));
  }
}
