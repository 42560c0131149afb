package io.dispatch120.dispatch.view;

import io.dispatch120.dispatch.api.RoadClosureView;
import io.dispatch120.dispatch.road.ClosedRoad;

/** Road closures as clients see them. Pure. */
public final class RoadViews {
  private RoadViews() {}

  public static RoadClosureView of(ClosedRoad closed) {
    return new RoadClosureView(
        closed.id(),
        closed.shape().form(),
        closed.shape().points(),
        closed.cause(),
        closed.reason(),
        closed.closedAt(),
        closed.closedBy(),
        closed.until(),
        closed.roads());
  }
}
