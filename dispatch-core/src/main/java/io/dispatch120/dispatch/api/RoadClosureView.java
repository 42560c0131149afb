package io.dispatch120.dispatch.api;

import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.RoadClosure;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A road closure as clients see it.
 *
 * @param points as drawn
 * @param closedBy user name
 * @param until when it opens by itself; null when somebody has to open it
 * @param roads the pieces of road it closed, to draw
 */
public record RoadClosureView(
    ClosureId id,
    RoadClosure.Form form,
    List<LngLat> points,
    ClosureCause cause,
    String reason,
    Instant closedAt,
    String closedBy,
    @Nullable Instant until,
    List<Line> roads) {}
