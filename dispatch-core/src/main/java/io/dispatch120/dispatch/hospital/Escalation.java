package io.dispatch120.dispatch.hospital;

import io.dispatch120.dispatch.api.EscalationAnswer;
import io.dispatch120.dispatch.api.EscalationId;
import io.dispatch120.dispatch.api.EscalationState;
import io.dispatch120.dispatch.api.MilestoneSource;
import io.dispatch120.dispatch.api.PageState;
import io.dispatch120.dispatch.api.Personal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One level of a pre-alert that was told (逐级通知). Immutable.
 *
 * @param dueAt as foreseen when it was told; what counts is the deadline's row
 * @param pages the text messages, in the order of the rung's recipients
 */
public record Escalation(
    EscalationId id,
    Rung rung,
    Instant sentAt,
    Instant dueAt,
    EscalationState state,
    @Nullable Answer answer,
    List<Page> pages) {
  public Escalation {
    pages = List.copyOf(pages);
  }

  /**
   * @param by user, or the role of the one who answered by the link
   */
  public record Answer(
      EscalationAnswer answer,
      @Nullable Personal reason,
      Instant at,
      String by,
      MilestoneSource source,
      long seq) {}

  /**
   * @param recipient index in {@link Rung#recipients()}
   */
  public record Page(
      int recipient, PageState state, @Nullable Instant at, @Nullable String problem) {}

  public boolean pending() {
    return state == EscalationState.PENDING;
  }

  Escalation in(EscalationState newState) {
    return new Escalation(id, rung, sentAt, dueAt, newState, answer, settled(newState));
  }

  Escalation answered(Answer given) {
    EscalationState after =
        given.answer() == EscalationAnswer.ACCEPTED
            ? EscalationState.ACCEPTED
            : EscalationState.REFUSED;
    return new Escalation(id, rung, sentAt, dueAt, after, given, settled(after));
  }

  Escalation paged(int recipient, PageState newState, Instant at, @Nullable String problem) {
    List<Page> after = new ArrayList<>();
    for (Page page : pages) {
      after.add(page.recipient() == recipient ? new Page(recipient, newState, at, problem) : page);
    }
    return new Escalation(id, rung, sentAt, dueAt, state, answer, after);
  }

  /**
   * Messages that have not left are not needed once somebody has answered. When the next level is
   * told they still are: whoever answers first, answers.
   */
  private List<Page> settled(EscalationState after) {
    boolean unanswered = after == EscalationState.ESCALATED || after == EscalationState.EXHAUSTED;
    return unanswered ? pages : dropped();
  }

  /** The same, and no message of it goes out any more. */
  Escalation withoutWaitingPages() {
    return new Escalation(id, rung, sentAt, dueAt, state, answer, dropped());
  }

  private List<Page> dropped() {
    return pages.stream()
        .map(
            p ->
                p.state() == PageState.WAITING
                    ? new Page(p.recipient(), PageState.DROPPED, null, null)
                    : p)
        .toList();
  }
}
