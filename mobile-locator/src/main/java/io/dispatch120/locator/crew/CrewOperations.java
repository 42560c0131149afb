package io.dispatch120.locator.crew;

import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.Command.DeclineAssignment;
import io.dispatch120.dispatch.api.Command.RecordMilestone;
import io.dispatch120.dispatch.api.Command.WithdrawMilestone;
import io.dispatch120.dispatch.api.CrewAssignmentView;
import io.dispatch120.dispatch.api.DispatchApi;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.MilestoneSource;
import io.dispatch120.dispatch.api.Reply;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.api.UnitPosition;
import io.dispatch120.locator.limit.RateLimit;
import io.dispatch120.web.Answer;
import io.dispatch120.web.ContractRouter;
import io.dispatch120.web.Problem;
import io.dispatch120.web.Request;
import io.vertx.core.Future;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What a crew does over HTTP: its assignment, its milestones and its positions. */
public final class CrewOperations {
  private final DispatchApi api;
  private final PositionReports reports;
  private final RateLimit reportLimit;

  public CrewOperations(DispatchApi api, PositionReports reports, RateLimit reportLimit) {
    this.api = api;
    this.reports = reports;
    this.reportLimit = reportLimit;
  }

  public void bindTo(ContractRouter router) {
    router
        .on("getCrewAssignment", this::getAssignment)
        .on("recordMilestone", this::recordMilestone)
        .on("withdrawMilestone", this::withdrawMilestone)
        .on("declineAssignment", this::decline)
        .on("postCrewMessage", CrewOperations::notYet)
        .on("getCrewUnit", CrewOperations::notYet)
        .on("declareAvailability", CrewOperations::notYet)
        .on("reportPositions", this::reportPositions);
  }

  private static Future<Answer> notYet(Request request) {
    throw Problem.of(501, "not_implemented", "Not there yet.").asException();
  }

  private Future<Answer> getAssignment(Request request) {
    return api.findCrewAssignment(request.session())
        .map(
            found ->
                found.map(view -> Answer.ok(CrewAnswer.of(view))).orElseGet(Answer::noContent));
  }

  private Future<Answer> recordMilestone(Request request) {
    SessionUser crew = request.session();
    return api.recordMilestone(
            crew,
            request.key(crew.username()),
            new RecordMilestone(
                assignmentOf(request),
                request.fields().choice("milestone", Milestone.class),
                MilestoneSource.CREW,
                null,
                request.fields().instantOrNull("deviceAt"),
                request.fields().instantOrNull("sentAt")))
        .map(CrewOperations::answer);
  }

  private Future<Answer> withdrawMilestone(Request request) {
    SessionUser crew = request.session();
    Milestone milestone =
        Milestone.valueOf(request.parameter("milestone").toUpperCase(Locale.ROOT));
    return api.withdrawMilestone(
            crew,
            request.key(crew.username()),
            new WithdrawMilestone(assignmentOf(request), milestone))
        .map(CrewOperations::answer);
  }

  private Future<Answer> decline(Request request) {
    SessionUser crew = request.session();
    return api.decline(
            crew,
            request.key(crew.username()),
            new DeclineAssignment(assignmentOf(request), request.fields().personal("reason")))
        .map(CrewOperations::answer);
  }

  private Future<Answer> reportPositions(Request request) {
    SessionUser crew = request.session();
    reportLimit.take(crew.username());
    UnitId unit = Objects.requireNonNull(crew.unitId(), "only crews with a unit come here");
    List<UnitPosition> positions = reports.read(unit, request.fields());
    return api.reportPositions(crew, positions)
        .map(done -> Answer.of(202, Map.of("accepted", positions.size())));
  }

  private static AssignmentId assignmentOf(Request request) {
    String id = request.parameter("id");
    if (id.isBlank()) {
      throw Problem.notFound("There is no such assignment.").asException();
    }
    return new AssignmentId(id);
  }

  private static Answer answer(Reply<CrewAssignmentView> reply) {
    if (reply instanceof Reply.Ok<CrewAssignmentView> ok) {
      return Answer.ok(CrewAnswer.of(ok.value())).replayed(ok.replayed());
    }
    if (reply instanceof Reply.No<CrewAssignmentView> no) {
      throw Problem.of(no.refusal()).asException();
    }
    throw Problem.keyReused().asException();
  }
}
