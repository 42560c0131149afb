package io.dispatch120.dispatch.journal;

import io.dispatch120.dispatch.api.Catalogue;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.PlaceInfo;
import io.dispatch120.dispatch.api.ResponderInfo;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** The catalogues of every centre. Thread-safe. */
public interface CatalogueStore {
  Future<List<CenterId>> listCenters();

  /** Empty for an unknown centre. */
  Future<Optional<Catalogue>> find(CenterId center);

  /**
   * Makes the centre with its whole catalogue and its first journal entry ({@link
   * CatalogueChanged}), in one transaction and under the installation's seeding lock.
   *
   * @return false when the centre was there before; nothing is changed then
   */
  Future<Boolean> seed(Catalogue catalogue);

  /** The revision that {@link #apply} counts on: read before what an edit is based on. */
  Future<Long> revision(CenterId center);

  /** By id. */
  Future<List<ResponderInfo>> listResponders(CenterId center);

  /** By id. */
  Future<List<PlaceInfo>> listPlaces(CenterId center);

  /**
   * Makes an edit and its journal entry ({@link CatalogueChanged}) in one transaction.
   *
   * @return the sequence number of the entry; empty, and nothing is changed, when another edit came
   *     first
   */
  Future<Optional<Long>> apply(CenterId center, CatalogueEdit edit);
}
