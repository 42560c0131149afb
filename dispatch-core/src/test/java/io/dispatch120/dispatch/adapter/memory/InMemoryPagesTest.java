package io.dispatch120.dispatch.adapter.memory;

import io.dispatch120.dispatch.journal.PagesContract;
import io.dispatch120.dispatch.journal.StoragePorts;
import java.time.InstantSource;

class InMemoryPagesTest extends PagesContract {
  private final InMemoryStorage storage = new InMemoryStorage(InstantSource.system());

  @Override
  protected StoragePorts ports() {
    return storage;
  }
}
