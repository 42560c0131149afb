package io.dispatch120.dispatch.journal;

import io.dispatch120.dispatch.access.LocatorTokens;
import io.dispatch120.dispatch.access.SessionStore;
import io.dispatch120.dispatch.access.UserStore;
import io.dispatch120.dispatch.fleet.TrackStore;

/** Every storage port of one technology, over the same data. */
public interface StoragePorts {
  Journal journal();

  IncidentStore incidents();

  BoardSource boards();

  TimerStore timers();

  LinkStore links();

  PageStore pages();

  CatalogueStore catalogues();

  UserStore users();

  SessionStore sessions();

  TrackStore tracks();

  LocatorTokens tokens();
}
