package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.api.ClosureId;
import io.dispatch120.dispatch.api.Command.CloseRoad;
import io.dispatch120.dispatch.api.Command.OfRoads;
import io.dispatch120.dispatch.api.Command.OpenRoad;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.incident.Decision.Draft;
import io.dispatch120.dispatch.road.ClosedRoads;
import io.dispatch120.dispatch.road.RoadEvent;
import io.dispatch120.dispatch.road.RoadEvent.RoadClosed;
import io.dispatch120.dispatch.road.RoadEvent.RoadOpened;
import java.util.List;

/** Roads that are closed and opened. They belong to the centre, not to an incident. */
final class RoadDecisions {
  private RoadDecisions() {}

  static Decision decide(Scene scene, OfRoads command, Moment moment) {
    return command instanceof CloseRoad close
        ? close(scene.roads(), close, moment)
        : open(scene.roads(), (OpenRoad) command, moment);
  }

  private static Decision close(ClosedRoads roads, CloseRoad command, Moment moment) {
    int points = command.roads().stream().mapToInt(road -> road.points().size()).sum();
    if (command.roads().isEmpty()) {
      return Decision.refused(
          RefusalCode.NO_ROAD_HERE,
          "no road of the map is met: put the point on a road, or draw the line across it");
    }
    if (command.until() != null && !command.until().isAfter(moment.now())) {
      return Decision.refused(RefusalCode.INVALID_VALUE, "until is over already");
    }
    if (points > ClosedRoads.ROADS_LIMIT) {
      return Decision.refused(
          RefusalCode.INVALID_VALUE,
          "this would close "
              + command.roads().size()
              + " pieces of road, more than a closure may: draw a smaller area");
    }
    if (roads.all().size() >= ClosedRoads.LIMIT
        || roads.drawnPoints() + points > ClosedRoads.TOTAL_LIMIT) {
      return Decision.refused(
          RefusalCode.TOO_MANY_CLOSURES,
          roads.all().size() + " closures stand, no more fit: open one first");
    }
    return accepted(
        moment,
        new RoadClosed(
            new ClosureId(moment.newId(Moment.CLOSURE)),
            command.shape().form(),
            command.shape().points(),
            command.cause(),
            command.reason(),
            command.until(),
            command.roads()));
  }

  private static Decision open(ClosedRoads roads, OpenRoad command, Moment moment) {
    return roads.find(command.closureId()).isEmpty()
        ? Decision.refused(
            RefusalCode.NOT_FOUND, "there is no such road closure, or it is open again")
        : accepted(moment, new RoadOpened(command.closureId()));
  }

  private static Decision accepted(Moment moment, RoadEvent event) {
    return Decision.accepted(List.of(new Draft(null, moment.now(), event)));
  }
}
