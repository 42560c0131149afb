package io.dispatch120.dispatch.node;

import io.dispatch120.dispatch.api.Catalogue;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.board.LiveBoard;
import io.dispatch120.dispatch.board.LiveBoard.CatalogueInUse;
import io.dispatch120.dispatch.journal.BoardSource.Picture;
import io.dispatch120.dispatch.query.Workers;
import io.dispatch120.geo.api.TravelTimes;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

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
  private final List<Promise<Void>> waiting = new ArrayList<>();
  private boolean wanted;
  private boolean loading;
  private boolean again;

  private record Loaded(CatalogueInUse inUse, Picture picture) {}

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

  /** Completes once no change is waiting to be taken into use. May be called on any thread. */
  Future<Void> settled() {
    Promise<Void> settled = Promise.promise();
    parts
        .loop()
        .execute(
            () -> {
              if (wanted) {
                waiting.add(settled);
              } else {
                settled.complete();
              }
            });
    return settled.future();
  }

  void reload() {
    wanted = true;
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
                prepare(found.orElseThrow(), travelTimes, parts)
                    .compose(
                        inUse ->
                            stores.pictures().load(id).map(picture -> new Loaded(inUse, picture))));
  }

  /** On a worker: reading the opening hours of twenty thousand AEDs takes seconds. */
  static Future<CatalogueInUse> prepare(
      Catalogue catalogue, TravelTimes travelTimes, NodeParts parts) {
    return Workers.ask(
        parts.workers(),
        () ->
            new CatalogueInUse(
                catalogue,
                parts.aedFinder().apply(catalogue, travelTimes),
                parts.hospitalServices().apply(catalogue)));
  }

  private void take(AsyncResult<Loaded> end) {
    loading = false;
    if (end.failed()) {
      parts.watch().fault(end.cause());
      parts.loop().after(PAUSE, this::reload);
      return;
    }
    boolean whole = board.use(end.result().inUse(), end.result().picture());
    exchanged.run();
    if (again || !whole) {
      reload();
      return;
    }
    wanted = false;
    List<Promise<Void>> done = List.copyOf(waiting);
    waiting.clear();
    done.forEach(Promise::complete);
  }
}
