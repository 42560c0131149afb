package io.dispatch120.dispatch.edge;

import io.dispatch120.dispatch.api.AedView;
import io.dispatch120.dispatch.api.Catalogue.CenterInfo;
import io.dispatch120.dispatch.board.Board;
import io.dispatch120.dispatch.node.CenterNode;
import io.dispatch120.dispatch.node.DispatchNode;
import io.dispatch120.dispatch.view.AedViews;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.ServiceArea;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Answers citizens who look for an AED: from the centre in whose area they stand. Thread-safe. */
final class AedDesk {
  private final DispatchNode node;
  private final Function<CenterInfo, ServiceArea> areas;
  private final InstantSource clock;
  private final Map<CenterInfo, ServiceArea> known = new ConcurrentHashMap<>();

  AedDesk(DispatchNode node, Function<CenterInfo, ServiceArea> areas, InstantSource clock) {
    this.node = node;
    this.areas = areas;
    this.clock = clock;
  }

  /** Nearest first; none outside every centre. Without their custodians. */
  List<AedView> find(LngLat near, int limit) {
    return node.listCenters().stream()
        .map(CenterNode::board)
        .filter(board -> serves(board, near))
        .findFirst()
        .map(
            board ->
                board.aeds().nearest(near, limit, clock.instant()).stream()
                    .map(AedViews::of)
                    .toList())
        .orElse(List.of());
  }

  private boolean serves(Board board, LngLat place) {
    CenterInfo center = board.catalogue().center();
    return center.serviceArea().isEmpty() || known.computeIfAbsent(center, areas).contains(place);
  }
}
