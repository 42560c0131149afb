package io.dispatch120.dispatch.road;

import io.dispatch120.dispatch.api.ClosureCause;
import io.dispatch120.dispatch.api.ClosureId;
import io.dispatch120.dispatch.api.Line;
import io.dispatch120.dispatch.api.Stamp;
import io.dispatch120.dispatch.road.RoadEvent.RoadClosed;
import io.dispatch120.geo.api.RoadClosure;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A road closure that stands.
 *
 * @param closedBy user name
 * @param until when it opens by itself; null when somebody has to open it
 */
public record ClosedRoad(
    ClosureId id,
    RoadClosure shape,
    ClosureCause cause,
    String reason,
    Instant closedAt,
    String closedBy,
    @Nullable Instant until,
    List<Line> roads) {

  /** The closure that an event made. */
  public static ClosedRoad of(RoadClosed event, Stamp stamp) {
    return new ClosedRoad(
        event.id(),
        new RoadClosure(event.form(), event.points()),
        event.cause(),
        event.reason(),
        stamp.at(),
        stamp.actor().name(),
        event.until(),
        event.roads());
  }

  /** Points of what is drawn of it, the measure of its size. */
  public int drawnPoints() {
    return shape.points().size() + roads.stream().mapToInt(road -> road.points().size()).sum();
  }

  boolean due(Instant now) {
    return until != null && !until.isAfter(now);
  }
}
