package io.dispatch120.dispatch.view;

import io.dispatch120.dispatch.alert.Alert;
import io.dispatch120.dispatch.api.AlertView;
import io.dispatch120.dispatch.api.BoardView;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.CrewLink;
import io.dispatch120.dispatch.api.IncidentView;
import io.dispatch120.dispatch.api.UnitView;
import io.dispatch120.dispatch.fleet.LiveFleet;
import io.dispatch120.dispatch.fleet.Unit;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.journal.BoardSource.Picture;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The whole board of a centre as clients see it. Pure; O(n log n) in what is open. */
public final class BoardViews {

  /**
   * Most urgent first: by priority, then the longest open, then by id to be the same everywhere.
   */
  private static final Comparator<Incident> MOST_URGENT =
      Comparator.comparing((Incident incident) -> incident.details().effectivePriority())
          .thenComparing(Incident::openedAt)
          .thenComparing(incident -> incident.id().value());

  /** Loudest first, then the longest raised. */
  private static final Comparator<AlertView> LOUDEST =
      Comparator.comparingInt(AlertView::tier)
          .thenComparing(AlertView::raisedAt)
          .thenComparing(alert -> alert.id().value());

  private BoardViews() {}

  /** The board of {@code picture}, its units where the fleet last saw them. */
  public static BoardView of(CenterId center, Picture picture, LiveFleet fleet, Instant now) {
    return of(center, picture, now, unit -> UnitViews.of(unit, fleet, now));
  }

  /**
   * A board of the past. Positions are no part of the journal, so units stand at their stations
   * with {@code position.at} null, and their devices count as lost.
   */
  public static BoardView ofPast(CenterId center, Picture picture) {
    return of(
        center,
        picture,
        picture.at(),
        unit -> UnitViews.of(unit, Optional.empty(), CrewLink.LOST, picture.at()));
  }

  private static BoardView of(
      CenterId center, Picture picture, Instant at, Function<Unit, UnitView> unitView) {
    List<IncidentView> incidents =
        picture.incidents().stream()
            .filter(incident -> !incident.closed())
            .sorted(MOST_URGENT)
            .map(incident -> IncidentViews.of(incident, at))
            .toList();
    List<UnitView> units =
        picture.units().stream()
            .sorted(Comparator.comparing(unit -> unit.id().value()))
            .map(unitView)
            .toList();
    // Of every incident in the picture: an alert may outlive the closing, such as a cancel that the
    // crew has not confirmed.
    List<AlertView> alerts =
        picture.incidents().stream().flatMap(BoardViews::liveAlerts).sorted(LOUDEST).toList();
    return new BoardView(
        picture.seq(),
        at,
        center,
        incidents,
        units,
        alerts,
        picture.roads().all().stream().map(RoadViews::of).toList(),
        HospitalViews.limited(picture.notices(), at));
  }

  private static Stream<AlertView> liveAlerts(Incident incident) {
    return incident.alerts().stream()
        .filter(Alert::live)
        .map(alert -> AlertViews.of(incident.id(), alert));
  }
}
