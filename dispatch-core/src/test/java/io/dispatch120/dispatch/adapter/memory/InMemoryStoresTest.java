package io.dispatch120.dispatch.adapter.memory;

import io.dispatch120.dispatch.journal.StoragePorts;
import io.dispatch120.dispatch.journal.StoresContract;
import java.time.InstantSource;

class InMemoryStoresTest extends StoresContract {
  private final InMemoryStorage storage = new InMemoryStorage(InstantSource.system());

  @Override
  protected StoragePorts ports() {
    return storage;
  }
}
