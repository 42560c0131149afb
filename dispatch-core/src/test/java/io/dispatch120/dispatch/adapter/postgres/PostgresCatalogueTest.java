package io.dispatch120.dispatch.adapter.postgres;

import io.dispatch120.dispatch.journal.CatalogueContract;
import io.dispatch120.dispatch.journal.StoragePorts;

class PostgresCatalogueTest extends CatalogueContract {
  @Override
  protected StoragePorts ports() {
    return PostgresPorts.SHARED;
  }

  @Override
  protected boolean refusesUnknownStations() {
    return true;
  }
}
