package io.dispatch120.dispatch.adapter.memory;

import io.dispatch120.dispatch.adapter.memory.InMemoryState.Center;
import io.dispatch120.dispatch.api.Actor;
import io.dispatch120.dispatch.api.Catalogue;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.journal.CatalogueChanged;
import io.dispatch120.dispatch.journal.CatalogueStore;
import io.dispatch120.dispatch.journal.JournalEntry;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Catalogues in memory. */
public final class InMemoryCatalogueStore implements CatalogueStore {
  private final InMemoryState state;
  private final InstantSource clock;

  InMemoryCatalogueStore(InMemoryState state, InstantSource clock) {
    this.state = state;
    this.clock = clock;
  }

  @Override
  public Future<List<CenterId>> listCenters() {
    synchronized (state) {
      return Future.succeededFuture(List.copyOf(state.centers().keySet()));
    }
  }

  @Override
  public Future<Optional<Catalogue>> find(CenterId center) {
    synchronized (state) {
      return Future.succeededFuture(
          Optional.ofNullable(state.centers().get(center)).map(found -> found.catalogue));
    }
  }

  @Override
  public Future<Boolean> seed(Catalogue catalogue) {
    synchronized (state) {
      CenterId id = catalogue.center().id();
      Center center = new Center(catalogue);
      if (state.centers().putIfAbsent(id, center) != null) {
        return Future.succeededFuture(false);
      }
      int entries =
          catalogue.stations().size()
              + catalogue.units().size()
              + catalogue.hospitals().size()
              + catalogue.aeds().size();
      Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      center.entries.add(
          new JournalEntry(
              id,
              1,
              UUID.nameUUIDFromBytes(("seed/" + id).getBytes(StandardCharsets.UTF_8)),
              now,
              now,
              Actor.system("seed"),
              null,
              null,
              new CatalogueChanged("center", entries)));
      return Future.succeededFuture(true);
    }
  }
}
