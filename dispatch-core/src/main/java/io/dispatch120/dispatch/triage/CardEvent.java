package io.dispatch120.dispatch.triage;

import io.dispatch120.dispatch.api.DispatchEvent;
import io.dispatch120.dispatch.api.ProposalId;
import java.time.Instant;

/**
 * Facts about which triage cards are in force in a centre. They belong to no incident. The
 * physician's name is professional and public, as it stands under an approval.
 */
public sealed interface CardEvent extends DispatchEvent {

  /** The card it is about. */
  String card();

  /**
   * Somebody asks for a card to be put in force, with the physician who approved its content.
   *
   * @param sha256 of the card as it was shipped then: another content is another card
   */
  record CardProposed(
      ProposalId proposalId,
      String card,
      int version,
      String sha256,
      String physician,
      Instant effectiveFrom)
      implements CardEvent {
    @Override
    public String type() {
      return "triage_card_proposed";
    }
  }

  /** A second person agrees: it is in force from its date on. */
  record CardApproved(ProposalId proposalId, String card) implements CardEvent {
    @Override
    public String type() {
      return "triage_card_approved";
    }
  }

  /** No version of the card is in force or proposed any more. */
  record CardWithdrawn(String card, String reason) implements CardEvent {
    @Override
    public String type() {
      return "triage_card_withdrawn";
    }
  }
}
