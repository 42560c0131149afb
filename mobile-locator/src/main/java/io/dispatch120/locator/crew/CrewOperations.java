package io.dispatch120.locator.crew;

import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.Command.DeclineAssignment;
import io.dispatch120.dispatch.api.Command.RecordMilestone;
import io.dispatch120.dispatch.api.Command.SendCrewMessage;
import io.dispatch120.dispatch.api.Command.SetAvailability;
import io.dispatch120.dispatch.api.Command.WithdrawMilestone;
import io.dispatch120.dispatch.api.DispatchApi;
import io.dispatch120.dispatch.api.Duty;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.MilestoneSource;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.api.UnitPosition;
import io.dispatch120.locator.limit.RateLimit;
import io.dispatch120.web.Answer;
import io.dispatch120.web.ContractRouter;
import io.dispatch120.web.Fields;
import io.dispatch120.web.Problem;
import io.dispatch120.web.Request;
import io.vertx.core.Future;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What a crew does over HTTP: its assignment, its milestones, its words, its unit and where it is.
 */
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
        .on("postCrewMessage", this::postMessage)
        .on("getCrewUnit", this::getUnit)
        .on("declareAvailability", this::declare)
        .on("reportPositions", this::reportPositions);
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
            request.keyWithout("sentAt", crew.username()),
            new RecordMilestone(
                assignmentOf(request),
                request.fields().choice("milestone", Milestone.class),
                MilestoneSource.CREW,
                null,
                request.fields().instantOrNull("deviceAt"),
                request.fields().instantOrNull("sentAt")))
        .map(CrewReplies::ok);
  }

  private Future<Answer> withdrawMilestone(Request request) {
    SessionUser crew = request.session();
    Milestone milestone =
        Milestone.valueOf(request.parameter("milestone").toUpperCase(Locale.ROOT));
    return api.withdrawMilestone(
            crew,
            request.key(crew.username()),
            new WithdrawMilestone(assignmentOf(request), milestone))
        .map(CrewReplies::ok);
  }

  private Future<Answer> decline(Request request) {
    SessionUser crew = request.session();
    return api.decline(
            crew,
            request.key(crew.username()),
            new DeclineAssignment(assignmentOf(request), request.fields().personal("reason")))
        .map(CrewReplies::ok);
  }

  private Future<Answer> postMessage(Request request) {
    SessionUser crew = request.session();
    return api.sendMessage(
            crew,
            request.key(crew.username()),
            new SendCrewMessage(assignmentOf(request), request.fields().personal("text")))
        .map(CrewReplies::created);
  }

  private Future<Answer> getUnit(Request request) {
    return api.findCrewUnit(request.session())
        .map(
            found ->
                Answer.ok(
                    found.orElseThrow(
                        () -> Problem.notFound("There is no such unit.").asException())));
  }

  private Future<Answer> declare(Request request) {
    SessionUser crew = request.session();
    Fields fields = request.fields();
    return api.declare(
            crew,
            request.key(crew.username()),
            new SetAvailability(
                unitOf(crew),
                fields.choice("state", Duty.class),
                fields.textOrNull("reason"),
                fields.instantOrNull("expectedBackAt")))
        .map(reply -> CrewReplies.answer(reply, Answer::ok));
  }

  private static UnitId unitOf(SessionUser crew) {
    return Objects.requireNonNull(crew.unitId(), "only crews with a unit come here");
  }

  private Future<Answer> reportPositions(Request request) {
    SessionUser crew = request.session();
    reportLimit.take(crew.username());
    List<UnitPosition> positions = reports.read(unitOf(crew), request.fields());
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
}
