package io.dispatch120.dispatch.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.journal.AppendOutcome;
import io.dispatch120.dispatch.journal.JournalContract;
import io.dispatch120.dispatch.journal.Scenario;
import io.dispatch120.dispatch.journal.StorageUnavailable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetSocket;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A wire between the product and PostgreSQL that can be cut or fall silent. */
class PostgresFaultsTest {
  private final TestDatabase database = TestDatabase.migrated();
  private final Vertx vertx = database.vertx();
  private final CenterId center = new CenterId("center");
  private final AtomicBoolean silent = new AtomicBoolean();
  private final AtomicBoolean cutAnswers = new AtomicBoolean();
  private PostgresStorage storage;

  @BeforeEach
  void wire() {
    int port =
        JournalContract.await(
                vertx.createNetServer().connectHandler(this::relay).listen(0, "127.0.0.1"))
            .actualPort();
    PostgresConfig real = database.config();
    PostgresConfig wired =
        new PostgresConfig("127.0.0.1", port, real.user(), real.password(), real.database());
    storage = new PostgresStorage(PostgresPool.open(vertx, wired, 4), database.keys());
    JournalContract.await(storage.catalogues().seed(Scenario.catalogue(center, 2)));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void relay(NetSocket client) {
    client.pause();
    vertx
        .createNetClient()
        .connect(database.config().port(), "127.0.0.1")
        .onSuccess(
            server -> {
              client.handler(bytes -> server.write(bytes));
              server.handler(
                  bytes -> {
                    if (cutAnswers.get()) {
                      client.close();
                    } else if (!silent.get()) {
                      client.write(bytes);
                    }
                  });
              client.closeHandler(gone -> server.close());
              server.closeHandler(gone -> client.close());
              client.resume();
            });
  }

  @Test
  void leavesItOpenWhetherAnAppendIsStoredWhenItsAnswerIsLost() {
    var call = Scenario.receiveCall(center, new IncidentId("i-1"));
    cutAnswers.set(true);

    StorageUnavailable fault = fails(storage.journal().append(center, List.of(call)));
    assertThat(fault.outcomeUnknown()).isTrue();

    cutAnswers.set(false);
    Awaitility.await()
        .ignoreException(StorageUnavailable.class)
        .until(
            () ->
                JournalContract.await(storage.journal().append(center, List.of(call)))
                    .equals(List.of(new AppendOutcome.Replayed(2, 5))));
  }

  @Test
  void knowsThatNothingIsStoredWhenThereIsNoConnection() {
    PostgresConfig nowhere = new PostgresConfig("127.0.0.1", 1, "u", "p", "d");
    PostgresStorage away =
        new PostgresStorage(PostgresPool.open(vertx, nowhere, 2), database.keys());
    Instant start = Instant.now();

    StorageUnavailable fault =
        fails(
            away.journal()
                .append(center, List.of(Scenario.receiveCall(center, new IncidentId("i")))));

    assertThat(fault.outcomeUnknown()).isFalse();
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void givesUpOnASilentServerAndComesBackByItself() {
    silent.set(true);
    List<Future<?>> stuck = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      stuck.add(storage.journal().head(center));
    }
    for (Future<?> one : stuck) {
      assertThat(fails(one).outcomeUnknown()).isFalse();
    }
    silent.set(false);

    Awaitility.await()
        .atMost(Duration.ofSeconds(15))
        .ignoreException(StorageUnavailable.class)
        .until(() -> JournalContract.await(storage.journal().head(center)).seq() == 1);
  }

  @Test
  void comesBackAfterItsConnectionsWereKilled() {
    database.execute(
        "select pg_terminate_backend(pid) from pg_stat_activity"
            + " where application_name = 'dispatch120'");

    Awaitility.await()
        .ignoreException(StorageUnavailable.class)
        .until(() -> JournalContract.await(storage.journal().head(center)).seq() == 1);
  }

  @Test
  void doesNotWaitForeverForACentreThatSomebodyHolds() {
    Future<Object> held =
        database
            .pool()
            .transaction(
                db ->
                    db.query("select 1 from journal_head for update")
                        .execute()
                        .compose(
                            locked ->
                                storage
                                    .journal()
                                    .append(
                                        center,
                                        List.of(Scenario.receiveCall(center, new IncidentId("i"))))
                                    .map(done -> (Object) "appended")
                                    .otherwise(fault -> fault)));

    assertThat(JournalContract.await(held))
        .isInstanceOfSatisfying(
            StorageUnavailable.class, fault -> assertThat(fault.outcomeUnknown()).isFalse());
  }

  @Test
  void erasesAPersonWithTheKeyOfTheIncident() {
    IncidentId incident = new IncidentId(UUID.randomUUID().toString());
    JournalContract.await(
        storage.journal().append(center, List.of(Scenario.receiveCall(center, incident))));

    database.execute("delete from incident_key");

    PostgresStorage fresh = new PostgresStorage(database.pool(), database.keys());
    var found = JournalContract.await(fresh.incidents().find(center, incident)).orElseThrow();
    assertThat(found.calls().get(0).phone()).isEqualTo(io.dispatch120.dispatch.api.Personal.ERASED);
    assertThat(
            JournalContract.await(
                    database.pool().read("select count(*) from phone_index", Tuple.tuple()))
                .iterator()
                .next()
                .getLong(0))
        .isZero();
    assertThat(JournalContract.await(fresh.verifier().verify(center)))
        .isInstanceOf(JournalVerifier.Result.Intact.class);
  }

  private static StorageUnavailable fails(Future<?> future) {
    return catchThrowableOfType(StorageUnavailable.class, () -> JournalContract.await(future));
  }
}
