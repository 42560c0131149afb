package io.dispatch120.dispatch.triage;

import java.time.Instant;
import java.util.List;

/** Where a version of a card stands in a centre. */
public enum CardState {
  /** Installed, and nobody has asked for it. */
  DRAFT,
  /** Asked for, waiting for the second person or for its date. */
  PROPOSED,
  /** Triage may use it. */
  IN_FORCE,
  /** Was in force before the one that is now; or its content is not what was approved. */
  SUPERSEDED;

  /** The state of {@code card} at {@code now}. */
  public static CardState of(CardApprovals approvals, TriageCard card, Instant now) {
    boolean counts =
        approvals
            .findInForce(card.card(), now)
            .filter(one -> one.version() == card.version() && one.sha256().equals(card.sha256()))
            .isPresent();
    if (counts) {
      return IN_FORCE;
    }
    List<CardApproval> own =
        approvals.list(card.card()).stream()
            .filter(one -> one.version() == card.version())
            .toList();
    if (own.isEmpty()) {
      return DRAFT;
    }
    return own.stream().allMatch(one -> one.effective(now)) ? SUPERSEDED : PROPOSED;
  }
}
