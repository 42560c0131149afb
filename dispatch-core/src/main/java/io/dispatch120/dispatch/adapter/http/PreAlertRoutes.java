package io.dispatch120.dispatch.adapter.http;

import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.EscalationAnswer;
import io.dispatch120.dispatch.api.EscalationId;
import io.dispatch120.dispatch.api.EscalationView;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.PreAlertKind;
import io.dispatch120.dispatch.api.PreAlertView;
import io.dispatch120.dispatch.api.Strategy;
import io.dispatch120.dispatch.command.CommandResult.Done;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.view.PreAlertViews;
import io.dispatch120.web.Answer;
import io.dispatch120.web.ContractRouter;
import io.dispatch120.web.Fields;
import io.dispatch120.web.Request;
import io.vertx.core.Future;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pre-alerts to hospitals, and the answers of their ladders. */
final class PreAlertRoutes {
  private final Commands commands;
  private final Made made;
  private final Visibility visibility;

  PreAlertRoutes(Commands commands, Made made, Visibility visibility) {
    this.commands = commands;
    this.made = made;
    this.visibility = visibility;
  }

  void bind(ContractRouter router) {
    router
        .on("sendPreAlert", this::send)
        .on("sendOtherPreAlert", this::sendOther)
        .on("cancelPreAlert", this::cancel)
        .on("answerEscalation", this::answer);
  }

  private record PreAlerts(List<PreAlertView> items) {}

  private Future<Answer> send(Request request) {
    PatientId patient = ChestPainRoutes.patient(request);
    return commands
        .execute(request, command(request, PreAlertKind.CHEST_PAIN))
        .map(
            done ->
                Answer.created(made.chestPain(request.session(), patient, done))
                    .replayed(done.replayed()));
  }

  private Future<Answer> sendOther(Request request) {
    PreAlertKind kind = request.fields().choice("kind", PreAlertKind.class);
    return commands
        .execute(request, command(request, kind))
        .map(done -> Answer.created(ofPatient(request, done)).replayed(done.replayed()));
  }

  private static Command command(Request request, PreAlertKind kind) {
    Fields fields = request.fields();
    return new Command.SendPreAlert(
        ChestPainRoutes.patient(request),
        new HospitalId(fields.text("hospitalId")),
        kind,
        fields.choiceOrNull("strategy", Strategy.class),
        hospital(fields.textOrNull("advised")),
        fields.personalOrNull("overrideReason"));
  }

  private static @Nullable HospitalId hospital(@Nullable String id) {
    return id == null ? null : new HospitalId(id);
  }

  private Future<Answer> cancel(Request request) {
    Fields fields = request.fields();
    return commands
        .execute(
            request,
            new Command.CancelPreAlert(
                ChestPainRoutes.patient(request),
                new HospitalId(fields.text("hospitalId")),
                fields.personal("reason")))
        .map(done -> Answer.ok(ofPatient(request, done)).replayed(done.replayed()));
  }

  private PreAlerts ofPatient(Request request, Done done) {
    return new PreAlerts(PreAlertViews.of(made.incident(done), ChestPainRoutes.patient(request)));
  }

  private Future<Answer> answer(Request request) {
    EscalationId id = new EscalationId(request.parameter("id"));
    Fields fields = request.fields();
    Command command =
        new Command.AnswerEscalation(
            id,
            fields.choice("answer", EscalationAnswer.class),
            fields.personalOrNull("reason"),
            null,
            ChestPainRoutes.source(request));
    return visibility
        .escalation(request.session(), id)
        .compose(incident -> commands.execute(request, command))
        .map(done -> Answer.ok(escalation(id, done)).replayed(done.replayed()));
  }

  private EscalationView escalation(EscalationId id, Done done) {
    Incident incident = made.incident(done);
    return incident
        .findPreAlert(id)
        .flatMap(p -> p.find(id).map(e -> PreAlertViews.escalation(incident.id(), p, e)))
        .orElseThrow(() -> new IllegalStateException("no escalation " + id));
  }
}
