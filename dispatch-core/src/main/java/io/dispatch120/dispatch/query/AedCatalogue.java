package io.dispatch120.dispatch.query;

import io.dispatch120.dispatch.api.AedView;
import io.dispatch120.dispatch.api.Catalogue.AedInfo;
import io.dispatch120.dispatch.board.Board;
import io.dispatch120.dispatch.query.Queries.Page;
import io.dispatch120.dispatch.view.AedViews;
import io.dispatch120.geo.api.AedFinder;
import io.dispatch120.geo.api.AedMatch;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.OpeningHours;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The AEDs of one centre as of one moment. Lives for one question. */
final class AedCatalogue {
  private final AedFinder finder;
  private final Map<String, AedInfo> infos;

  AedCatalogue(Board board) {
    this.finder = board.aeds();
    this.infos =
        board.catalogue().aeds().stream()
            .collect(Collectors.toMap(aed -> aed.site().id(), Function.identity()));
  }

  /** Nearest first by walking time; {@code openOnly} leaves out those known to be closed. */
  List<AedView> nearest(LngLat from, int limit, Instant at, boolean openOnly) {
    List<AedMatch> found =
        openOnly ? finder.nearestOpen(from, limit, at) : finder.nearest(from, limit, at);
    return found.stream().map(this::view).toList();
  }

  /** A page by id, after {@code cursor}. */
  Page<AedView> page(@Nullable String cursor, int limit, Instant at, boolean openOnly) {
    List<AedView> items =
        infos.values().stream()
            .filter(aed -> cursor == null || aed.site().id().compareTo(cursor) > 0)
            .sorted(Comparator.comparing(aed -> aed.site().id()))
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
