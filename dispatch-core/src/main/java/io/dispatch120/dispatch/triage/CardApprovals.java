package io.dispatch120.dispatch.triage;

import io.dispatch120.dispatch.api.ProposalId;
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
 * @param revision sequence number of the last event about cards, 0 when there was none
 */
public record CardApprovals(List<CardApproval> all, long revision) {
  /** Proposals waiting for a second person: more cards than a centre has. */
  public static final int PROPOSED_LIMIT = 100;

  /** Approvals kept of one card; older ones are in the journal. */
  private static final int KEPT = 10;

  public static final CardApprovals NONE = new CardApprovals(List.of(), 0);

  public CardApprovals {
    all = List.copyOf(all);
  }

  public Optional<CardApproval> find(ProposalId id) {
    return all.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** Those of one card, in the order of their last step. */
  public List<CardApproval> list(String card) {
    return all.stream().filter(one -> one.card().equals(card)).toList();
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

  /** The state after an event. */
  public CardApprovals with(CardEvent event, Stamp stamp) {
    List<CardApproval> after = new ArrayList<>(all);
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
    } else if (event instanceof CardWithdrawn) {
      after.removeIf(one -> one.card().equals(event.card()));
    }
    return new CardApprovals(after, stamp.seq());
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
