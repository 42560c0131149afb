package io.dispatch120.dispatch.adapter.postgres;

import io.dispatch120.dispatch.codec.KeyRing;
import java.util.concurrent.Executor;

/** Every port on one pool, sharing the keys that have been unwrapped. */
public final class PostgresStorage {
  private final PostgresPool pool;
  private final IncidentKeys keys;

  public PostgresStorage(PostgresPool pool, KeyRing ring) {
    this.pool = pool;
    this.keys = new IncidentKeys(pool, ring);
  }

  public PostgresJournal journal() {
    return new PostgresJournal(pool, keys);
  }

  public PostgresIncidentStore incidents() {
    return new PostgresIncidentStore(pool, keys);
  }

  public PostgresBoardSource boards() {
    return new PostgresBoardSource(pool, keys);
  }

  public PostgresTimerStore timers() {
    return new PostgresTimerStore(pool);
  }

  public PostgresLinkStore links() {
    return new PostgresLinkStore(pool);
  }

  public PostgresPageStore pages() {
    return new PostgresPageStore(pool);
  }

  public PostgresUserStore users() {
    return new PostgresUserStore(pool);
  }

  public PostgresSessionStore sessions() {
    return new PostgresSessionStore(pool);
  }

  public PostgresTrackStore tracks() {
    return new PostgresTrackStore(pool);
  }

  public PostgresCatalogueStore catalogues() {
    return new PostgresCatalogueStore(pool, keys);
  }

  /**
   * @param workers seal and open; a large file takes some milliseconds
   */
  public PostgresEcgStore ecgs(Executor workers) {
    return new PostgresEcgStore(pool, keys, workers);
  }

  public PostgresCaseStore cases() {
    return new PostgresCaseStore(pool);
  }

  public JournalVerifier verifier() {
    return new JournalVerifier(pool);
  }
}
