package io.dispatch120.dispatch.road;

import io.dispatch120.dispatch.api.ClosureCause;
import io.dispatch120.dispatch.api.ClosureId;
import io.dispatch120.dispatch.api.DispatchEvent;
import io.dispatch120.dispatch.api.Line;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.RoadClosure;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts about the roads of a centre. They belong to no incident and hold nothing personal. */
public sealed interface RoadEvent extends DispatchEvent {
  ClosureId id();

  /**
   * Nobody gets through.
   *
   * @param until when it opens by itself
   * @param roads what it closed on the map in use then; another map may have other pieces there
   */
  record RoadClosed(
      ClosureId id,
      RoadClosure.Form form,
      List<LngLat> points,
      ClosureCause cause,
      String reason,
      @Nullable Instant until,
      List<Line> roads)
      implements RoadEvent {
    public RoadClosed {
      points = List.copyOf(points);
      roads = List.copyOf(roads);
    }

    @Override
    public String type() {
      return "road_closed";
    }
  }

  /** The road is open again, because somebody says so or its time has come. */
  record RoadOpened(ClosureId id) implements RoadEvent {
    @Override
    public String type() {
      return "road_opened";
    }
  }
}
