package io.dispatch120.dispatch.node;

import static io.dispatch120.dispatch.journal.StorageContract.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.adapter.cluster.VertxLoop;
import io.dispatch120.dispatch.adapter.postgres.PostgresPorts;
import io.dispatch120.dispatch.adapter.postgres.TestDatabase;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.PreAlertKind;
import io.dispatch120.dispatch.board.DatabaseClock;
import io.dispatch120.dispatch.command.CommandRequest;
import io.dispatch120.dispatch.command.CommandResult;
import io.dispatch120.dispatch.command.SmsPort.Sms;
import io.dispatch120.dispatch.command.TextMessages;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.journal.JournalEntry;
import io.dispatch120.dispatch.journal.Scenario;
import io.dispatch120.dispatch.journal.StorageUnavailable;
import io.dispatch120.dispatch.road.BridgeRoads;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Two nodes that page, over one real PostgreSQL; one stops between taking and settling. */
class TwoNodesPagingTest {
  private static final CenterId CENTER = new CenterId("paging");

  private final JoinedBuses buses = new JoinedBuses();

  private DispatchNode node(Vertx vertx, TestDatabase database, TextMessages texts) {
    PostgresPorts ports = PostgresPorts.on(vertx, database);
    patiently(() -> ports.catalogues().listCenters());
    DispatchNode node =
        TestNode.of(
            ports,
            new VertxLoop(vertx, ((VertxInternal) vertx).createEventLoopContext()),
            ForkJoinPool.commonPool(),
            new DatabaseClock(System::nanoTime, Instant.EPOCH),
            buses.join("node" + vertx.hashCode()),
            new BridgeRoads(),
            texts);
    await(node.start());
    return node;
  }

  private static Incident does(DispatchNode node, Command command) {
    CommandRequest request =
        new CommandRequest(UUID.randomUUID(), "body", CENTER, Scenario.DISPATCHER, null, command);
    CommandResult result = patiently(() -> node.execute(request));
    assertThat(result).isInstanceOf(CommandResult.Done.class);
    return ((CommandResult.Done) result).incident().orElseThrow();
  }

  @Test
  void whatADeadNodeHadTakenIsSentAgainUnderTheSameIdAndSettledOnce() {
    Vertx first = Vertx.vertx();
    Vertx second = Vertx.vertx();
    try (TestDatabase database = TestDatabase.migrated()) {
      PostgresPorts ports = new PostgresPorts(database);
      patiently(() -> ports.catalogues().listCenters());
      await(ports.catalogues().seed(Scenario.withHospital(Scenario.catalogue(CENTER, 3))));
      TextMessages dying = new TextMessages();
      TextMessages living = new TextMessages();
      living.ready = false;
      Promise<Void> hanging = Promise.promise();
      dying.ends.add(hanging::future);
      DispatchNode taker = node(first, database, dying);
      DispatchNode other = node(second, database, living);

      Incident incident = does(taker, QuietCenter.call(false));
      does(
          taker,
          new Command.SendPreAlert(
              incident.patients().get(0).id(),
              new HospitalId("h1"),
              PreAlertKind.STROKE,
              null,
              null,
              null));
      eventually(() -> assertThat(dying.sent).hasSize(1));
      living.ready = true;
      // The process is gone: its connections, its timers, and what it would have written.
      await(first.close());
      Awaitility.await()
          .during(Duration.ofSeconds(1))
          .atMost(Duration.ofSeconds(3))
          .untilAsserted(() -> assertThat(living.sent).isEmpty());
      database.execute("update page set next_try_at = next_try_at - interval '15 seconds'");

      eventually(() -> assertThat(living.sent).hasSize(1));
      assertThat(living.sent).extracting(Sms::id).containsExactly(dying.sent.get(0).id());
      eventually(() -> assertThat(delivered(ports, incident)).isEqualTo(1));
      hanging.complete();
      database.execute("update page set waiting = true, next_try_at = clock_timestamp()");
      // Even a row that says otherwise settles nothing twice, and the hospital is not paged again.
      Awaitility.await()
          .during(Duration.ofSeconds(1))
          .atMost(Duration.ofSeconds(3))
          .untilAsserted(() -> assertThat(living.sent).hasSize(1));
      assertThat(delivered(ports, incident)).isEqualTo(1);
      await(other.stop());
    } finally {
      await(first.close());
      await(second.close());
    }
  }

  /** A machine that builds something else as well may be slow to open the first connections. */
  private static <T> T patiently(Supplier<Future<T>> work) {
    for (int i = 0; i < 10; i++) {
      try {
        return await(work.get());
      } catch (StorageUnavailable slow) {
        // Asked again; a command goes under the same id.
      }
    }
    return await(work.get());
  }

  private static void eventually(org.awaitility.core.ThrowingRunnable condition) {
    Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(condition);
  }

  private static long delivered(PostgresPorts ports, Incident incident) {
    List<JournalEntry> entries =
        patiently(() -> ports.incidents().listEntries(CENTER, incident.id()));
    return entries.stream().filter(e -> e.event().type().equals("page_delivered")).count();
  }
}
