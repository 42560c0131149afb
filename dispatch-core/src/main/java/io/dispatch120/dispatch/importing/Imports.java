package io.dispatch120.dispatch.importing;

import io.dispatch120.dispatch.api.Actor;
import io.dispatch120.dispatch.api.Catalogue;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.PlaceInfo;
import io.dispatch120.dispatch.api.ResponderInfo;
import io.dispatch120.dispatch.importing.ImportPlan.Ready;
import io.dispatch120.dispatch.importing.mapping.ListKind;
import io.dispatch120.dispatch.journal.CatalogueEdit;
import io.dispatch120.dispatch.journal.CatalogueStore;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Brings lists in: reads what there is, compares on a worker, writes in one transaction. When
 * another edit comes in between, all of it is done again, so a report is always true. Thread-safe.
 */
public final class Imports {
  /** Edits are rare; who loses this often meets a fault. */
  private static final int TRIES = 5;

  private final CatalogueStore store;
  private final ListImporter importer;
  private final Executor workers;
  private final Supplier<Instant> now;
  private final Supplier<UUID> ids;
  private final Settled settled;

  /** Waits until what was written can be seen where this is. */
  @FunctionalInterface
  public interface Settled {
    Future<Void> until(CenterId center, long seq);
  }

  /**
   * @param workers for long work
   * @param ids makes a new one for every edit
   * @param settled awaited before an import is said to be done
   */
  public Imports(
      CatalogueStore store,
      ListImporter importer,
      Executor workers,
      Supplier<Instant> now,
      Supplier<UUID> ids,
      Settled settled) {
    this.store = store;
    this.importer = importer;
    this.workers = workers;
    this.now = now;
    this.ids = ids;
    this.settled = settled;
  }

  /** What there is in a centre to compare with. Fails for an unknown centre. */
  public Future<Basis> basis(CenterId center, ListKind kind) {
    return store
        .revision(center)
        .compose(
            revision ->
                // All else is read after the revision: what comes in between makes the edit fail.
                Future.all(store.find(center), responders(center, kind), places(center, kind))
                    .map(
                        all ->
                            new Basis(
                                revision,
                                all.<Optional<Catalogue>>resultAt(0).orElseThrow(),
                                all.resultAt(1),
                                all.resultAt(2),
                                now.get())));
  }

  private Future<List<ResponderInfo>> responders(CenterId center, ListKind kind) {
    return kind == ListKind.RESPONDERS
        ? store.listResponders(center)
        : Future.succeededFuture(List.of());
  }

  private Future<List<PlaceInfo>> places(CenterId center, ListKind kind) {
    return kind == ListKind.GAZETTEER
        ? store.listPlaces(center)
        : Future.succeededFuture(List.of());
  }

  /** Goes through the list, and stores what it changes unless it is a dry run. */
  public Future<ImportPlan> run(
      CenterId center, Actor actor, ListInput input, IntConsumer progress) {
    return attempt(center, actor, input, progress, TRIES);
  }

  private Future<ImportPlan> attempt(
      CenterId center, Actor actor, ListInput input, IntConsumer progress, int tries) {
    return basis(center, input.kind())
        .compose(
            basis ->
                planned(input, basis, progress)
                    .compose(
                        plan -> {
                          if (!(plan instanceof Ready ready)
                              || input.dryRun()
                              || ready.parts().entries() == 0) {
                            return Future.succeededFuture(plan);
                          }
                          return apply(center, actor, basis.revision(), ready.parts())
                              .compose(
                                  done -> {
                                    if (done) {
                                      return Future.succeededFuture(plan);
                                    }
                                    return tries > 1
                                        ? attempt(center, actor, input, progress, tries - 1)
                                        : overtaken();
                                  });
                        }));
  }

  private Future<ImportPlan> planned(ListInput input, Basis basis, IntConsumer progress) {
    Promise<ImportPlan> planned = Promise.promise();
    workers.execute(
        () -> {
          try {
            planned.complete(importer.plan(input, basis, progress));
          } catch (RuntimeException bug) {
            planned.fail(bug);
          }
        });
    return planned.future();
  }

  /**
   * Makes one edit of the AEDs by hand.
   *
   * @param edit from what there is to what is put; empty for nothing to do
   * @return what the edit was based on
   */
  public Future<Basis> editAeds(
      CenterId center, Actor actor, Function<Basis, Optional<CatalogueEdit.Parts>> edit) {
    return edit(center, actor, ListKind.AEDS, edit, TRIES);
  }

  /**
   * Makes one edit of the hospitals by hand.
   *
   * @param edit from what there is to what is put; empty for nothing to do
   * @return what the edit was based on
   */
  public Future<Basis> editHospitals(
      CenterId center, Actor actor, Function<Basis, Optional<CatalogueEdit.Parts>> edit) {
    return edit(center, actor, ListKind.HOSPITALS, edit, TRIES);
  }

  private Future<Basis> edit(
      CenterId center,
      Actor actor,
      ListKind kind,
      Function<Basis, Optional<CatalogueEdit.Parts>> edit,
      int tries) {
    return basis(center, kind)
        .compose(
            basis -> {
              Optional<CatalogueEdit.Parts> parts = edit.apply(basis);
              if (parts.isEmpty()) {
                return Future.succeededFuture(basis);
              }
              return apply(center, actor, basis.revision(), parts.get())
                  .compose(
                      done ->
                          done
                              ? Future.succeededFuture(basis)
                              : tries > 1
                                  ? edit(center, actor, kind, edit, tries - 1)
                                  : overtaken());
            });
  }

  private static <T> Future<T> overtaken() {
    return Future.failedFuture(
        new IllegalStateException("the catalogue changed " + TRIES + " times meanwhile"));
  }

  /**
   * Writes an edit; completes once it can be seen here.
   *
   * @return false, and nothing is changed, when the catalogue is no longer at {@code revision}
   */
  private Future<Boolean> apply(
      CenterId center, Actor actor, long revision, CatalogueEdit.Parts parts) {
    return store
        .apply(center, new CatalogueEdit(ids.get(), actor, revision, parts))
        .compose(
            (Optional<Long> seq) ->
                seq.isEmpty()
                    ? Future.succeededFuture(false)
                    : settled.until(center, seq.get()).map(seen -> true));
  }
}
