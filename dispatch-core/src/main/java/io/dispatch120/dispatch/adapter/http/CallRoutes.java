package io.dispatch120.dispatch.adapter.http;

import io.dispatch120.dispatch.api.CallId;
import io.dispatch120.dispatch.api.CallerWithPatient;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.Complaint;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.IncidentView;
import io.dispatch120.dispatch.api.IncidentView.CallView;
import io.dispatch120.dispatch.command.CommandResult.Done;
import io.dispatch120.dispatch.incident.Call;
import io.dispatch120.dispatch.incident.Call.PossibleDuplicate;
import io.dispatch120.dispatch.incident.CallEvents.LocatorLinkSent;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.incident.Moment;
import io.dispatch120.dispatch.view.IncidentViews;
import io.dispatch120.web.Answer;
import io.dispatch120.web.ContractRouter;
import io.dispatch120.web.Fields;
import io.dispatch120.web.Request;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Calls: receiving, linking to another incident and back. */
final class CallRoutes {
  private final Commands commands;
  private final Made made;
  private final Positions positions;
  private final Function<String, String> linkUrl;

  CallRoutes(Commands commands, Made made, Positions positions, Function<String, String> linkUrl) {
    this.commands = commands;
    this.made = made;
    this.positions = positions;
    this.linkUrl = linkUrl;
  }

  void bind(ContractRouter router) {
    router
        .on("receiveCall", this::receive)
        .on("linkCall", this::link)
        .on("unlinkCall", this::unlink);
  }

  private record ReceivedCall(
      CallView call,
      IncidentView incident,
      List<PossibleDuplicate> possibleDuplicates,
      @Nullable String locatorUrl) {}

  private Future<Answer> receive(Request request) {
    Fields fields = request.fields();
    CallerWithPatient with = fields.choiceOrNull("callerWithPatient", CallerWithPatient.class);
    return commands
        .execute(
            request,
            new Command.ReceiveCall(
                fields.personal("phone"),
                fields.personalOrNull("callerName"),
                with == null ? CallerWithPatient.UNKNOWN : with,
                fields.flag("silentCaller", false),
                fields.textOrNull("recordingRef"),
                fields.personalOrNull("address"),
                fields.choiceOrNull("complaint", Complaint.class),
                fields.personalOrNull("note"),
                fields.has("location") ? positions.report(fields.object("location")) : null,
                fields.flag("sendLink", false)))
        .map(done -> Answer.created(received(done)).replayed(done.replayed()));
  }

  private ReceivedCall received(Done done) {
    Incident incident = made.incident(done);
    CallId id = new CallId(done.newId(Moment.CALL));
    Call call =
        incident
            .findCall(id)
            .orElseThrow(() -> new IllegalStateException("the incident has no call " + id));
    return new ReceivedCall(
        IncidentViews.call(incident.id(), call),
        made.view(incident),
        call.possibleDuplicates(),
        Made.findEvent(done, LocatorLinkSent.class)
            .map(sent -> linkUrl.apply(sent.linkId()))
            .orElse(null));
  }

  private Future<Answer> link(Request request) {
    CallId call = new CallId(request.parameter("id"));
    return commands
        .execute(
            request,
            new Command.LinkCall(
                call,
                new IncidentId(request.fields().text("incidentId")),
                request.fields().flag("samePatient", true)))
        .map(done -> Answer.ok(made.incidentOf(call, done)).replayed(done.replayed()));
  }

  private Future<Answer> unlink(Request request) {
    CallId call = new CallId(request.parameter("id"));
    return commands
        .execute(request, new Command.UnlinkCall(call))
        .map(done -> Answer.ok(made.incidentOf(call, done)).replayed(done.replayed()));
  }
}
