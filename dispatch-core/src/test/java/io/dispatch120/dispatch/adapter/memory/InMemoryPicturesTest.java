package io.dispatch120.dispatch.adapter.memory;

import io.dispatch120.dispatch.journal.PicturesContract;
import io.dispatch120.dispatch.journal.StoragePorts;
import java.time.InstantSource;

class InMemoryPicturesTest extends PicturesContract {
  private final InMemoryStorage storage = new InMemoryStorage(InstantSource.system());

  @Override
  protected StoragePorts ports() {
    return storage;
  }
}
