package io.dispatch120.app.node;

import io.dispatch120.dispatch.api.Actor;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.ProposalId;
import io.dispatch120.dispatch.api.Role;
import io.dispatch120.dispatch.command.CommandRequest;
import io.dispatch120.dispatch.command.CommandResult;
import io.dispatch120.dispatch.command.CommandResult.Done;
import io.dispatch120.dispatch.incident.Moment;
import io.dispatch120.dispatch.triage.CardApprovals;
import io.dispatch120.dispatch.triage.TriageCard;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Puts the shipped triage cards in force in the demo, by the commands that people use, so that they
 * can be tried. Nobody real has approved them, and their approval says so.
 */
final class DemoCards {
  static final String PHYSICIAN = "演示医师(仅供演示)";
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private DemoCards() {}

  /**
   * Once: a card that somebody has proposed, approved or withdrawn is left alone. Command ids are
   * derived from the card, so a second node that starts beside does nothing.
   */
  static void putInForce(Core core, CenterId center) {
    CardApprovals known = core.node().getBoard(center).cards();
    List<TriageCard> fresh =
        core.triageCards().all().stream()
            .filter(card -> known.list(card.card()).isEmpty())
            .filter(card -> known.findWithdrawal(card.card()).isEmpty())
            .toList();
    for (TriageCard card : fresh) {
      UUID proposal = commandId(center, card, "propose");
      execute(
          core,
          new CommandRequest(
              proposal,
              "demo",
              center,
              Actor.user(Role.ADMIN, "admin"),
              null,
              new Command.ProposeCard(
                  card.card(), card.version(), card.sha256(), PHYSICIAN, core.clock().instant())));
      execute(
          core,
          new CommandRequest(
              commandId(center, card, "approve"),
              "demo",
              center,
              Actor.user(Role.SUPERVISOR, "supervisor"),
              null,
              new Command.ApproveCard(
                  card.card(),
                  new ProposalId(Moment.newId(proposal, Moment.PROPOSAL)),
                  card.sha256())));
    }
  }

  private static void execute(Core core, CommandRequest request) {
    Future<CommandResult> result = core.commands().execute(request);
    if (!(Await.get(result, LIMIT, "putting the demo's triage cards in force") instanceof Done)) {
      throw new IllegalStateException("the demo's triage cards are refused: " + result.result());
    }
  }

  private static UUID commandId(CenterId center, TriageCard card, String step) {
    String text =
        "demo-card/"
            + center
            + "/"
            + card.card()
            + "/"
            + card.version()
            + "/"
            + card.sha256()
            + "/"
            + step;
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
