package io.dispatch120.dispatch.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.Actor;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.ProposalId;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.api.Stamp;
import io.dispatch120.dispatch.incident.Scene.Surroundings;
import io.dispatch120.dispatch.road.ClosedRoads;
import io.dispatch120.dispatch.triage.CardApprovals;
import io.dispatch120.dispatch.triage.CardEvent;
import io.dispatch120.dispatch.triage.CardEvent.CardApproved;
import io.dispatch120.dispatch.triage.CardEvent.CardProposed;
import io.dispatch120.dispatch.triage.CardEvent.CardWithdrawn;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every command about triage cards, and what is in force after it. */
class CardDecisionsTest {
  private static final Instant NOW = DispatchScenario.NOON;
  private static final ProposalId P1 = new ProposalId("p1");

  private static Actor user(String name) {
    return new Actor("supervisor", name);
  }

  private static Stamp stamp(long seq, Instant at, String who) {
    return new Stamp(seq, at, at, user(who));
  }

  private static CardProposed proposed(String id, int version, Instant from) {
    return new CardProposed(
        new ProposalId(id), "chest_pain", version, "sha-" + version, "王医师", from);
  }

  private static CardApprovals state(String name) {
    CardApprovals asked = CardApprovals.NONE.with(proposed("p1", 1, NOW), stamp(1, NOW, "li"));
    return switch (name) {
      case "none" -> CardApprovals.NONE;
      case "proposed" -> asked;
      case "approved" -> asked.with(new CardApproved(P1, "chest_pain"), stamp(2, NOW, "wu"));
      case "withdrawn" -> asked.with(new CardWithdrawn("chest_pain", "旧"), stamp(2, NOW, "wu"));
      default -> full();
    };
  }

  private static CardApprovals full() {
    CardApprovals cards = CardApprovals.NONE;
    for (int i = 1; i <= CardApprovals.PROPOSED_LIMIT; i++) {
      cards = cards.with(proposed("p" + i, i, NOW), stamp(i, NOW, "li"));
    }
    return cards;
  }

  private static Decision decide(CardApprovals cards, Command command, String who) {
    Scene scene =
        new Scene(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Surroundings.NONE,
            ClosedRoads.NONE,
            cards);
    Moment moment =
        new Moment(
            UUID.nameUUIDFromBytes(new byte[] {1}),
            new CenterId("c"),
            user(who),
            null,
            NOW,
            DispatchScenario.POLICY,
            Shifts.NONE);
    return Decisions.decide(scene, command, moment);
  }

  private static Command command(String name) {
    return switch (name) {
      case "propose" -> new Command.ProposeCard("chest_pain", 1, "sha-1", "王医师", NOW);
      case "approve" -> new Command.ApproveCard("chest_pain", P1, "sha-1");
      case "approve_changed" -> new Command.ApproveCard("chest_pain", P1, "sha-9");
      case "approve_other_card" -> new Command.ApproveCard("stroke", P1, "sha-1");
      default -> new Command.WithdrawCard("chest_pain", "新指南");
    };
  }

  @ParameterizedTest(name = "{0} by {1} when {2}: {3}")
  @CsvSource({
    "propose, li, none, triage_card_proposed",
    "propose, li, proposed, triage_card_proposed",
    "propose, li, approved, triage_card_proposed",
    "propose, li, withdrawn, triage_card_proposed",
    "propose, li, full, too_many_proposals",
    "approve, wu, none, not_found",
    "approve, wu, proposed, triage_card_approved",
    "approve, li, proposed, same_person",
    "approve, wu, approved, nothing",
    "approve, li, approved, nothing",
    "approve, wu, withdrawn, not_found",
    "approve, wu, full, triage_card_approved",
    "approve_changed, wu, proposed, card_version",
    "approve_changed, li, proposed, same_person",
    "approve_other_card, wu, proposed, not_found",
    "withdraw, li, none, card_not_in_force",
    "withdraw, li, proposed, triage_card_withdrawn",
    "withdraw, li, approved, triage_card_withdrawn",
    "withdraw, li, withdrawn, card_not_in_force",
    "withdraw, li, full, triage_card_withdrawn",
  })
  void answersByTheTable(String command, String who, String state, String expected) {
    Decision decision = decide(state(state), command(command), who);

    if (decision instanceof Decision.Refused refused) {
      assertThat(refused.refusal().code())
          .isEqualTo(RefusalCode.valueOf(expected.toUpperCase(java.util.Locale.ROOT)));
    } else {
      assertThat(((Decision.Accepted) decision).drafts())
          .extracting(draft -> draft.event().type())
          .containsExactlyElementsOf(
              expected.equals("nothing") ? java.util.List.of() : java.util.List.of(expected));
    }
  }

