package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.api.Command.ApproveCard;
import io.dispatch120.dispatch.api.Command.OfTriageCards;
import io.dispatch120.dispatch.api.Command.ProposeCard;
import io.dispatch120.dispatch.api.Command.WithdrawCard;
import io.dispatch120.dispatch.api.ProposalId;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.incident.Decision.Draft;
import io.dispatch120.dispatch.triage.CardApproval;
import io.dispatch120.dispatch.triage.CardApprovals;
import io.dispatch120.dispatch.triage.CardEvent;
import io.dispatch120.dispatch.triage.CardEvent.CardApproved;
import io.dispatch120.dispatch.triage.CardEvent.CardProposed;
import io.dispatch120.dispatch.triage.CardEvent.CardWithdrawn;
import java.util.List;
import java.util.Optional;

/** Which triage cards are in force: two persons for each. They belong to the centre. */
final class CardDecisions {
  private CardDecisions() {}

  static Decision decide(Scene scene, OfTriageCards command, Moment moment) {
    if (command instanceof ProposeCard propose) {
      return propose(scene.cards(), propose, moment);
    }
    return command instanceof ApproveCard approve
        ? approve(scene.cards(), approve, moment)
        : withdraw(scene.cards(), (WithdrawCard) command, moment);
  }

  private static Decision propose(CardApprovals cards, ProposeCard command, Moment moment) {
    return cards.countProposed() >= CardApprovals.PROPOSED_LIMIT
        ? Decision.refused(
            RefusalCode.TOO_MANY_PROPOSALS,
            cards.countProposed() + " proposals wait: approve or withdraw some first")
        : accepted(
            moment,
            new CardProposed(
                new ProposalId(moment.newId(Moment.PROPOSAL)),
                command.card(),
                command.version(),
                command.sha256(),
                command.physician(),
                command.effectiveFrom()));
  }

  private static Decision approve(CardApprovals cards, ApproveCard command, Moment moment) {
    Optional<CardApproval> found =
        cards.find(command.proposalId()).filter(one -> one.card().equals(command.card()));
    if (found.isEmpty()) {
      return Decision.refused(
          RefusalCode.NOT_FOUND, "there is no such proposal, or a newer one has replaced it");
    }
    CardApproval proposal = found.get();
    if (proposal.isApproved()) {
      return Decision.nothing();
    }
    if (proposal.proposedBy().equals(moment.actor().name())) {
      return Decision.refused(
          RefusalCode.SAME_PERSON, "you proposed this card: a second person has to approve it");
    }
    if (!proposal.sha256().equals(command.sha256())) {
      return Decision.refused(
          RefusalCode.CARD_VERSION,
          "the card that is installed is not the one that was proposed: propose it again");
    }
    return accepted(moment, new CardApproved(proposal.id(), proposal.card()));
  }

  private static Decision withdraw(CardApprovals cards, WithdrawCard command, Moment moment) {
    return cards.list(command.card()).isEmpty()
        ? Decision.refused(
            RefusalCode.CARD_NOT_IN_FORCE,
            "the card " + command.card() + " is neither in force nor proposed")
        : accepted(moment, new CardWithdrawn(command.card(), command.reason()));
  }

  private static Decision accepted(Moment moment, CardEvent event) {
    return Decision.accepted(List.of(new Draft(null, moment.now(), event)));
  }
}
