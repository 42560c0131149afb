package io.dispatch120.dispatch.recommendation;

import io.dispatch120.dispatch.api.RecommendationView.UnitOption;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.api.UnitView;
import io.dispatch120.dispatch.api.UnitView.UnitPositionView;
import io.dispatch120.dispatch.board.Board;
import io.dispatch120.dispatch.fleet.LiveFleet;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.view.UnitViews;
import io.dispatch120.geo.api.Arrival;
import io.dispatch120.geo.api.FastestArrivals;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.Neighbor;
import io.dispatch120.geo.api.Travel;
import io.dispatch120.geo.api.TravelProfile;
import io.dispatch120.geo.api.TravelTimes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The units of one centre in the order in which they should be sent to one place. Lives for one
 * recommendation, on one reading of the board's units.
 *
 * <p>Sendable units come first, by travel time and then by id. Units that only lack a needed
 * capability follow, as what to fall back on, and then those that can not be sent at all, each by
 * travel time from where it is. A centre of up to {@value #LIST_ALL_UP_TO} units sees all of them.
 * A larger one sees the {@value #SENDABLE_LIMIT} fastest sendable, an exact minimum over the whole
 * fleet, and of the others the {@value #BLOCKED_LIMIT} nearest that are no farther, in a straight
 * line, than the farthest of those.
 */
final class UnitRanking {
  /** A dispatcher can scan this many rows; and the work for them stays far below a millisecond. */
  static final int LIST_ALL_UP_TO = 50;

  static final int SENDABLE_LIMIT = 10;
  static final int BLOCKED_LIMIT = 20;

  private static final Comparator<Candidate> ORDER =
      Comparator.comparing((Candidate candidate) -> candidate.block().group())
          .thenComparingDouble(candidate -> candidate.travel().seconds())
          .thenComparing(candidate -> candidate.unit().id().value());

  private final TravelTimes travelTimes;
  private final Incident incident;
  private final LngLat place;
  private final Board board;
  private final LiveFleet fleet;
  private final CapabilityNeeds needs;
  private final Map<UnitId, UnitView> units;

  UnitRanking(
      TravelTimes travelTimes,
      Incident incident,
      LngLat place,
      Board board,
      LiveFleet fleet,
      Instant now) {
    this.travelTimes = travelTimes;
    this.incident = incident;
    this.place = place;
    this.board = board;
    this.fleet = fleet;
    this.needs =
        CapabilityNeeds.of(incident.details().complaint(), incident.details().effectivePriority());
    this.units = new HashMap<>();
    board.units().forEach(unit -> units.put(unit.id(), UnitViews.of(unit, fleet, now)));
  }

  List<UnitOption> ranked() {
    List<Candidate> ranked =
        (units.size() <= LIST_ALL_UP_TO ? everybody() : nearby()).sorted(ORDER).toList();
    Reasons reasons = new Reasons(incident, board, needs);
    double bestSeconds = ranked.isEmpty() ? 0 : ranked.get(0).travel().seconds();
    return ranked.stream().map(candidate -> option(candidate, reasons, bestSeconds)).toList();
  }

  private Stream<Candidate> everybody() {
    List<UnitView> all = List.copyOf(units.values());
    return candidates(all, all.stream().map(UnitRanking::positionOf).toList());
  }

  private Stream<Candidate> nearby() {
    List<Candidate> sendable =
        FastestArrivals.withTies(
                fleet.index(),
                travelTimes,
                place,
                TravelProfile.AMBULANCE,
                SENDABLE_LIMIT,
                id -> isBlocked(id, false))
            .stream()
            .map(this::candidate)
            .sorted(ORDER)
            .limit(SENDABLE_LIMIT)
            .toList();
    double radiusMeters =
        sendable.size() < SENDABLE_LIMIT
            ? Double.POSITIVE_INFINITY
            : sendable.stream().mapToDouble(c -> straightMeters(c.unit())).max().orElseThrow();
    List<Neighbor<UnitId>> blocked =
        fleet.index().nearest(place, BLOCKED_LIMIT, id -> isBlocked(id, true)).stream()
            .filter(neighbor -> neighbor.distanceMeters() <= radiusMeters)
            .toList();
    return Stream.concat(
        sendable.stream(),
        candidates(
            blocked.stream().map(neighbor -> unit(neighbor.key())).toList(),
            blocked.stream().map(Neighbor::position).toList()));
  }

  /** False for a unit that the index knows and the board does not (a catalogue just changed). */
  private boolean isBlocked(UnitId id, boolean wanted) {
    UnitView unit = units.get(id);
    return unit != null && (Block.of(unit, needs) != Block.NONE) == wanted;
  }

  private Stream<Candidate> candidates(List<UnitView> from, List<LngLat> positions) {
    List<Travel> ways = travelTimes.toDestination(positions, place, TravelProfile.AMBULANCE);
    List<Candidate> candidates = new ArrayList<>(from.size());
    for (int i = 0; i < from.size(); i++) {
      UnitView unit = from.get(i);
      candidates.add(new Candidate(unit, ways.get(i), Block.of(unit, needs)));
    }
    return candidates.stream();
  }

  private Candidate candidate(Arrival<UnitId> arrival) {
    return new Candidate(unit(arrival.origin().key()), arrival.travel(), Block.NONE);
  }

  private UnitView unit(UnitId id) {
    UnitView unit = units.get(id);
    if (unit == null) {
      throw new IllegalStateException("a unit passed the filter that is not on the board: " + id);
    }
    return unit;
  }

  private double straightMeters(UnitView unit) {
    return positionOf(unit).distanceMetersTo(place);
  }

  private static LngLat positionOf(UnitView unit) {
    UnitPositionView position = unit.position();
    if (position == null) {
      throw new IllegalStateException(unit.id() + " stands neither on the road nor at a station");
    }
    return new LngLat(position.lng(), position.lat());
  }

  private UnitOption option(Candidate candidate, Reasons reasons, double bestSeconds) {
    UnitView unit = candidate.unit();
    boolean nearest =
        candidate.block() == Block.NONE && candidate.travel().seconds() == bestSeconds;
    return new UnitOption(
        unit.id(),
        unit.callsign(),
        candidate.travel().seconds(),
        candidate.travel().distanceMeters(),
        candidate.travel().method(),
        unit.availability(),
        unit.capabilities(),
        unit.stale(),
        unit.crewLink(),
        reasons.of(unit, nearest),
        candidate.block().code(),
        unit.expectedBackAt());
  }

  private record Candidate(UnitView unit, Travel travel, Block block) {}
}
