package io.dispatch120.dispatch.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.access.LocatorTokens;
import io.dispatch120.dispatch.api.EscalationId;
import io.dispatch120.dispatch.journal.Pages;
import io.dispatch120.dispatch.journal.PagesContract;
import io.dispatch120.dispatch.journal.RowChange.PageRow;
import io.dispatch120.dispatch.journal.Scenario;
import io.dispatch120.dispatch.journal.StoragePorts;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostgresPagesTest extends PagesContract {
  @Override
  protected StoragePorts ports() {
    return PostgresPorts.SHARED;
  }

  @Test
  void aLinkOpensForADay() {
    EscalationId escalation = new EscalationId("old-" + incident);
    String id = Pages.id(escalation, 0);
    commit(
        Scenario.command(
            List.of(), List.of(), List.of(new PageRow(id, incident, escalation, 0, true))));
    String hash = LocatorTokens.hash(ports().tokens().token(Pages.linkId(id)));
    PostgresPorts.age("page", "created_at", id, "23 hours 59 minutes");
    assertThat(await(ports().pages().findRecipient(hash))).isPresent();
    PostgresPorts.age("page", "created_at", id, "2 minutes");
    assertThat(await(ports().pages().findRecipient(hash))).isEmpty();
  }
}
