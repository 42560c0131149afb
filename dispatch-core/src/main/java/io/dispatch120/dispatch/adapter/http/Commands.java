package io.dispatch120.dispatch.adapter.http;

import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.DispatchApi.RequestKey;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.dispatch.command.CommandRequest;
import io.dispatch120.dispatch.command.CommandResult;
import io.dispatch120.dispatch.command.CommandResult.Done;
import io.dispatch120.dispatch.command.CommandResult.Refused;
import io.dispatch120.dispatch.command.CommandService;
import io.dispatch120.web.Problem;
import io.dispatch120.web.Request;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

/** From requests to commands, and from their expected refusals to problems. Thread-safe. */
final class Commands {
  private final CommandService service;

  Commands(CommandService service) {
    this.service = service;
  }

  /** What the command did; a refusal fails the future with its problem. */
  Future<Done> execute(Request request, Command command) {
    return submit(request, command).compose(Commands::done);
  }

  /**
   * What became of the command, whatever that is. Goes on where the request came in: the core
   * answers on the loop of its board, which has better things to do than to build views.
   */
  Future<CommandResult> submit(Request request, Command command) {
    SessionUser user = request.session();
    RequestKey key = request.key(user.username());
    Future<CommandResult> result =
        service.execute(
            new CommandRequest(
                key.commandId(), key.fingerprint(), user.center(), user.actor(), null, command));
    Context here = Vertx.currentContext();
    if (here == null) {
      return result;
    }
    Promise<CommandResult> back = Promise.promise();
    result.onComplete(end -> here.runOnContext(now -> back.handle(end)));
    return back.future();
  }

  static Future<Done> done(CommandResult result) {
    if (result instanceof Done done) {
      return Future.succeededFuture(done);
    }
    if (result instanceof Refused refused) {
      return Future.failedFuture(Problem.of(refused.refusal()).asException());
    }
    if (result instanceof CommandResult.KeyReused) {
      return Future.failedFuture(Problem.keyReused().asException());
    }
    throw new IllegalStateException("only calls are spooled, not " + result);
  }
}
