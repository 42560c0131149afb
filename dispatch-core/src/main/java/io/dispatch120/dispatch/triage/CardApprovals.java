package io.dispatch120.dispatch.triage;

import io.dispatch120.dispatch.api.ProposalId;
import io.dispatch120.dispatch.api.Refusal;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.api.Stamp;
import io.dispatch120.dispatch.triage.CardEvent.CardApproved;
import io.dispatch120.dispatch.triage.CardEvent.CardProposed;
import io.dispatch120.dispatch.triage.CardEvent.CardWithdrawn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which cards a centre has proposed and approved, in the order of their last step. Immutable; what
 * is in force is a question of the moment, so that a date takes effect without anybody acting.
 *
 * @param withdrawals at most one a card
 * @param revision sequence number of the last event about cards, 0 when there was none
 */
public record CardApprovals(List<CardApproval> all, List<Withdrawal> withdrawals, long revision) {

  /**
   * That a card was withdrawn, and has not been proposed since.
   *
   * @param by user name
   */
  public record Withdrawal(String card, String by, Instant at, String reason) {}

  /** Proposals waiting for a second person: more cards than a centre has. */
  public static final int PROPOSED_LIMIT = 100;

  /** Approvals kept of one card; older ones are in the journal. */
  private static final int KEPT = 10;

  public static final CardApprovals NONE = new CardApprovals(List.of(), List.of(), 0);

  public CardApprovals {
    all = List.copyOf(all);
    withdrawals = List.copyOf(withdrawals);
  }

  public Optional<CardApproval> find(ProposalId id) {
    return all.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** Those of one card, in the order of their last step. */
  public List<CardApproval> list(String card) {
    return all.stream().filter(one -> one.card().equals(card)).toList();
  }

  public Optional<Withdrawal> findWithdrawal(String card) {
    return withdrawals.stream().filter(one -> one.card().equals(card)).findFirst();
  }

  public long countProposed() {
    return all.stream().filter(one -> !one.isApproved()).count();
  }

  /** The one that counts at {@code now}: the last to take effect. */
  public Optional<CardApproval> findInForce(String card, Instant now) {
    return list(card).stream()
        .filter(one -> one.effective(now))
        .reduce((one, later) -> later.since().isBefore(one.since()) ? one : later);
  }

  /**
   * Why triage may not use this card at {@code now}; empty when it may.
   *
   * @param sha256 of the card as it is installed
   */
  public Optional<Refusal> findRefusal(String card, int version, String sha256, Instant now) {
    Optional<CardApproval> inForce = findInForce(card, now);
    if (inForce.isEmpty()) {
      return refusal(
          RefusalCode.CARD_NOT_IN_FORCE,
          "the card "
              + card
              + " is not in force: it has to be proposed with its physician, and approved by a"
              + " second person");
    }
    if (inForce.get().version() != version) {
      return refusal(
          RefusalCode.CARD_VERSION,
          "version " + inForce.get().version() + " of the card " + card + " is in force");
    }
    return inForce.get().sha256().equals(sha256)
        ? Optional.empty()
        : refusal(
            RefusalCode.CARD_NOT_IN_FORCE,
            "the card "
                + card
                + " that is installed is not the one that was approved: propose it"
                + " again");
  }

  private static Optional<Refusal> refusal(RefusalCode code, String detail) {
    return Optional.of(new Refusal(code, detail));
  }

  /** The state after an event. */
  public CardApprovals with(CardEvent event, Stamp stamp) {
    List<CardApproval> after = new ArrayList<>(all);
    List<Withdrawal> withdrawn = new ArrayList<>(withdrawals);
    withdrawn.removeIf(one -> one.card().equals(event.card()));
    if (event instanceof CardProposed proposed) {
      after.removeIf(
          one ->
              !one.isApproved()
                  && one.card().equals(proposed.card())
                  && one.version() == proposed.version());
      after.add(CardApproval.of(proposed, stamp));
    } else if (event instanceof CardApproved approved) {
      find(approved.proposalId())
          .ifPresent(
              one -> {
                after.remove(one);
                after.add(one.approved(stamp));
              });
      dropOldest(after, event.card());
    } else if (event instanceof CardWithdrawn gone) {
      after.removeIf(one -> one.card().equals(event.card()));
      withdrawn.add(new Withdrawal(gone.card(), stamp.actor().name(), stamp.at(), gone.reason()));
    }
    return new CardApprovals(after, withdrawn, stamp.seq());
  }

  /** The longest in effect go first: never one that could still count. */
  private static void dropOldest(List<CardApproval> all, String card) {
    List<CardApproval> approved =
        all.stream()
            .filter(one -> one.isApproved() && one.card().equals(card))
            .sorted(Comparator.comparing(CardApproval::since))
            .toList();
    if (approved.size() > KEPT) {
      all.removeAll(approved.subList(0, approved.size() - KEPT));
    }
  }
}
