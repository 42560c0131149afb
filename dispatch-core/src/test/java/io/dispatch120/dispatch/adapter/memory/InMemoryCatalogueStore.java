package io.dispatch120.dispatch.adapter.memory;

import io.dispatch120.dispatch.adapter.memory.InMemoryState.Center;
import io.dispatch120.dispatch.api.Actor;
import io.dispatch120.dispatch.api.Catalogue;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.PlaceInfo;
import io.dispatch120.dispatch.api.ResponderInfo;
import io.dispatch120.dispatch.journal.CatalogueChanged;
import io.dispatch120.dispatch.journal.CatalogueEdit;
import io.dispatch120.dispatch.journal.CatalogueStore;
import io.dispatch120.dispatch.journal.JournalEntry;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

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

  @Override
  public Future<Long> revision(CenterId center) {
    synchronized (state) {
      return Future.succeededFuture(state.center(center).revision);
    }
  }

  @Override
  public Future<List<ResponderInfo>> listResponders(CenterId center) {
    synchronized (state) {
      return Future.succeededFuture(List.copyOf(state.center(center).responders.values()));
    }
  }

  @Override
  public Future<List<PlaceInfo>> listPlaces(CenterId center) {
    synchronized (state) {
      return Future.succeededFuture(List.copyOf(state.center(center).places.values()));
    }
  }

  @Override
  public Future<Optional<Long>> apply(CenterId id, CatalogueEdit edit) {
    synchronized (state) {
      Center center = state.center(id);
      if (center.revision != edit.basedOn()) {
        return Future.succeededFuture(Optional.empty());
      }
      CatalogueEdit.Parts parts = edit.parts();
      Catalogue before = center.catalogue;
      center.catalogue =
          new Catalogue(
              before.center(),
              put(before.stations(), parts.stations(), s -> s.id().value(), List.of()),
              put(before.units(), parts.units(), u -> u.id().value(), List.of()),
              put(before.hospitals(), parts.hospitals(), h -> h.id().value(), List.of()),
              put(before.aeds(), parts.aeds(), a -> a.site().id(), parts.removedAeds()));
      parts.responders().forEach(r -> center.responders.put(r.id(), r));
      parts.places().forEach(p -> center.places.put(p.id(), p));
      center.revision++;
      Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      long seq = center.entries.size() + 1L;
      center.entries.add(
          new JournalEntry(
              id,
              seq,
              edit.id(),
              now,
              now,
              edit.actor(),
              null,
              null,
              new CatalogueChanged(parts.catalogue(), parts.entries())));
      return Future.succeededFuture(Optional.of(seq));
    }
  }

  private static <T> List<T> put(
      List<T> before, List<T> put, Function<T, String> id, List<String> removed) {
    Map<String, T> all = new TreeMap<>();
    before.forEach(one -> all.put(id.apply(one), one));
    put.forEach(one -> all.put(id.apply(one), one));
    removed.forEach(all::remove);
    return List.copyOf(all.values());
  }
}
