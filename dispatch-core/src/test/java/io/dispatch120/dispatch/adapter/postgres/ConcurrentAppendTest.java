package io.dispatch120.dispatch.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.adapter.postgres.JournalVerifier.Result.Intact;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.journal.AppendCommand;
import io.dispatch120.dispatch.journal.AppendOutcome;
import io.dispatch120.dispatch.journal.AppendOutcome.Committed;
import io.dispatch120.dispatch.journal.AppendOutcome.Conflict;
import io.dispatch120.dispatch.journal.JournalContract;
import io.dispatch120.dispatch.journal.Scenario;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many appends at a time, over eight connections, as several nodes send them. */
class ConcurrentAppendTest {
  private final TestDatabase database = TestDatabase.migrated();
  private final PostgresStorage storage = database.storage();
  private final List<CenterId> centers = List.of(new CenterId("one"), new CenterId("two"));

  @BeforeEach
  void seed() {
    for (CenterId center : centers) {
      JournalContract.await(storage.catalogues().seed(Scenario.catalogue(center, 12)));
    }
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void numbersEveryEntryOnceInTheOrderOfCommits() {
    List<Future<List<AppendOutcome>>> appends = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      for (CenterId center : centers) {
        List<AppendCommand> commands = new ArrayList<>();
        for (int k = 0; k <= i % 4; k++) {
          commands.add(Scenario.receiveCall(center, id()));
        }
        appends.add(storage.journal().append(center, commands));
      }
    }
    appends.forEach(
        append -> assertThat(JournalContract.await(append)).allMatch(o -> o instanceof Committed));

    for (CenterId center : centers) {
      assertThat(JournalContract.await(storage.verifier().verify(center)))
          .isInstanceOf(Intact.class)
          .extracting("entries")
          .isEqualTo(1L + 250 * 4);
    }
  }

  @Test
  void givesAUnitToOneOfFiftyWhoWantIt() {
    CenterId center = centers.get(0);
    List<IncidentId> incidents = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      IncidentId incident = id();
      incidents.add(incident);
      JournalContract.await(
          storage.journal().append(center, List.of(Scenario.receiveCall(center, incident))));
    }
    List<Future<List<AppendOutcome>>> assigns = new ArrayList<>();
    for (IncidentId incident : incidents) {
      assigns.add(
          storage
              .journal()
              .append(center, List.of(Scenario.assignBlindly(incident, Scenario.unit(1)))));
    }
    List<AppendOutcome> outcomes =
        assigns.stream().map(a -> JournalContract.await(a).get(0)).toList();

    assertThat(outcomes).filteredOn(o -> o instanceof Committed).hasSize(1);
    assertThat(outcomes).filteredOn(new Conflict("unit A01")::equals).hasSize(49);
    assertThat(JournalContract.await(storage.verifier().verify(center))).isInstanceOf(Intact.class);
  }

  @Test
  void obeysACommandOnceHoweverOftenItIsSentAtOnce() {
    CenterId center = centers.get(0);
    AppendCommand call = Scenario.receiveCall(center, id());
    List<Future<List<AppendOutcome>>> appends = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      appends.add(storage.journal().append(center, List.of(call)));
    }
    List<AppendOutcome> outcomes =
        appends.stream().map(a -> JournalContract.await(a).get(0)).toList();

    assertThat(outcomes).filteredOn(o -> o instanceof Committed).hasSize(1);
    assertThat(outcomes).filteredOn(new AppendOutcome.Replayed(2, 5)::equals).hasSize(19);
  }

  private static IncidentId id() {
    return new IncidentId(UUID.randomUUID().toString());
  }
}
