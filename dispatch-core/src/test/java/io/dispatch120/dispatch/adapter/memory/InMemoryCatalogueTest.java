package io.dispatch120.dispatch.adapter.memory;

import io.dispatch120.dispatch.journal.CatalogueContract;
import io.dispatch120.dispatch.journal.StoragePorts;
import java.time.InstantSource;

class InMemoryCatalogueTest extends CatalogueContract {
  private final InMemoryStorage storage = new InMemoryStorage(InstantSource.system());

  @Override
  protected StoragePorts ports() {
    return storage;
  }

  @Override
  protected boolean refusesUnknownStations() {
    return false;
  }
}
