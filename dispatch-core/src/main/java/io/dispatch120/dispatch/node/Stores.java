package io.dispatch120.dispatch.node;

import io.dispatch120.dispatch.fleet.TrackStore;
import io.dispatch120.dispatch.journal.BoardSource;
import io.dispatch120.dispatch.journal.CatalogueStore;
import io.dispatch120.dispatch.journal.IncidentStore;
import io.dispatch120.dispatch.journal.Journal;
import io.dispatch120.dispatch.journal.TimerStore;

/** The storage ports a node works on. */
public record Stores(
    Journal journal,
    IncidentStore incidents,
    BoardSource pictures,
    TimerStore timers,
    TrackStore tracks,
    CatalogueStore catalogues) {}
