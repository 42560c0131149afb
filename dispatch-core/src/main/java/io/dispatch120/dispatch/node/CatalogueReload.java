package io.dispatch120.dispatch.node;

import io.dispatch120.dispatch.api.Catalogue;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.board.LiveBoard;
import io.dispatch120.dispatch.board.LiveBoard.CatalogueInUse;
import io.dispatch120.dispatch.journal.BoardSource.Picture;
import io.dispatch120.dispatch.node.CenterNode.NodeParts;
import io.dispatch120.geo.api.TravelTimes;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import java.time.Duration;

/**
 * Exchanges the catalogue in use after a change. One load at a time, so that an older one never
 * comes last; a load that fails, or that a new unit has overtaken, is made again. Used on the loop.
 */
final class CatalogueReload {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final CenterId id;
  private final LiveBoard board;
  private final TravelTimes travelTimes;
  private final NodeParts parts;
  private final Runnable exchanged;
  private boolean loading;
  private boolean again;

  private record Loaded(Catalogue catalogue, Picture picture) {}

  /**
   * @param exchanged run after every exchange
   */
  CatalogueReload(LiveBoard board, TravelTimes travelTimes, NodeParts parts, Runnable exchanged) {
    this.id = board.center();
    this.board = board;
    this.travelTimes = travelTimes;
    this.parts = parts;
    this.exchanged = exchanged;
  }

  void reload() {
    if (loading) {
      again = true;
      return;
    }
    loading = true;
    again = false;
    load().onComplete(end -> parts.loop().execute(() -> take(end)));
  }

  private Future<Loaded> load() {
    Stores stores = parts.stores();
    return stores
        .catalogues()
        .find(id)
        .compose(
            found ->
                stores
                    .pictures()
                    .load(id)
                    .map(picture -> new Loaded(found.orElseThrow(), picture)));
  }

  private void take(AsyncResult<Loaded> end) {
    loading = false;
    if (end.failed()) {
      parts.watch().fault(end.cause());
      parts.loop().after(PAUSE, this::reload);
      return;
    }
    Catalogue catalogue = end.result().catalogue();
    boolean whole =
        board.use(
            new CatalogueInUse(catalogue, parts.aedFinder().apply(catalogue, travelTimes)),
            end.result().picture());
    exchanged.run();
    if (again || !whole) {
      reload();
    }
  }
}
