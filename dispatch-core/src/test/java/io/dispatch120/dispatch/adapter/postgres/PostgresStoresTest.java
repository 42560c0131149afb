package io.dispatch120.dispatch.adapter.postgres;

import io.dispatch120.dispatch.journal.StoragePorts;
import io.dispatch120.dispatch.journal.StoresContract;

class PostgresStoresTest extends StoresContract {
  @Override
  protected StoragePorts ports() {
    return PostgresPorts.SHARED;
  }
}
