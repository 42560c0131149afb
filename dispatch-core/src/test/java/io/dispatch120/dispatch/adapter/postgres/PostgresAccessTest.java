package io.dispatch120.dispatch.adapter.postgres;

import io.dispatch120.dispatch.journal.AccessContract;
import io.dispatch120.dispatch.journal.StoragePorts;

class PostgresAccessTest extends AccessContract {
  @Override
  protected StoragePorts ports() {
    return PostgresPorts.SHARED;
  }
}
