package io.dispatch120.dispatch.adapter.http;

import io.dispatch120.dispatch.api.AlertId;
import io.dispatch120.dispatch.api.AlertView;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.command.CommandResult.Done;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.view.AlertViews;
import io.dispatch120.web.Answer;
import io.dispatch120.web.ContractRouter;
import io.dispatch120.web.Request;
import io.vertx.core.Future;
import java.time.Duration;

/** Alerts: owning and postponing them. */
final class AlertRoutes {
  private final Commands commands;
  private final Made made;

  AlertRoutes(Commands commands, Made made) {
    this.commands = commands;
    this.made = made;
  }

  void bind(ContractRouter router) {
    router.on("acknowledgeAlert", this::acknowledge).on("snoozeAlert", this::snooze);
  }

  private Future<Answer> acknowledge(Request request) {
    AlertId id = new AlertId(request.parameter("id"));
    return execute(request, id, new Command.AcknowledgeAlert(id));
  }

  private Future<Answer> snooze(Request request) {
    AlertId id = new AlertId(request.parameter("id"));
    Duration pause = Duration.ofSeconds(request.fields().integer("seconds"));
    return execute(request, id, new Command.SnoozeAlert(id, pause));
  }

  private Future<Answer> execute(Request request, AlertId id, Command command) {
    return commands
        .execute(request, command)
        .map(done -> Answer.ok(alert(id, done)).replayed(done.replayed()));
  }

  private AlertView alert(AlertId id, Done done) {
    Incident incident = made.incident(done);
    return incident
        .findAlert(id)
        .map(alert -> AlertViews.of(incident.id(), alert))
        .orElseThrow(() -> new IllegalStateException("the incident has no alert " + id));
  }
}
