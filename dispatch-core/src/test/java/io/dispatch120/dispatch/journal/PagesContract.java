package io.dispatch120.dispatch.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.access.LocatorTokens;
import io.dispatch120.dispatch.api.EscalationId;
import io.dispatch120.dispatch.journal.PageStore.Claim;
import io.dispatch120.dispatch.journal.PageStore.Recipient;
import io.dispatch120.dispatch.journal.RowChange.PageRow;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of messages that wait must do. */
public abstract class PagesContract extends StorageContract {
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Duration OVER = Duration.ofMillis(-1);

  private final EscalationId escalation = new EscalationId(UUID.randomUUID().toString());

  @BeforeEach
  void openIncident() {
    commit(Scenario.receiveCall(center, incident));
  }

  private String pageId(int recipient) {
    return Pages.id(escalation, recipient);
  }

  private void put(int recipient, boolean waiting) {
    commit(
        Scenario.command(
            List.of(),
            List.of(),
            List.of(new PageRow(pageId(recipient), incident, escalation, recipient, waiting))));
  }

  private List<Claim> claim(int limit, Duration lease) {
    return await(ports().pages().claim(center, limit, lease));
  }

  @Test
  void givesAMessageToOneHolderUntilItsLeaseIsOver() {
    put(0, true);
    assertThat(claim(10, OVER)).containsExactly(new Claim(pageId(0), incident, escalation, 0, 1));
    assertThat(claim(10, LEASE)).containsExactly(new Claim(pageId(0), incident, escalation, 0, 2));
    assertThat(claim(10, LEASE)).isEmpty();
  }

  @Test
  void givesNoMoreThanAskedForAndNothingOfAnotherCentre() {
    put(0, true);
    put(1, true);
    put(2, true);
    assertThat(claim(2, LEASE)).hasSize(2);
    assertThat(claim(2, LEASE)).hasSize(1);
  }

  @Test
  void givesEachToOneHoweverManyAskAtOnce() {
    for (int i = 0; i < 20; i++) {
      put(i, true);
    }
    List<Future<List<Claim>>> asked = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      asked.add(ports().pages().claim(center, 5, LEASE));
    }
    Set<String> given = new HashSet<>();
    for (Future<List<Claim>> claims : asked) {
      await(claims).forEach(claim -> assertThat(given.add(claim.id())).isTrue());
    }
    claim(20, LEASE).forEach(claim -> assertThat(given.add(claim.id())).isTrue());
    assertThat(given).hasSize(20);
  }

  @Test
  void givesNothingThatNoLongerWaits() {
    put(0, true);
    put(0, false);
    assertThat(claim(10, LEASE)).isEmpty();
  }

  @Test
  void isDueAgainWhenItsHolderSaysAndNotWhenSomebodyElseHasItBy() {
    put(0, true);
    Claim first = claim(10, OVER).get(0);
    Claim second = claim(10, LEASE).get(0);
    await(ports().pages().retry(center, first, OVER));
    assertThat(claim(10, LEASE)).isEmpty();
    await(ports().pages().retry(center, second, OVER));
    assertThat(claim(10, LEASE)).containsExactly(new Claim(pageId(0), incident, escalation, 0, 3));
  }

  @Test
  void findsTheRecipientByTheTokenOfTheLinkAlsoAfterItWasSettled() {
    put(0, false);
    String token = ports().tokens().token(Pages.linkId(pageId(0)));
    assertThat(await(ports().pages().findRecipient(LocatorTokens.hash(token))))
        .contains(new Recipient(center, incident, escalation, 0));
    assertThat(await(ports().pages().findRecipient(LocatorTokens.hash("guess")))).isEmpty();
    // No link of a caller opens it.
    String other = ports().tokens().token(pageId(0));
    assertThat(await(ports().pages().findRecipient(LocatorTokens.hash(other)))).isEmpty();
  }
}
