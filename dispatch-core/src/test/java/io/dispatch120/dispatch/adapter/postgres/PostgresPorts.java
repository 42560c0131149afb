package io.dispatch120.dispatch.adapter.postgres;

import io.dispatch120.dispatch.access.LocatorTokens;
import io.dispatch120.dispatch.access.SessionStore;
import io.dispatch120.dispatch.access.UserStore;
import io.dispatch120.dispatch.fleet.TrackStore;
import io.dispatch120.dispatch.journal.BoardSource;
import io.dispatch120.dispatch.journal.CatalogueStore;
import io.dispatch120.dispatch.journal.IncidentStore;
import io.dispatch120.dispatch.journal.Journal;
import io.dispatch120.dispatch.journal.LinkStore;
import io.dispatch120.dispatch.journal.PageStore;
import io.dispatch120.dispatch.journal.StoragePorts;
import io.dispatch120.dispatch.journal.TimerStore;
import io.vertx.core.Vertx;

/** The ports on a test database that all suites share; each test makes a centre of its own. */
public final class PostgresPorts implements StoragePorts {
  private static final TestDatabase DATABASE = TestDatabase.migrated();
  static final PostgresPorts SHARED = new PostgresPorts(DATABASE);

  private final PostgresStorage storage;
  private final LocatorTokens tokens;

  public PostgresPorts(TestDatabase database) {
    this(database.storage(), database);
  }

  private PostgresPorts(PostgresStorage storage, TestDatabase database) {
    this.storage = storage;
    this.tokens = database.keys().locatorTokens();
  }

  /** The same database over connections of its own. */
  public static PostgresPorts on(Vertx vertx, TestDatabase database) {
    PostgresPool pool = PostgresPool.open(vertx, database.config(), 8);
    return new PostgresPorts(new PostgresStorage(pool, database.keys()), database);
  }

  /** Makes a row of the shared database look older. */
  static void age(String table, String column, String id, String by) {
    DATABASE.execute(
        String.format(
            "update %s set %s = %s - interval '%s' where id = '%s'",
            table, column, column, by, id));
  }

  @Override
  public Journal journal() {
    return storage.journal();
  }

  @Override
  public IncidentStore incidents() {
    return storage.incidents();
  }

  @Override
  public BoardSource boards() {
    return storage.boards();
  }

  @Override
  public TimerStore timers() {
    return storage.timers();
  }

  @Override
  public LinkStore links() {
    return storage.links();
  }

  @Override
  public PageStore pages() {
    return storage.pages();
  }

  @Override
  public CatalogueStore catalogues() {
    return storage.catalogues();
  }

  @Override
  public UserStore users() {
    return storage.users();
  }

  @Override
  public SessionStore sessions() {
    return storage.sessions();
  }

  @Override
  public TrackStore tracks() {
    return storage.tracks();
  }

  @Override
  public LocatorTokens tokens() {
    return tokens;
  }
}
