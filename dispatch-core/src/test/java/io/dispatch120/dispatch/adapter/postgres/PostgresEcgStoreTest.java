package io.dispatch120.dispatch.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.journal.CaseStore;
import io.dispatch120.dispatch.journal.CaseStore.CaseRef;
import io.dispatch120.dispatch.journal.EcgStore;
import io.dispatch120.dispatch.journal.EcgStoreContract;
import io.dispatch120.dispatch.journal.StoragePorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class PostgresEcgStoreTest extends EcgStoreContract {
  private static final TestDatabase DATABASE = TestDatabase.migrated();
  private final EcgStore ecgs = DATABASE.storage().ecgs(ForkJoinPool.commonPool());

  @Override
  protected StoragePorts ports() {
    return new PostgresPorts(DATABASE);
  }

  @Override
  protected EcgStore ecgs() {
    return ecgs;
  }

  @Override
  protected void erase(IncidentId incident) {
    DATABASE.execute("delete from incident_key where incident_id = '" + incident + "'");
  }

  @Test
  void listsCasesInPagesByTheirOpening() {
    Instant from = Instant.parse("2026-11-01T00:00:00Z");
    for (int i = 0; i < 7; i++) {
      // two at a time
      DATABASE.execute(
          "insert into chest_pain_case (center, patient_id, incident_id, opened_at) values ('%s', 'p%d', 'i', '%s')"
              .formatted(center, i, from.plusSeconds(60 * (i / 2))));
    }
    CaseStore cases = DATABASE.storage().cases();
    List<String> found = new ArrayList<>();
    CaseRef after = null;
    do {
      List<CaseRef> page = await(cases.list(center, from, from.plusSeconds(180), after, 2));
      page.forEach(c -> found.add(c.patientId().value()));
      after = page.isEmpty() ? null : page.get(page.size() - 1);
    } while (after != null);
    assertThat(found).containsExactly("p0", "p1", "p2", "p3", "p4", "p5");
  }
}
