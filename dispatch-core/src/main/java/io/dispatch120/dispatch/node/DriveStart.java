package io.dispatch120.dispatch.node;

import io.dispatch120.dispatch.api.IncidentView.PositionView;
import io.dispatch120.dispatch.api.UnitPosition;
import io.dispatch120.dispatch.assignment.Assignment;
import io.dispatch120.dispatch.fleet.LiveFleet;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.view.IncidentViews;
import io.dispatch120.geo.api.LngLat;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** From where the rest of the way to a hospital is counted. */
final class DriveStart {
  /** Older than this, an ambulance's position gives no honest arrival time. */
  static final Duration FRESH = Duration.ofSeconds(60);

  private DriveStart() {}

  /**
   * The ambulance once it has left the scene, while it says where it is. Until then the scene:
   * there it is, or from there it will drive, whether a phone indoors finds itself or not.
   */
  static Optional<LngLat> find(
      Incident incident, Optional<Assignment> driving, LiveFleet fleet, Instant now) {
    return driving.isPresent()
        ? fleet
            .findBelievable(driving.get().unitId())
            .filter(p -> isFresh(p, now))
            .map(UnitPosition::position)
        : IncidentViews.findPosition(incident, now).map(PositionView::toLngLat);
  }

  static boolean isFresh(UnitPosition position, Instant now) {
    return !position.at().plus(FRESH).isBefore(now);
  }
}
