package io.dispatch120.dispatch.node;

import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.IncidentStatus;
import io.dispatch120.dispatch.api.RecommendationView;
import io.dispatch120.dispatch.api.Reply;
import io.dispatch120.dispatch.board.Applied;
import io.dispatch120.dispatch.board.Board;
import io.dispatch120.dispatch.board.Loop;
import io.dispatch120.dispatch.fleet.LiveFleet;
import io.dispatch120.dispatch.fleet.UnitAvailabilityChanged;
import io.dispatch120.dispatch.incident.AlertEvents;
import io.dispatch120.dispatch.incident.AssignmentEvents;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.incident.IncidentStatuses;
import io.dispatch120.dispatch.recommendation.Recommender;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Keeps the consoles told which unit is proposed for the incidents that wait, without being asked:
 * after every burst of events that may change it, and every few seconds because units move. Used on
 * the loop.
 */
final class Proposals {
  /**
   * In a disaster the most urgent come first; the others are proposed for when a dispatcher opens
   * them.
   */
  private static final int LIMIT = 20;

  private static final Comparator<Incident> URGENCY =
      Comparator.comparing((Incident i) -> i.details().effectivePriority())
          .thenComparing(Incident::openedAt);

  private final Board board;
  private final LiveFleet fleet;
  private final Recommender recommender;
  private final Loop loop;
  private final InstantSource clock;
  private final BooleanSupplier wanted;
  private final Consumer<RecommendationView> send;
  private final Set<IncidentId> changed = new LinkedHashSet<>();

  /**
   * @param wanted whether anybody is there to see proposals; without, none are made
   */
  Proposals(
      Board board,
      LiveFleet fleet,
      Recommender recommender,
      Loop loop,
      InstantSource clock,
      BooleanSupplier wanted,
      Consumer<RecommendationView> send) {
    this.board = board;
    this.fleet = fleet;
    this.recommender = recommender;
    this.loop = loop;
    this.clock = clock;
    this.wanted = wanted;
    this.send = send;
  }

  void applied(Applied applied) {
    Object event = applied.entry().event();
    if (event instanceof AlertEvents.OfAlert) {
      return;
    }
    if (event instanceof AssignmentEvents.OfAssignment
        || event instanceof UnitAvailabilityChanged) {
      waiting().forEach(incident -> note(incident.id()));
    }
    applied.incident().ifPresent(incident -> note(incident.id()));
  }

  /** Units have moved. */
  void refresh() {
    waiting().forEach(incident -> note(incident.id()));
  }

  private void note(IncidentId id) {
    boolean first = changed.isEmpty();
    changed.add(id);
    if (first) {
      // At the end of the burst: the events of one command are applied in one go.
      loop.execute(this::flush);
    }
  }

  private void flush() {
    List<IncidentId> due = List.copyOf(changed);
    changed.clear();
    if (!wanted.getAsBoolean()) {
      return;
    }
    // Each in a turn of its own: twenty searches in one would hold up everybody's commands.
    due.stream()
        .flatMap(id -> board.findIncident(id).stream())
        .filter(Proposals::waits)
        .sorted(URGENCY)
        .limit(LIMIT)
        .map(Incident::id)
        .forEach(id -> loop.execute(() -> board.findIncident(id).ifPresent(this::propose)));
  }

  private void propose(Incident incident) {
    if (!waits(incident)) {
      return;
    }
    if (recommender.recommend(incident, board, fleet, clock.instant())
        instanceof Reply.Ok<RecommendationView> ok) {
      send.accept(ok.value());
    }
  }

  private List<Incident> waiting() {
    return board.openIncidents().stream()
        .filter(Proposals::waits)
        .sorted(URGENCY)
        .limit(LIMIT)
        .toList();
  }

  private static boolean waits(Incident incident) {
    return IncidentStatuses.of(incident) == IncidentStatus.WAITING;
  }
}
