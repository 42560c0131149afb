package io.dispatch120.dispatch.adapter.http;

import io.dispatch120.geo.api.Datum;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.web.Answer;
import io.dispatch120.web.ContractRouter;
import io.dispatch120.web.Request;
import io.vertx.core.Future;

/** Coordinates in another datum, for those who hold positions from maps of others. */
final class DatumRoutes {
  private final Positions positions;

  DatumRoutes(Positions positions) {
    this.positions = positions;
  }

  void bind(ContractRouter router) {
    router.on("convertDatum", this::convert);
  }

  private Future<Answer> convert(Request request) {
    LngLat given = new LngLat(request.number("lng"), request.number("lat"));
    return Future.succeededFuture(
        Answer.ok(
            positions.converted(
                given, request.choice("from", Datum.class), request.choice("to", Datum.class))));
  }
}
