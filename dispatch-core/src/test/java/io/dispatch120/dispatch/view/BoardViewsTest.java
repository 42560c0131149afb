package io.dispatch120.dispatch.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.AlertKind;
import io.dispatch120.dispatch.api.BoardView;
import io.dispatch120.dispatch.api.CrewLink;
import io.dispatch120.dispatch.api.Outcome;
import io.dispatch120.dispatch.api.Priority;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.journal.BoardSource.Picture;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoardViewsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

  private static IncidentStory triaged(String id, Priority priority, long ageSeconds) {
    return IncidentStory.opened(id, NOW.minusSeconds(ageSeconds)).complains(null, priority);
  }

  private static BoardView board(Incident... incidents) {
    Picture picture = new Picture(42, NOW, List.of(incidents), List.of());
    return BoardViews.of(IncidentStory.CENTER, picture, new TestCenter(), NOW);
  }

  @Test
  void ordersIncidentsByPriorityThenTheLongestOpenFirstAndCountsUntriagedAsMostUrgent() {
    BoardView board =
        board(
            triaged("p3", Priority.P3, 900).incident(),
            triaged("p1-new", Priority.P1, 5).incident(),
            triaged("p2", Priority.P2, 600).incident(),
            triaged("p1-old", Priority.P1, 60).incident(),
            IncidentStory.opened("untriaged", NOW.minusSeconds(30)).incident());

    assertThat(board.incidents())
        .extracting(incident -> incident.id().value())
        .containsExactly("p1-old", "untriaged", "p1-new", "p2", "p3");
  }

  @Test
  void leavesOutClosedIncidentsAndClearedAlertsAndPutsTheLoudestAlertFirst() {
    BoardView board =
        board(
            triaged("open", Priority.P2, 60)
                .alerted("tier3", AlertKind.HANDOVER_SLOW)
                .alerted("tier1", AlertKind.INCIDENT_WAITING)
                .alerted("settled", AlertKind.DURESS)
                .alertCleared("settled")
                .incident(),
            triaged("closed", Priority.P1, 60).closed(Outcome.CANCELLED).incident());

    assertThat(board.incidents()).extracting(i -> i.id().value()).containsExactly("open");
    assertThat(board.alerts()).extracting(a -> a.id().value()).containsExactly("tier1", "tier3");
    assertThat(board.seq()).isEqualTo(42);
  }

  @Test
  void keepsAnAlertThatOutlivesItsIncident() {
    BoardView board =
        board(
            triaged("closed", Priority.P1, 60)
                .alerted("cancel", AlertKind.NOTICE_UNACKNOWLEDGED)
                .closed(Outcome.CANCELLED)
                .incident());

    assertThat(board.incidents()).isEmpty();
    assertThat(board.alerts()).extracting(a -> a.id().value()).containsExactly("cancel");
  }

  @Test
  void showsUnitsOfThePastAtTheirStationsWithoutATime() {
    Picture picture =
        new Picture(
            42,
            NOW,
            List.of(),
            List.of(
                TestCenter.unit("A02", TestCenter.WANGCHENGPO),
                TestCenter.unit("A01", TestCenter.WANGCHENGPO)));

    BoardView board = BoardViews.ofPast(IncidentStory.CENTER, picture);

    assertThat(board.at()).isEqualTo(NOW);
    assertThat(board.units()).extracting(unit -> unit.id().value()).containsExactly("A01", "A02");
    assertThat(board.units().get(0).position().at()).isNull();
    assertThat(board.units().get(0).crewLink()).isEqualTo(CrewLink.LOST);
  }
}
