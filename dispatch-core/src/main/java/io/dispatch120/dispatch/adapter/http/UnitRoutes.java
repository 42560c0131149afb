package io.dispatch120.dispatch.adapter.http;

import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.Duty;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.api.UnitPosition;
import io.dispatch120.dispatch.query.Queries;
import io.dispatch120.web.Answer;
import io.dispatch120.web.ContractRouter;
import io.dispatch120.web.Fields;
import io.dispatch120.web.Request;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Units: who and where they are, and what is declared of them. */
final class UnitRoutes {
  private final Commands commands;
  private final Queries queries;
  private final Visibility visibility;
  private final Positions positions;
  private final BiFunction<CenterId, List<UnitPosition>, Future<Void>> sink;
  private final Supplier<Instant> now;

  UnitRoutes(
      Commands commands,
      Queries queries,
      Visibility visibility,
      Positions positions,
      BiFunction<CenterId, List<UnitPosition>, Future<Void>> sink,
      Supplier<Instant> now) {
    this.commands = commands;
    this.queries = queries;
    this.visibility = visibility;
    this.positions = positions;
    this.sink = sink;
    this.now = now;
  }

  void bind(ContractRouter router) {
    router
        .on("listUnits", this::list)
        .on("getUnit", this::get)
        .on("setAvailability", this::setAvailability)
        .on("reportPositions", this::reportPositions);
  }

  private static UnitId id(Request request) {
    return new UnitId(request.parameter("id"));
  }

  private Future<Answer> list(Request request) {
    SessionUser user = request.session();
    return queries
        .listUnits(user.center())
        .map(units -> units.stream().filter(unit -> visibility.sees(user, unit)).toList())
        .map(
            units ->
                Answer.ok(
                    Paging.page(
                        units,
                        unit -> unit.id().value(),
                        request.parameterOrNull("cursor"),
                        request.integer("limit", Paging.LIMIT))));
  }

  private Future<Answer> get(Request request) {
    return visibility.unit(request.session(), id(request)).map(unit -> Answer.ok(unit));
  }

  private Future<Answer> setAvailability(Request request) {
    Fields fields = request.fields();
    return commands
        .execute(
            request,
            new Command.SetAvailability(
                id(request),
                fields.choice("state", Duty.class),
                fields.textOrNull("reason"),
                fields.instantOrNull("expectedBackAt")))
        .compose(
            done ->
                visibility
                    .unit(request.session(), id(request))
                    .map(unit -> Answer.ok(unit).replayed(done.replayed())));
  }

  private record Accepted(int accepted) {}

  private Future<Answer> reportPositions(Request request) {
    List<UnitPosition> given =
        positions.unitPositions(id(request), request.fields().objects("positions"), now.get());
    return visibility
        .unit(request.session(), id(request))
        .compose(unit -> sink.apply(request.session().center(), given))
        .map(done -> Answer.of(202, new Accepted(given.size())));
  }
}
