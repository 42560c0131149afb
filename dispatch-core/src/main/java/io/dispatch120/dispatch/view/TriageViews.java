package io.dispatch120.dispatch.view;

import io.dispatch120.dispatch.api.IncidentView.TriageView;
import io.dispatch120.dispatch.api.ProposalId;
import io.dispatch120.dispatch.api.TriageResult;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.incident.Triage;
import io.dispatch120.dispatch.triage.CardApproval;
import io.dispatch120.dispatch.triage.CardApprovals;
import io.dispatch120.dispatch.triage.CardState;
import io.dispatch120.dispatch.triage.TriageCard;
import io.dispatch120.dispatch.triage.TriageCards;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Triage cards and what was found with them, as clients see it. Pure. */
public final class TriageViews {
  private TriageViews() {}

  /**
   * A version of a card, with where it stands.
   *
   * @param content everything a console needs to ask it and to show at once what follows
   * @param withdrawn by whom and why, while nobody has proposed the card since
   * @param proposals of this version: waiting, in force and over, the newest last
   */
  public record CardView(
      String card,
      int version,
      String sha256,
      CardState state,
      List<ProposalView> proposals,
      CardApprovals.@Nullable Withdrawal withdrawn,
      TriageCard content) {}

  /**
   * @param proposedBy and {@code approvedBy}: user names
   */
  public record ProposalView(
      ProposalId id,
      String card,
      int version,
      String sha256,
      String physician,
      Instant effectiveFrom,
      String proposedBy,
      Instant proposedAt,
      @Nullable String approvedBy,
      @Nullable Instant approvedAt) {}

  /** Every card, and where it stands at {@code now}. */
  public static List<CardView> of(TriageCards cards, CardApprovals approvals, Instant now) {
    return cards.all().stream().map(card -> of(card, approvals, now)).toList();
  }

  private static CardView of(TriageCard card, CardApprovals approvals, Instant now) {
    return new CardView(
        card.card(),
        card.version(),
        card.sha256(),
        CardState.of(approvals, card, now),
        approvals.list(card.card()).stream()
            .filter(one -> one.version() == card.version())
            .map(TriageViews::of)
            .toList(),
        approvals.findWithdrawal(card.card()).orElse(null),
        card);
  }

  public static ProposalView of(CardApproval one) {
    return new ProposalView(
        one.id(),
        one.card(),
        one.version(),
        one.sha256(),
        one.physician(),
        one.effectiveFrom(),
        one.proposedBy(),
        one.proposedAt(),
        one.approvedBy(),
        one.approvedAt());
  }

  static Optional<TriageView> findNewest(Incident incident) {
    List<Triage> all = incident.currentTriages();
    return all.isEmpty() ? Optional.empty() : Optional.of(of(all.get(all.size() - 1)));
  }

  /** A patient's triage. */
  public static TriageView of(Triage triage) {
    TriageResult result = triage.result();
    return new TriageView(
        result.card(),
        result.version(),
        triage.patientId(),
        result.answers(),
        result.priority(),
        result.capabilities(),
        result.instructions(),
        result.open(),
        result.opensChestPain(),
        result.arrestRecognised(),
        result.symptomOnset(),
        triage.at());
  }
}
