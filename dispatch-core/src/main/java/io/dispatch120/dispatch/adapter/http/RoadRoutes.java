package io.dispatch120.dispatch.adapter.http;

import io.dispatch120.dispatch.api.ClosureCause;
import io.dispatch120.dispatch.api.ClosureId;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.Line;
import io.dispatch120.dispatch.api.Reply;
import io.dispatch120.dispatch.api.RoadClosureView;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.api.UnitRoutesView;
import io.dispatch120.dispatch.command.CommandResult.Done;
import io.dispatch120.dispatch.query.Queries;
import io.dispatch120.dispatch.query.Queries.Page;
import io.dispatch120.dispatch.road.ClosedRoad;
import io.dispatch120.dispatch.road.RoadEvent.RoadClosed;
import io.dispatch120.dispatch.view.RoadViews;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.RoadClosure;
import io.dispatch120.web.Answer;
import io.dispatch120.web.ContractRouter;
import io.dispatch120.web.Fields;
import io.dispatch120.web.Problem;
import io.dispatch120.web.Request;
import io.vertx.core.Future;
import java.util.List;

/** Courses to draw, and roads that are closed and opened. */
final class RoadRoutes {
  private final Commands commands;
  private final Queries queries;

  RoadRoutes(Commands commands, Queries queries) {
    this.commands = commands;
    this.queries = queries;
  }

  void bind(ContractRouter router) {
    router
        .on("getRoutes", this::routes)
        .on("listRoadClosures", this::list)
        .on("previewRoadClosure", this::preview)
        .on("closeRoad", this::close)
        .on("openRoad", this::open);
  }

  private Future<Answer> routes(Request request) {
    List<UnitId> asked = request.texts("unit").stream().map(UnitId::new).distinct().toList();
    return queries
        .routes(request.session().center(), IncidentRoutes.id(request), asked)
        .map(
            reply -> {
              if (reply instanceof Reply.Ok<UnitRoutesView> ok) {
                return Answer.ok(ok.value());
              }
              throw reply instanceof Reply.No<UnitRoutesView> no
                  ? Problem.of(no.refusal()).asException()
                  : Problem.keyReused().asException();
            });
  }

  private Future<Answer> list(Request request) {
    return queries
        .listRoadClosures(request.session().center())
        .map(closures -> Answer.ok(new Page<>(closures, null)));
  }

  private record Preview(List<Line> roads) {}

  private Future<Answer> preview(Request request) {
    return queries
        .closedBy(request.session().center(), shape(request.fields()))
        .map(roads -> Answer.ok(new Preview(roads)));
  }

  /** Answers when the next recommendation here avoids it. */
  private Future<Answer> close(Request request) {
    Fields fields = request.fields();
    RoadClosure shape = shape(fields);
    return queries
        .closedBy(request.session().center(), shape)
        .compose(
            roads ->
                commands.execute(
                    request,
                    new Command.CloseRoad(
                        shape,
                        fields.choice("cause", ClosureCause.class),
                        fields.text("reason"),
                        fields.instantOrNull("until"),
                        roads)))
        .compose(
            done ->
                queries
                    .roadsInUse(request.session().center())
                    .map(used -> Answer.of(201, made(done)).replayed(done.replayed())));
  }

  private static RoadClosureView made(Done done) {
    return done.entries().stream()
        .filter(entry -> entry.event() instanceof RoadClosed)
        .map(entry -> ClosedRoad.of((RoadClosed) entry.event(), entry.stamp()))
        .map(RoadViews::of)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the command closed no road"));
  }

  private Future<Answer> open(Request request) {
    return commands
        .execute(request, new Command.OpenRoad(new ClosureId(request.parameter("id"))))
        .compose(
            done ->
                queries
                    .roadsInUse(request.session().center())
                    .map(used -> Answer.noContent().replayed(done.replayed())));
  }

  /** What the contract can not say: how many points a form has. */
  private static RoadClosure shape(Fields fields) {
    RoadClosure.Form form = fields.choice("form", RoadClosure.Form.class);
    List<LngLat> points =
        fields.objects("points").stream()
            .map(point -> new LngLat(point.number("lng"), point.number("lat")))
            .toList();
    try {
      return new RoadClosure(form, points);
    } catch (IllegalArgumentException wrong) {
      throw Problem.invalid("points", "do not fit the form: a point has 1, a line 2, an area 3")
          .asException();
    }
  }
}
