package io.dispatch120.dispatch.query;

import io.dispatch120.dispatch.api.AedView;
import io.dispatch120.dispatch.api.Catalogue;
import io.dispatch120.dispatch.api.Catalogue.AedInfo;
import io.dispatch120.dispatch.board.Board;
import io.dispatch120.dispatch.query.Queries.Page;
import io.dispatch120.dispatch.view.AedViews;
import io.dispatch120.geo.api.AedFinder;
import io.dispatch120.geo.api.AedMatch;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.OpeningHours;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The AEDs of one centre in one state of its catalogue. Immutable; keep it while {@link #isOf} says
 * so, since making one looks at every AED.
 */
final class AedCatalogue {
  private final Catalogue catalogue;
  private final AedFinder finder;
  private final NavigableMap<String, AedInfo> infos = new TreeMap<>();

  AedCatalogue(Board board) {
    this.catalogue = board.catalogue();
    this.finder = board.aeds();
    catalogue.aeds().forEach(aed -> infos.put(aed.site().id(), aed));
  }

  /** Whether the board still has the catalogue this was made from. */
  boolean isOf(Board board) {
    return catalogue == board.catalogue() && finder == board.aeds();
  }

  /** Nearest first by walking time; {@code openOnly} leaves out those known to be closed. */
  List<AedView> nearest(LngLat from, int limit, Instant at, boolean openOnly) {
    List<AedMatch> found =
        openOnly ? finder.nearestOpen(from, limit, at) : finder.nearest(from, limit, at);
    return found.stream().map(this::view).toList();
  }

  /** A page by id, after {@code cursor}. */
  Page<AedView> page(@Nullable String cursor, int limit, Instant at, boolean openOnly) {
    Collection<AedInfo> after =
        cursor == null ? infos.values() : infos.tailMap(cursor, false).values();
    List<AedView> items =
        after.stream()
            .map(aed -> AedViews.of(aed, openNow(aed, at)))
            .filter(aed -> !openOnly || !Boolean.FALSE.equals(aed.openNow()))
            .limit(limit + 1L)
            .toList();
    return items.size() <= limit
        ? new Page<>(items, null)
        : new Page<>(items.subList(0, limit), items.get(limit - 1).id());
  }

  Optional<AedView> find(String id, Instant at) {
    return Optional.ofNullable(infos.get(id)).map(aed -> AedViews.of(aed, openNow(aed, at)));
  }

  private AedView view(AedMatch match) {
    AedInfo info = infos.get(match.aed().id());
    return info == null ? AedViews.of(match) : AedViews.of(match, info);
  }

  private @Nullable Boolean openNow(AedInfo aed, Instant at) {
    return switch (finder.stateOf(aed.site().id(), at).orElse(OpeningHours.State.UNKNOWN)) {
      case OPEN -> Boolean.TRUE;
      case CLOSED -> Boolean.FALSE;
      case UNKNOWN -> null;
    };
  }
}
