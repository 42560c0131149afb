package io.dispatch120.dispatch.adapter.http;

import io.dispatch120.dispatch.access.RoleTable;
import io.dispatch120.dispatch.api.CallerWithPatient;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.Complaint;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.IncidentStatus;
import io.dispatch120.dispatch.api.IncidentView;
import io.dispatch120.dispatch.api.Outcome;
import io.dispatch120.dispatch.api.Priority;
import io.dispatch120.dispatch.api.RecommendationView;
import io.dispatch120.dispatch.api.Reply;
import io.dispatch120.dispatch.journal.IncidentStore;
import io.dispatch120.dispatch.query.InvalidCursor;
import io.dispatch120.dispatch.query.Queries;
import io.dispatch120.dispatch.query.Queries.Page;
import io.dispatch120.web.Answer;
import io.dispatch120.web.ContractRouter;
import io.dispatch120.web.Fields;
import io.dispatch120.web.Problem;
import io.dispatch120.web.Request;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/** Incidents: reading, editing, recommending, closing. */
final class IncidentRoutes {
  private final Commands commands;
  private final Made made;
  private final Queries queries;
  private final Visibility visibility;

  IncidentRoutes(Commands commands, Made made, Queries queries, Visibility visibility) {
    this.commands = commands;
    this.made = made;
    this.queries = queries;
    this.visibility = visibility;
  }

  void bind(ContractRouter router) {
    router
        .on("listIncidents", this::list)
        .on("getIncident", this::get)
        .on("getTimeline", this::timeline)
        .on("changeIncident", this::change)
        .on("getRecommendation", this::recommend)
        .on("closeIncident", this::close)
        .on("reopenIncident", this::reopen);
  }

  static IncidentId id(Request request) {
    return new IncidentId(request.parameter("id"));
  }

  private Future<Answer> list(Request request) {
    String text = request.parameterOrNull("q");
    if (text != null && RoleTable.masks(request.session())) {
      // Whoever may not see a phone number may not ask for one either.
      throw Problem.of(403, "forbidden", "Searching is not for this role.").asException();
    }
    IncidentStore.Query query =
        new IncidentStore.Query(
            request.choiceOrNull("status", IncidentStatus.class),
            request.choiceOrNull("priority", Priority.class),
            request.choiceOrNull("complaint", Complaint.class),
            text,
            request.instantOrNull("from"),
            request.instantOrNull("to"),
            null,
            request.integer("limit", Paging.LIMIT));
    return queries
        .listIncidents(request.session().center(), query, request.parameterOrNull("cursor"))
        .map(page -> Answer.ok(page))
        .recover(
            failure ->
                Future.failedFuture(
                    failure instanceof InvalidCursor ? Paging.badCursor() : failure));
  }

  private Future<Answer> get(Request request) {
    return visibility.incident(request.session(), id(request)).map(IncidentRoutes::tagged);
  }

  private static Answer tagged(IncidentView incident) {
    return Answer.ok(incident).with("ETag", "\"" + incident.version() + "\"");
  }

  private Future<Answer> timeline(Request request) {
    return queries
        .findTimeline(request.session().center(), id(request))
        .map(found -> Answer.ok(new Page<>(Visibility.orNotFound(found, "incident"), null)));
  }

  private Future<Answer> change(Request request) {
    Fields fields = request.fields();
    return commands
        .execute(
            request,
            new Command.ChangeDetails(
                id(request),
                version(request.parameterOrNull("If-Match")),
                fields.personalOrNull("address"),
                fields.personalOrNull("meetingPoint"),
                fields.choiceOrNull("complaint", Complaint.class),
                fields.choiceOrNull("priority", Priority.class),
                fields.personalOrNull("note"),
                fields.choiceOrNull("callerWithPatient", CallerWithPatient.class)))
        .map(done -> tagged(made.incidentView(done)).replayed(done.replayed()));
  }

  private static @Nullable Integer version(@Nullable String ifMatch) {
    return ifMatch == null ? null : Integer.valueOf(ifMatch.replace("\"", ""));
  }

  private Future<Answer> recommend(Request request) {
    return queries
        .recommend(request.session().center(), id(request))
        .map(
            reply -> {
              if (reply instanceof Reply.Ok<RecommendationView> ok) {
                return Answer.ok(ok.value());
              }
              throw reply instanceof Reply.No<RecommendationView> no
                  ? Problem.of(no.refusal()).asException()
                  : Problem.keyReused().asException();
            });
  }

  private Future<Answer> close(Request request) {
    Fields fields = request.fields();
    return commands
        .execute(
            request,
            new Command.CloseIncident(
                id(request),
                fields.choice("outcome", Outcome.class),
                fields.personalOrNull("note")))
        .map(done -> tagged(made.incidentView(done)).replayed(done.replayed()));
  }

  private Future<Answer> reopen(Request request) {
    return commands
        .execute(
            request, new Command.ReopenIncident(id(request), request.fields().personal("reason")))
        .map(done -> tagged(made.incidentView(done)).replayed(done.replayed()));
  }
}
