package io.dispatch120.dispatch.adapter.memory;

import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.journal.EcgStore;
import io.dispatch120.dispatch.journal.EcgStoreContract;
import io.dispatch120.dispatch.journal.StoragePorts;
import java.time.Instant;
import java.time.InstantSource;

class InMemoryEcgStoreTest extends EcgStoreContract {
  private final InMemoryStorage storage = new InMemoryStorage(InstantSource.system());
  private final InMemoryEcgStore ecgs = new InMemoryEcgStore(Instant::now);

  @Override
  protected StoragePorts ports() {
    return storage;
  }

  @Override
  protected EcgStore ecgs() {
    return ecgs;
  }

  @Override
  protected void erase(IncidentId incident) {
    ecgs.erase(incident);
  }
}
