package io.dispatch120.dispatch.command;

import io.dispatch120.dispatch.api.EscalationId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.board.Board;
import io.dispatch120.dispatch.board.BoardFeed;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.journal.IncidentStore;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * Finds the incident that a level of a ladder belongs to: on the board, after the board has caught
 * up when it does not show it yet, else in the store. Thread-safe.
 */
public final class PagedIncidents {
  private final Board board;
  private final BoardFeed feed;
  private final IncidentStore incidents;

  public PagedIncidents(Board board, BoardFeed feed, IncidentStore incidents) {
    this.board = board;
    this.feed = feed;
    this.incidents = incidents;
  }

  /**
   * @param row what the message's row says, for an incident that has left the board
   */
  public Future<Optional<Incident>> find(IncidentId row, EscalationId escalation) {
    Optional<Incident> atHand = onBoard(escalation);
    if (atHand.isPresent()) {
      return Future.succeededFuture(atHand);
    }
    return feed.catchUp()
        .compose(
            caught -> {
              Optional<Incident> now = onBoard(escalation);
              return now.isPresent()
                  ? Future.succeededFuture(now)
                  : incidents.find(board.center(), row);
            });
  }

  private Optional<Incident> onBoard(EscalationId escalation) {
    return board
        .findIdByEscalation(escalation)
        .flatMap(board::findIncident)
        .filter(i -> i.findPreAlert(escalation).isPresent());
  }
}