  @Test
  void isInForceFromItsDateAndFromTheSecondPersonOn() {
    Instant tomorrow = NOW.plus(Duration.ofDays(1));
    CardApprovals cards = CardApprovals.NONE.with(proposed("p1", 1, tomorrow), stamp(1, NOW, "li"));
    assertThat(cards.findInForce("chest_pain", tomorrow)).isEmpty();

    CardApprovals approved = cards.with(new CardApproved(P1, "chest_pain"), stamp(2, NOW, "wu"));
    assertThat(approved.findInForce("chest_pain", tomorrow.minusSeconds(1))).isEmpty();
    assertThat(approved.findInForce("chest_pain", tomorrow)).isPresent();
    assertThat(approved.findInForce("stroke", tomorrow)).isEmpty();
    assertThat(approved.revision()).isEqualTo(2);
  }

  @Test
  void theLastToTakeEffectCountsAlsoWhenItIsAnOlderVersion() {
    CardApprovals cards = state("approved");
    cards = approve(cards, "p2", 2, NOW.plusSeconds(60), NOW);
    assertThat(version(cards, NOW.plusSeconds(59))).isEqualTo(1);
    assertThat(version(cards, NOW.plusSeconds(60))).isEqualTo(2);

    // Back to version 1 in the same minute, with a date long past.
    cards = approve(cards, "p3", 1, NOW.minusSeconds(9_999), NOW.plusSeconds(90));
    assertThat(version(cards, NOW.plusSeconds(90))).isEqualTo(1);
  }

  @Test
  void remembersAFewOfManyApprovalsAndNeverForgetsTheOneInForce() {
    CardApprovals cards = CardApprovals.NONE;
    for (int i = 1; i <= 50; i++) {
      cards = approve(cards, "p" + i, i, NOW.minusSeconds(60), NOW.plusSeconds(i));
    }

    assertThat(cards.all()).hasSize(10);
    assertThat(version(cards, NOW.plusSeconds(100))).isEqualTo(50);
  }

  @Test
  void aNewerProposalOfAVersionTakesThePlaceOfTheOneThatWaits() {
    CardApprovals cards = state("proposed").with(proposed("p2", 1, NOW), stamp(2, NOW, "wu"));

    assertThat(cards.all()).extracting(one -> one.id().value()).containsExactly("p2");
  }

  @Test
  void saysWhoWithdrewACardUntilItIsProposedAgain() {
    CardApprovals cards = state("withdrawn");
    assertThat(cards.findWithdrawal("chest_pain").orElseThrow().by()).isEqualTo("wu");

    CardEvent again = proposed("p2", 1, NOW);
    assertThat(cards.with(again, stamp(3, NOW, "li")).withdrawals()).isEmpty();
  }

  private static CardApprovals approve(
      CardApprovals cards, String id, int version, Instant from, Instant at) {
    long seq = cards.revision();
    return cards
        .with(proposed(id, version, from), stamp(seq + 1, at, "li"))
        .with(new CardApproved(new ProposalId(id), "chest_pain"), stamp(seq + 2, at, "wu"));
  }

  private static int version(CardApprovals cards, Instant at) {
    return cards.findInForce("chest_pain", at).orElseThrow().version();
  }
}
