package io.dispatch120.dispatch.adapter.http;

import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.MilestoneSource;
import io.dispatch120.dispatch.api.Role;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.incident.AssignmentEvents.UnitAssigned;
import io.dispatch120.web.Answer;
import io.dispatch120.web.ContractRouter;
import io.dispatch120.web.Fields;
import io.dispatch120.web.Problem;
import io.dispatch120.web.ProblemException;
import io.dispatch120.web.Request;
import io.vertx.core.Future;
import java.util.Locale;

/** Assignments: sending a unit, and its milestones on the crew's word. */
final class AssignmentRoutes {
  private final Commands commands;
  private final Made made;
  private final Visibility visibility;

  AssignmentRoutes(Commands commands, Made made, Visibility visibility) {
    this.commands = commands;
    this.made = made;
    this.visibility = visibility;
  }

  void bind(ContractRouter router) {
    router
        .on("assignUnit", this::assign)
        .on("getAssignment", this::get)
        .on("recordMilestone", this::record)
        .on("correctMilestone", this::correct)
        .on("withdrawMilestone", this::withdraw)
        .on("declineAssignment", this::decline)
        .on("cancelAssignment", this::cancel)
        .on("chooseDestination", this::destination);
  }

  private static AssignmentId id(Request request) {
    return new AssignmentId(request.parameter("id"));
  }

  private Future<Answer> get(Request request) {
    return visibility.assignment(request.session(), id(request)).map(found -> Answer.ok(found));
  }

  private Future<Answer> assign(Request request) {
    Fields fields = request.fields();
    boolean preempt = fields.flag("preempt", false);
    if (preempt && request.session().role() != Role.SUPERVISOR) {
      throw forbidden("Only a supervisor takes a unit from another incident.");
    }
    return commands
        .execute(
            request,
            new Command.AssignUnit(
                IncidentRoutes.id(request),
                new UnitId(fields.text("unitId")),
                fields.personalOrNull("overrideReason"),
                preempt))
        .map(
            done -> {
              AssignmentId made = Made.event(done, UnitAssigned.class).assignmentId();
              return Answer.created(this.made.assignment(made, done)).replayed(done.replayed());
            });
  }

  private Future<Answer> record(Request request) {
    Fields fields = request.fields();
    Milestone milestone = fields.choice("milestone", Milestone.class);
    Command command =
        new Command.RecordMilestone(
            id(request), milestone, MilestoneSource.VOICE, fields.instantOrNull("at"), null, null);
    if (request.session().role() != Role.STATION) {
      return execute(request, command);
    }
    if (milestone != Milestone.ACKNOWLEDGED) {
      throw forbidden("A station desk accepts; the other steps are the crew's.");
    }
    return visibility
        .assignment(request.session(), id(request))
        .compose(own -> execute(request, command));
  }

  private Future<Answer> correct(Request request) {
    Fields fields = request.fields();
    return execute(
        request,
        new Command.CorrectMilestone(
            id(request), milestone(request), fields.instant("at"), fields.personal("reason")));
  }

  private Future<Answer> withdraw(Request request) {
    return execute(request, new Command.WithdrawMilestone(id(request), milestone(request)));
  }

  private static Milestone milestone(Request request) {
    return Milestone.valueOf(request.parameter("milestone").toUpperCase(Locale.ROOT));
  }

  private Future<Answer> decline(Request request) {
    return execute(
        request, new Command.DeclineAssignment(id(request), request.fields().personal("reason")));
  }

  private Future<Answer> cancel(Request request) {
    return execute(
        request, new Command.CancelAssignment(id(request), request.fields().personal("reason")));
  }

  private Future<Answer> destination(Request request) {
    Fields fields = request.fields();
    return execute(
        request,
        new Command.ChooseDestination(
            id(request),
            new HospitalId(fields.text("hospitalId")),
            fields.personalOrNull("overrideReason")));
  }

  private Future<Answer> execute(Request request, Command command) {
    return commands
        .execute(request, command)
        .map(done -> Answer.ok(made.assignment(id(request), done)).replayed(done.replayed()));
  }

  private static ProblemException forbidden(String detail) {
    return Problem.of(403, "forbidden", detail).asException();
  }
}
