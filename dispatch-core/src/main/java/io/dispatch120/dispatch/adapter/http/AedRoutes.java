package io.dispatch120.dispatch.adapter.http;

import io.dispatch120.dispatch.access.RoleTable;
import io.dispatch120.dispatch.api.AedView;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.dispatch.query.Queries;
import io.dispatch120.dispatch.query.Queries.Page;
import io.dispatch120.geo.api.Datum;
import io.dispatch120.web.Answer;
import io.dispatch120.web.ContractRouter;
import io.dispatch120.web.Request;
import io.vertx.core.Future;

/** AEDs: the list, and the nearest ones. */
final class AedRoutes {
  private final Queries queries;
  private final Positions positions;

  AedRoutes(Queries queries, Positions positions) {
    this.queries = queries;
    this.positions = positions;
  }

  void bind(ContractRouter router) {
    router.on("listAeds", this::list).on("getAed", this::get);
  }

  private Future<Answer> list(Request request) {
    SessionUser user = request.session();
    String near = request.parameterOrNull("near");
    return queries
        .listAeds(
            user.center(),
            near == null ? null : positions.near(near, request.choiceOrNull("datum", Datum.class)),
            request.instantOrNull("openAt"),
            request.integer("limit", Paging.LIMIT),
            request.parameterOrNull("cursor"))
        .map(
            page ->
                Answer.ok(
                    new Page<>(
                        page.items().stream().map(aed -> shownTo(user, aed)).toList(),
                        page.nextCursor())));
  }

  private Future<Answer> get(Request request) {
    SessionUser user = request.session();
    return queries
        .findAed(user.center(), request.parameter("id"))
        .map(found -> Answer.ok(shownTo(user, Visibility.orNotFound(found, "AED"))));
  }

  /** The custodian is a person. */
  private static AedView shownTo(SessionUser user, AedView aed) {
    return RoleTable.masks(user)
        ? new AedView(
            aed.id(),
            aed.name(),
            aed.position(),
            aed.building(),
            aed.floor(),
            aed.placement(),
            aed.openingHours(),
            aed.hoursText(),
            aed.access(),
            aed.openNow(),
            aed.readiness(),
            aed.lastCheckedAt(),
            null,
            null,
            aed.distanceMeters(),
            aed.walkSeconds())
        : aed;
  }
}
