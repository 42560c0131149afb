package io.dispatch120.locator.crew;

import io.dispatch120.dispatch.api.Command.CancelPreAlert;
import io.dispatch120.dispatch.api.Command.SendPreAlert;
import io.dispatch120.dispatch.api.DispatchApi;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.PreAlertKind;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.dispatch.api.Strategy;
import io.dispatch120.web.Answer;
import io.dispatch120.web.ContractRouter;
import io.dispatch120.web.Fields;
import io.dispatch120.web.Request;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/** A crew warns the hospital it drives to, of whatever kind of patient. */
public final class PreAlertOperations {
  private final DispatchApi api;

  public PreAlertOperations(DispatchApi api) {
    this.api = api;
  }

  public void bindTo(ContractRouter router) {
    router
        .on("sendCrewPreAlert", request -> send(request, PreAlertKind.CHEST_PAIN))
        .on(
            "sendCrewOtherPreAlert",
            request -> send(request, request.fields().choice("kind", PreAlertKind.class)))
        .on("cancelCrewPreAlert", this::cancel);
  }

  private Future<Answer> send(Request request, PreAlertKind kind) {
    SessionUser crew = request.session();
    Fields fields = request.fields();
    SendPreAlert command =
        new SendPreAlert(
            CaseOperations.patientOf(request),
            new HospitalId(fields.text("hospitalId")),
            kind,
            fields.choiceOrNull("strategy", Strategy.class),
            hospital(fields.textOrNull("advised")),
            fields.personalOrNull("overrideReason"));
    return api.treat(crew, request.key(crew.username()), command).map(CrewReplies::created);
  }

  private Future<Answer> cancel(Request request) {
    Fields fields = request.fields();
    return CaseOperations.treat(
        api,
        request,
        new CancelPreAlert(
            CaseOperations.patientOf(request),
            new HospitalId(fields.text("hospitalId")),
            fields.personal("reason")));
  }

  private static @Nullable HospitalId hospital(@Nullable String id) {
    return id == null ? null : new HospitalId(id);
  }
}
