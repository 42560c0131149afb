package io.dispatch120.dispatch.recommendation;

import io.dispatch120.dispatch.api.CrewLink;
import io.dispatch120.dispatch.api.RecommendationView.UnitOption;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.board.Board;
import io.dispatch120.dispatch.fleet.LiveFleet;
import io.dispatch120.dispatch.fleet.Unit;
import io.dispatch120.dispatch.fleet.Units;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.recommendation.Reasons.Circumstances;
import io.dispatch120.geo.api.Arrival;
import io.dispatch120.geo.api.FastestArrivals;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.Neighbor;
import io.dispatch120.geo.api.Travel;
import io.dispatch120.geo.api.TravelMethod;
import io.dispatch120.geo.api.TravelProfile;
import io.dispatch120.geo.api.TravelTimes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The units of one centre in the order in which they should be sent to one place. Lives for one
 * recommendation, and reads each unit it looks at once.
 *
 * <p>Sendable units come first, then those that only lack a needed capability, as what to fall back
 * on, then those that can not be sent at all: each by {@link FastestArrivals#ORDER} from where it
 * is, and by id. A centre of up to {@value #LIST_ALL_UP_TO} units sees all of them. A larger one
 * sees the {@value #SENDABLE_LIMIT} fastest sendable, an exact minimum over the whole fleet, and of
 * the others the {@value #BLOCKED_LIMIT} nearest that are no farther, in a straight line, than the
 * farthest of those.
 */
final class UnitRanking {
  /** A dispatcher can scan this many rows; and the work for them stays far below a millisecond. */
  static final int LIST_ALL_UP_TO = 50;

  static final int SENDABLE_LIMIT = 10;
  static final int BLOCKED_LIMIT = 20;

  private static final Comparator<Ranked> ORDER =
      Comparator.comparing((Ranked ranked) -> ranked.candidate().block().group())
          .thenComparing(Ranked::travel, FastestArrivals.ORDER)
          .thenComparing(ranked -> ranked.candidate().unit().id());

  private final TravelTimes travelTimes;
  private final Incident incident;
  private final LngLat place;
  private final Board board;
  private final LiveFleet fleet;
  private final Instant now;
  private final CapabilityNeeds needs;
  private final Map<UnitId, Optional<Candidate>> read = new HashMap<>();

  private record Ranked(Candidate candidate, Travel travel) {}

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
    this.now = now;
    this.needs =
        CapabilityNeeds.of(incident.details().complaint(), incident.details().effectivePriority())
            .and(incident.currentTriages());
  }

  List<UnitOption> ranked() {
    List<Unit> all = List.copyOf(board.units());
    List<Ranked> ranked =
        (all.size() <= LIST_ALL_UP_TO ? everybody(all) : nearby()).sorted(ORDER).toList();
    Reasons reasons = new Reasons(incident, board, needs);
    Travel best = ranked.isEmpty() ? null : ranked.get(0).travel();
    return ranked.stream().map(one -> option(one, reasons, best)).toList();
  }

  private Stream<Ranked> everybody(List<Unit> all) {
    return ranked(all.stream().map(unit -> Candidate.of(unit, fleet, needs)).toList());
  }

  private Stream<Ranked> nearby() {
    List<Ranked> sendable =
        FastestArrivals.withTies(
                fleet.index(),
                travelTimes,
                place,
                TravelProfile.AMBULANCE,
                SENDABLE_LIMIT,
                id -> isBlocked(id, false))
            .stream()
            .map(this::ranked)
            .sorted(ORDER)
            .limit(SENDABLE_LIMIT)
            .toList();
    double radiusMeters =
        sendable.size() < SENDABLE_LIMIT
            ? Double.POSITIVE_INFINITY
            : sendable.stream().mapToDouble(this::straightMeters).max().orElseThrow();
    List<Candidate> blocked =
        fleet.index().nearest(place, BLOCKED_LIMIT, id -> isBlocked(id, true)).stream()
            .filter(neighbor -> neighbor.distanceMeters() <= radiusMeters)
            .map(Neighbor::key)
            .map(this::getCandidate)
            .toList();
    return Stream.concat(sendable.stream(), ranked(blocked));
  }

  /** False for a unit that the index knows and the board does not (a catalogue just changed). */
  private boolean isBlocked(UnitId id, boolean wanted) {
    return candidate(id).filter(one -> (one.block() != Block.NONE) == wanted).isPresent();
  }

  private Optional<Candidate> candidate(UnitId id) {
    return read.computeIfAbsent(
        id, key -> board.findUnit(key).map(unit -> Candidate.of(unit, fleet, needs)));
  }

  private Candidate getCandidate(UnitId id) {
    return candidate(id)
        .orElseThrow(
            () -> new IllegalStateException("passed the filter without being known: " + id));
  }

  private Stream<Ranked> ranked(List<Candidate> candidates) {
    List<Travel> ways =
        travelTimes.toDestination(
            candidates.stream().map(Candidate::position).toList(), place, TravelProfile.AMBULANCE);
    List<Ranked> ranked = new ArrayList<>(candidates.size());
    for (int i = 0; i < candidates.size(); i++) {
      ranked.add(new Ranked(candidates.get(i), ways.get(i)));
    }
    return ranked.stream();
  }

  private Ranked ranked(Arrival<UnitId> arrival) {
    return new Ranked(getCandidate(arrival.origin().key()), arrival.travel());
  }

  private double straightMeters(Ranked ranked) {
    return ranked.candidate().position().distanceMetersTo(place);
  }

  private UnitOption option(Ranked ranked, Reasons reasons, @Nullable Travel best) {
    Candidate candidate = ranked.candidate();
    Travel travel = ranked.travel();
    Unit unit = candidate.unit();
    boolean nearest =
        best != null
            && candidate.block() == Block.NONE
            && FastestArrivals.ORDER.compare(travel, best) == 0;
    boolean stale = Units.stale(unit, fleet.findPosition(unit.id()), now);
    CrewLink link = fleet.crewLink(unit.id());
    return new UnitOption(
        unit.id(),
        unit.profile().callsign(),
        travel.seconds(),
        travel.distanceMeters(),
        travel.method(),
        candidate.availability(),
        unit.profile().capabilities(),
        stale,
        link,
        reasons.of(
            candidate,
            new Circumstances(
                nearest,
                travel.method() == TravelMethod.STRAIGHT_LINE && travelTimes.knowsRoads(),
                fleet.suspect(unit.id()),
                stale,
                link)),
        candidate.block().code(),
        unit.duty().expectedBackAt());
  }
}
