package io.dispatch120.dispatch.triage;

import io.dispatch120.dispatch.api.ProposalId;
import io.dispatch120.dispatch.api.Stamp;
import io.dispatch120.dispatch.triage.CardEvent.CardProposed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a card that was proposed, and perhaps approved.
 *
 * @param proposedBy user name
 * @param approvedBy user name of the second person; null while it is only proposed
 */
public record CardApproval(
    ProposalId id,
    String card,
    int version,
    String sha256,
    String physician,
    Instant effectiveFrom,
    String proposedBy,
    Instant proposedAt,
    @Nullable String approvedBy,
    @Nullable Instant approvedAt) {

  static CardApproval of(CardProposed event, Stamp stamp) {
    return new CardApproval(
        event.proposalId(),
        event.card(),
        event.version(),
        event.sha256(),
        event.physician(),
        event.effectiveFrom(),
        stamp.actor().name(),
        stamp.at(),
        null,
        null);
  }

  CardApproval approved(Stamp stamp) {
    return new CardApproval(
        id,
        card,
        version,
        sha256,
        physician,
        effectiveFrom,
        proposedBy,
        proposedAt,
        stamp.actor().name(),
        stamp.at());
  }

  public boolean isApproved() {
    return approvedAt != null;
  }

  /** Since when it counts: its date, but never before the second person agreed. */
  Instant since() {
    return approvedAt != null && approvedAt.isAfter(effectiveFrom) ? approvedAt : effectiveFrom;
  }

  boolean effective(Instant now) {
    return isApproved() && !since().isAfter(now);
  }
}
