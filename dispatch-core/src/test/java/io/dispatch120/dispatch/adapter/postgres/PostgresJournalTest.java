package io.dispatch120.dispatch.adapter.postgres;

import io.dispatch120.dispatch.journal.JournalContract;
import io.dispatch120.dispatch.journal.StoragePorts;

class PostgresJournalTest extends JournalContract {
  @Override
  protected StoragePorts ports() {
    return PostgresPorts.SHARED;
  }
}
