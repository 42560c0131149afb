package io.dispatch120.dispatch.journal;

import io.dispatch120.dispatch.api.Catalogue;
import io.dispatch120.dispatch.api.CenterId;
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
}
