package io.dispatch120.dispatch.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dispatch120.dispatch.adapter.postgres.JournalVerifier.Result;
import io.dispatch120.dispatch.adapter.postgres.JournalVerifier.Result.Broken;
import io.dispatch120.dispatch.adapter.postgres.JournalVerifier.Result.Intact;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.journal.JournalContract;
import io.dispatch120.dispatch.journal.Scenario;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JournalVerifierTest {
  private static TestDatabase database;

  private final CenterId center = new CenterId("c-" + UUID.randomUUID());
  private PostgresStorage storage;

  @BeforeAll
  static void open() {
    database = TestDatabase.migrated();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void fill() {
    storage = database.storage();
    JournalContract.await(storage.catalogues().seed(Scenario.catalogue(center, 2)));
    for (int i = 0; i < 3; i++) {
      JournalContract.await(
          storage.journal().append(center, List.of(Scenario.receiveCall(center, id()))));
    }
  }

  @Test
  void passesAnIntactJournal() {
    assertThat(verify()).isInstanceOf(Intact.class).extracting("entries").isEqualTo(13L);
  }

  @Test
  void failsForAnUnknownCentre() {
    assertThatThrownBy(
            () -> JournalContract.await(storage.verifier().verify(new CenterId("nowhere"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id = '00000000-0000-0000-0000-000000000001'",
        "type = 'call_linked'",
        "at = at + interval '1 microsecond'",
        "recorded_at = recorded_at - interval '1 microsecond'",
        "actor = 'admin:x'",
        "incident_id = null",
        "unit_id = 'A01'",
        "data = data || ' '",
        "hash = sha256('x')"
      })
  void findsAChangedColumn(String change) {
    tamper("update journal set " + change + where(7));

    assertThat(verify()).isInstanceOf(Broken.class).extracting("seq").isEqualTo(7L);
  }

  @ParameterizedTest
  @CsvSource({"1", "7", "13"})
  void findsADeletedRow(long seq) {
    tamper("delete from journal" + where(seq));

    assertThat(verify()).isInstanceOf(Broken.class).extracting("seq").isEqualTo(seq);
  }

  @Test
  void findsACutTail() {
    tamper("delete from journal where center = '" + center + "' and seq > 9");

    assertThat(verify()).isEqualTo(new Broken(10, "it is missing; the head is at 13"));
  }

  @Test
  void findsATailCutTogetherWithTheHeadsNumber() {
    tamper("delete from journal where center = '" + center + "' and seq > 9");
    tamper("update journal_head set seq = 9 where center = '" + center + "'");

    assertThat(verify()).isEqualTo(new Broken(9, "its hash is not the head's"));
  }

  @Test
  void findsAnAppendedRow() {
    insertCopyOf(13, 14);

    assertThat(verify()).isInstanceOf(Broken.class).extracting("seq").isEqualTo(14L);
  }

  @Test
  void findsAnInsertedRow() {
    for (int seq = 13; seq >= 7; seq--) {
      tamper("update journal set seq = seq + 1" + where(seq));
    }
    insertCopyOf(6, 7);
    tamper("update journal_head set seq = 14 where center = '" + center + "'");

    assertThat(verify()).isInstanceOf(Broken.class).extracting("seq").isEqualTo(7L);
  }

  @Test
  void findsReorderedRows() {
    tamper("update journal set seq = 99" + where(7));
    tamper("update journal set seq = 7" + where(8));
    tamper("update journal set seq = 8" + where(99));

    assertThat(verify()).isInstanceOf(Broken.class).extracting("seq").isEqualTo(7L);
  }

  @Test
  void findsAnExchangedHead() {
    tamper("update journal_head set hash = sha256('x') where center = '" + center + "'");

    assertThat(verify()).isEqualTo(new Broken(13, "its hash is not the head's"));
  }

  @Test
  void refusesChangesWithoutDroppingTheTrigger() {
    for (String change :
        List.of(
            "update journal set data = '{}'", "delete from journal", "truncate table journal")) {
      assertThatThrownBy(() -> database.execute(change))
          .hasRootCauseMessage(
              "ERROR: the journal is append-only: "
                  + change.substring(0, change.indexOf(' '))
                  + " refused\n  Where: PL/pgSQL function refuse_change() line 3 at RAISE");
    }
  }

  /** As a superuser would: past the trigger. */
  private static void tamper(String sql) {
    database.execute(
        "alter table journal disable trigger all; "
            + sql
            + "; alter table journal enable trigger all");
  }

  private void insertCopyOf(long seq, long newSeq) {
    tamper(
        "insert into journal select center, "
            + newSeq
            + ", id, type, at, recorded_at, actor, incident_id, unit_id, data, hash from journal"
            + where(seq));
  }

  private String where(long seq) {
    return " where center = '" + center + "' and seq = " + seq;
  }

  private Result verify() {
    return JournalContract.await(storage.verifier().verify(center));
  }

  private static IncidentId id() {
    return new IncidentId(UUID.randomUUID().toString());
  }
}
