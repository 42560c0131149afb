package io.dispatch120.dispatch.adapter.http;

import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.IncidentView.FixView;
import io.dispatch120.dispatch.api.IncidentView.PositionView;
import io.dispatch120.dispatch.api.MessageSender;
import io.dispatch120.dispatch.api.Outcome;
import io.dispatch120.dispatch.api.PatientDetails;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Sex;
import io.dispatch120.dispatch.api.TriageTag;
import io.dispatch120.dispatch.command.CommandResult.Done;
import io.dispatch120.dispatch.incident.CallEvents.LocatorLinkSent;
import io.dispatch120.dispatch.incident.CallEvents.MessageSent;
import io.dispatch120.dispatch.incident.DetailEvents.LocationConfirmed;
import io.dispatch120.dispatch.incident.DetailEvents.LocationReported;
import io.dispatch120.dispatch.incident.DetailEvents.PatientAdded;
import io.dispatch120.dispatch.location.LocationFix;
import io.dispatch120.dispatch.view.IncidentViews;
import io.dispatch120.web.Answer;
import io.dispatch120.web.ContractRouter;
import io.dispatch120.web.Fields;
import io.dispatch120.web.Request;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is learnt from the scene: patients, places, links and messages. */
final class SceneRoutes {
  private final Commands commands;
  private final Made made;
  private final Positions positions;
  private final Function<String, String> linkUrl;

  SceneRoutes(Commands commands, Made made, Positions positions, Function<String, String> linkUrl) {
    this.commands = commands;
    this.made = made;
    this.positions = positions;
    this.linkUrl = linkUrl;
  }

  void bind(ContractRouter router) {
    router
        .on("addPatient", this::addPatient)
        .on("changePatient", this::changePatient)
        .on("reportLocation", this::reportLocation)
        .on("sendLocatorLink", this::sendLink)
        .on("sendMessage", this::sendMessage);
  }

  private Future<Answer> addPatient(Request request) {
    return commands
        .execute(
            request, new Command.AddPatient(IncidentRoutes.id(request), patient(request.fields())))
        .map(
            done ->
                Answer.created(
                        IncidentViews.patient(Made.event(done, PatientAdded.class).patient()))
                    .replayed(done.replayed()));
  }

  private Future<Answer> changePatient(Request request) {
    PatientId id = new PatientId(request.parameter("id"));
    return commands
        .execute(request, new Command.ChangePatient(id, patient(request.fields())))
        .map(
            done ->
                made.incident(done)
                    .findPatient(id)
                    .map(patient -> Answer.ok(IncidentViews.patient(patient)))
                    .orElseThrow(() -> new IllegalStateException("no patient " + id))
                    .replayed(done.replayed()));
  }

  private static PatientDetails patient(Fields fields) {
    return new PatientDetails(
        fields.personalOrNull("name"),
        fields.choiceOrNull("sex", Sex.class),
        fields.integerOrNull("ageYears"),
        fields.choiceOrNull("tag", TriageTag.class),
        fields.personalOrNull("findings"),
        fields.choiceOrNull("outcome", Outcome.class));
  }

  private record LocationAnswer(FixView fix, @Nullable PositionView position) {}

  private Future<Answer> reportLocation(Request request) {
    return commands
        .execute(
            request,
            new Command.ReportLocation(
                IncidentRoutes.id(request), positions.report(request.fields()), null))
        .map(done -> Answer.created(location(done)).replayed(done.replayed()));
  }

  private LocationAnswer location(Done done) {
    LocationFix fix =
        Made.findEvent(done, LocationReported.class)
            .map(LocationReported::fix)
            .orElseGet(() -> Made.event(done, LocationConfirmed.class).fix());
    FixView view =
        made.incident(done).whereabouts().fixes().stream()
            .filter(reported -> reported.fix().id().equals(fix.id()))
            .findFirst()
            .map(IncidentViews::fix)
            .orElseThrow(() -> new IllegalStateException("no fix " + fix.id()));
    return new LocationAnswer(view, made.incidentView(done).position());
  }

  private record LinkAnswer(String url, Instant expiresAt, String delivery) {}

  private Future<Answer> sendLink(Request request) {
    return commands
        .execute(request, new Command.SendLocatorLink(IncidentRoutes.id(request)))
        .map(
            done -> {
              LocatorLinkSent sent = Made.event(done, LocatorLinkSent.class);
              return Answer.created(
                      new LinkAnswer(
                          linkUrl.apply(sent.linkId()), sent.expiresAt(), sent.delivery()))
                  .replayed(done.replayed());
            });
  }

  private Future<Answer> sendMessage(Request request) {
    return commands
        .execute(
            request,
            new Command.SendMessage(
                IncidentRoutes.id(request),
                MessageSender.DISPATCHER,
                request.fields().personal("text")))
        .map(
            done ->
                Answer.created(IncidentViews.message(Made.event(done, MessageSent.class).message()))
                    .replayed(done.replayed()));
  }
}
