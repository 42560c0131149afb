package io.dispatch120.dispatch.adapter.postgres;

import io.dispatch120.dispatch.journal.PicturesContract;
import io.dispatch120.dispatch.journal.StoragePorts;

class PostgresPicturesTest extends PicturesContract {
  @Override
  protected StoragePorts ports() {
    return PostgresPorts.SHARED;
  }
}
