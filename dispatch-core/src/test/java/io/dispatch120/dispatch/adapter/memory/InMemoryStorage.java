package io.dispatch120.dispatch.adapter.memory;

import io.dispatch120.dispatch.access.LocatorTokens;
import io.dispatch120.dispatch.codec.KeyRing;
import io.dispatch120.dispatch.journal.StoragePorts;
import java.time.InstantSource;

/** Every port over one memory; time is handed in, so that a simulation can own it. */
public final class InMemoryStorage implements StoragePorts {
  private final KeyRing keys = new KeyRing(new byte[32]);
  private final InMemoryState state;
  private final InstantSource clock;
  private final InMemorySessionStore sessions;
  private final InMemoryUserStore users = new InMemoryUserStore();
  private final InMemoryTrackStore tracks = new InMemoryTrackStore();

  public InMemoryStorage(InstantSource clock) {
    this.clock = clock;
    this.state = new InMemoryState();
    this.sessions = new InMemorySessionStore(clock);
  }

  @Override
  public InMemoryJournal journal() {
    return new InMemoryJournal(state, clock);
  }

  @Override
  public InMemoryIncidentStore incidents() {
    return new InMemoryIncidentStore(state, keys);
  }

  @Override
  public InMemoryBoardSource boards() {
    return new InMemoryBoardSource(state, clock);
  }

  @Override
  public InMemoryTimerStore timers() {
    return new InMemoryTimerStore(state, clock);
  }

  @Override
  public InMemoryLinkStore links() {
    return new InMemoryLinkStore(state, clock, keys.locatorTokens());
  }

  @Override
  public InMemoryPageStore pages() {
    return new InMemoryPageStore(state, clock, keys.locatorTokens());
  }

  @Override
  public InMemoryCatalogueStore catalogues() {
    return new InMemoryCatalogueStore(state, clock);
  }

  @Override
  public InMemoryUserStore users() {
    return users;
  }

  @Override
  public InMemorySessionStore sessions() {
    return sessions;
  }

  @Override
  public InMemoryTrackStore tracks() {
    return tracks;
  }

  @Override
  public LocatorTokens tokens() {
    return keys.locatorTokens();
  }
}
