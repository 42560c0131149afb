package io.dispatch120.dispatch.fleet;

import io.dispatch120.dispatch.api.CrewLink;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.api.UnitPosition;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.MovingIndex;
import io.dispatch120.geo.api.SpatialIndex;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Positions and crew links of one centre's units on this node. The loop writes; any thread reads.
 *
 * <p>A position older by device time than the one shown goes to the track only: back-filled and
 * reordered reports never move a marker backwards. One from far in the future is not believed for
 * the marker either, or a wrong clock would freeze the unit until that time. One that nothing can
 * have driven to moves the marker, but neither the index nor any travel time ({@link
 * Plausibility}).
 */
public final class FleetTracker implements LiveFleet {
  /** Device clocks run ahead by seconds, not by more. */
  private static final Duration AHEAD_LIMIT = Duration.ofMinutes(2);

  /** A crew without a socket that was heard this lately is in the background. */
  private static final Duration HEARD_LIMIT = Duration.ofSeconds(60);

  /** Nodes repeat their word every 2 s; three missed ones and it is void. */
  private static final Duration NODE_WORD_LIMIT = Duration.ofSeconds(6);

  private final MovingIndex<UnitId> index;
  private final InstantSource clock;
  private final Map<UnitId, UnitPosition> positions = new ConcurrentHashMap<>();
  private final Map<UnitId, Plausibility> beliefs = new ConcurrentHashMap<>();
  private final Map<UnitId, Instant> heard = new ConcurrentHashMap<>();
  private final Map<UnitId, Integer> links = new ConcurrentHashMap<>();
  private final Map<String, NodeWord> otherNodes = new ConcurrentHashMap<>();
  private final Map<UnitId, UnitPosition> changed = new LinkedHashMap<>();

  /** Units with a place in the index, live or at their station. */
  private final Set<UnitId> placed = new HashSet<>();

  private record NodeWord(Set<UnitId> connected, Instant at) {}

  public FleetTracker(MovingIndex<UnitId> index, InstantSource clock) {
    this.index = index;
    this.clock = clock;
  }

  /** Gives units without a live position their station's place, and forgets units that are gone. */
  public void place(Map<UnitId, LngLat> stations) {
    stations.forEach(
        (unit, station) -> {
          if (!positions.containsKey(unit)) {
            index.put(unit, station);
          }
        });
    placed.addAll(positions.keySet());
    for (UnitId known : List.copyOf(placed)) {
      if (!stations.containsKey(known)) {
        positions.remove(known);
        beliefs.remove(known);
        changed.remove(known);
        index.remove(known);
      }
    }
    placed.clear();
    placed.addAll(stations.keySet());
  }

  /** Takes reports of any age, in any order; gives those that moved a marker. */
  public List<UnitPosition> take(Collection<UnitPosition> reports) {
    List<UnitPosition> moved = new ArrayList<>();
    Instant latest = clock.instant().plus(AHEAD_LIMIT);
    for (UnitPosition report : reports) {
      UnitPosition known = positions.get(report.unitId());
      boolean newer = known == null || report.at().isAfter(known.at());
      if (newer && !report.at().isAfter(latest)) {
        positions.put(report.unitId(), report);
        believe(report);
        changed.put(report.unitId(), report);
        moved.add(report);
      }
    }
    return moved;
  }

  private void believe(UnitPosition report) {
    Plausibility before = beliefs.get(report.unitId());
    Plausibility after = before == null ? Plausibility.of(report) : before.with(report);
    beliefs.put(report.unitId(), after);
    if (!after.suspect()) {
      index.put(report.unitId(), report.position());
    }
  }

  /** What moved since this was last asked, the newest of each unit. */
  public List<UnitPosition> drainChanged() {
    List<UnitPosition> drained = List.copyOf(changed.values());
    changed.clear();
    return drained;
  }

  /** The last position of every unit that has one. */
  public List<UnitPosition> listPositions() {
    return List.copyOf(positions.values());
  }

  /** A crew's device did something. */
  public void heardFrom(UnitId unit) {
    heard.put(unit, clock.instant());
  }

  /** A crew's socket opened on this node. */
  public void linkOpened(UnitId unit) {
    links.merge(unit, 1, Integer::sum);
    heardFrom(unit);
  }

  public void linkClosed(UnitId unit) {
    links.computeIfPresent(unit, (u, count) -> count == 1 ? null : count - 1);
  }

  /** Units with a socket on this node, to tell the other nodes. */
  public Set<UnitId> linkedHere() {
    return Set.copyOf(links.keySet());
  }

  /** Another node told which crews it holds sockets of. */
  public void linkedElsewhere(String node, Set<UnitId> connected) {
    Instant now = clock.instant();
    otherNodes.put(node, new NodeWord(Set.copyOf(connected), now));
    otherNodes.values().removeIf(word -> word.at().plus(NODE_WORD_LIMIT).isBefore(now));
    connected.forEach(this::heardFrom);
  }

  /** Link states by unit, for those that have any. */
  public Map<UnitId, CrewLink> crewLinks(Collection<UnitId> units) {
    Map<UnitId, CrewLink> all = new HashMap<>();
    units.forEach(unit -> all.put(unit, crewLink(unit)));
    return all;
  }

  @Override
  public CrewLink crewLink(UnitId id) {
    Instant now = clock.instant();
    boolean elsewhere =
        otherNodes.values().stream()
            .anyMatch(
                word ->
                    word.connected().contains(id)
                        && !word.at().plus(NODE_WORD_LIMIT).isBefore(now));
    if (links.containsKey(id) || elsewhere) {
      return CrewLink.CONNECTED;
    }
    Instant last = heard.get(id);
    return last != null && !last.plus(HEARD_LIMIT).isBefore(now)
        ? CrewLink.BACKGROUND
        : CrewLink.LOST;
  }

  @Override
  public Optional<UnitPosition> findPosition(UnitId id) {
    return Optional.ofNullable(positions.get(id));
  }

  @Override
  public Optional<UnitPosition> findBelievable(UnitId id) {
    return Optional.ofNullable(beliefs.get(id)).map(Plausibility::believed);
  }

  @Override
  public boolean suspect(UnitId id) {
    Plausibility belief = beliefs.get(id);
    return belief != null && belief.suspect();
  }

  @Override
  public SpatialIndex<UnitId> index() {
    return index;
  }
}
