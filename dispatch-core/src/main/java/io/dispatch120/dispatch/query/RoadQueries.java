package io.dispatch120.dispatch.query;

import io.dispatch120.dispatch.api.Catalogue.HospitalInfo;
import io.dispatch120.dispatch.api.IncidentStatus;
import io.dispatch120.dispatch.api.IncidentView.PositionView;
import io.dispatch120.dispatch.api.Line;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.RecommendationView.UnitOption;
import io.dispatch120.dispatch.api.Refusal;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.api.Reply;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.api.UnitPosition;
import io.dispatch120.dispatch.api.UnitRoutesView;
import io.dispatch120.dispatch.api.UnitRoutesView.Purpose;
import io.dispatch120.dispatch.api.UnitRoutesView.UnitRoute;
import io.dispatch120.dispatch.assignment.Assignment;
import io.dispatch120.dispatch.board.Board;
import io.dispatch120.dispatch.fleet.LiveFleet;
import io.dispatch120.dispatch.fleet.Unit;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.incident.IncidentStatuses;
import io.dispatch120.dispatch.recommendation.Recommender;
import io.dispatch120.dispatch.view.IncidentViews;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.Roads;
import io.dispatch120.geo.api.Route;
import io.dispatch120.geo.api.RoutePoint;
import io.dispatch120.geo.api.TravelProfile;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The courses of units to draw, of one centre at one moment. Not for event loops: a course takes a
 * millisecond or more on a large map.
 */
record RoadQueries(Board board, LiveFleet fleet, Roads roads, Instant now) {

  /** A course that is to be found. */
  private record Leg(Purpose purpose, LngLat to) {}

  /**
   * Every live assignment's course, the proposal's while the incident waits, and those of {@code
   * asked}.
   */
  Reply<UnitRoutesView> routes(Incident incident, List<UnitId> asked) {
    Optional<UnitId> stranger =
        asked.stream().filter(unit -> board.findUnit(unit).isEmpty()).findFirst();
    if (stranger.isPresent()) {
      return new Reply.No<>(
          new Refusal(RefusalCode.NOT_FOUND, "there is no unit " + stranger.get()));
    }
    LngLat place = placeOf(incident);
    if (place == null) {
      return new Reply.No<>(Recommender.NO_PLACE);
    }
    Map<UnitId, Leg> legs = new LinkedHashMap<>();
    for (Assignment assignment : incident.liveAssignments()) {
      goal(assignment, place)
          .ifPresent(to -> legs.put(assignment.unitId(), new Leg(Purpose.ASSIGNED, to)));
    }
    proposed(incident).ifPresent(unit -> legs.putIfAbsent(unit, new Leg(Purpose.PROPOSED, place)));
    asked.forEach(unit -> legs.putIfAbsent(unit, new Leg(Purpose.PROPOSED, place)));
    List<UnitRoute> items =
        legs.entrySet().stream()
            .flatMap(leg -> course(leg.getKey(), leg.getValue()).stream())
            .toList();
    return new Reply.Ok<>(new UnitRoutesView(items, now), false);
  }

  /** Where crews are sent; their own destination when it was told apart from the position. */
  private @Nullable LngLat placeOf(Incident incident) {
    PositionView destination = IncidentViews.of(incident, now).destination();
    return destination != null
        ? destination.toLngLat()
        : IncidentViews.findPosition(incident, now).map(PositionView::toLngLat).orElse(null);
  }

  private Optional<LngLat> goal(Assignment assignment, LngLat place) {
    Milestone last = assignment.lastMilestone();
    if (last.compareTo(Milestone.ON_SCENE) < 0) {
      return Optional.of(place);
    }
    if (last != Milestone.TRANSPORTING || assignment.destination() == null) {
      return Optional.empty();
    }
    return board.catalogue().hospitals().stream()
        .filter(hospital -> hospital.id().equals(assignment.destination()))
        .map(HospitalInfo::position)
        .findFirst();
  }

  private Optional<UnitId> proposed(Incident incident) {
    return IncidentStatuses.of(incident) == IncidentStatus.WAITING
        ? new Recommender(roads)
            .rank(incident, board, fleet, now).stream()
                .filter(option -> option.blockedBy() == null)
                .map(UnitOption::unitId)
                .findFirst()
        : Optional.empty();
  }

  private Optional<UnitRoute> course(UnitId id, Leg leg) {
    return board.findUnit(id).map(unit -> course(unit, leg));
  }

  private UnitRoute course(Unit unit, Leg leg) {
    LngLat from =
        fleet
            .findBelievable(unit.id())
            .map(UnitPosition::position)
            .orElse(unit.profile().stationPosition());
    Route route = roads.route(from, leg.to(), TravelProfile.AMBULANCE);
    return new UnitRoute(
        unit.id(),
        leg.purpose(),
        new Line(route.points().stream().map(RoutePoint::position).toList()),
        route.travel().seconds(),
        route.travel().distanceMeters(),
        route.travel().method());
  }
}
