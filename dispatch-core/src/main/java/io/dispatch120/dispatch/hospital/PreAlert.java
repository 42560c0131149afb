package io.dispatch120.dispatch.hospital;

import io.dispatch120.dispatch.api.ContactChannel;
import io.dispatch120.dispatch.api.EscalationAnswer;
import io.dispatch120.dispatch.api.EscalationId;
import io.dispatch120.dispatch.api.EscalationState;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.PageState;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.PreAlertId;
import io.dispatch120.dispatch.api.PreAlertKind;
import io.dispatch120.dispatch.api.PreAlertState;
import io.dispatch120.dispatch.api.Strategy;
import io.dispatch120.dispatch.hospital.Escalation.Answer;
import io.dispatch120.dispatch.hospital.Escalation.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One hospital warned of one patient (预警), level by level until somebody answers. The ladder is the
 * hospital's at the moment it was sent: a later edit does not change who is told next. Immutable.
 *
 * @param sentSeq the journal entry that says so
 * @param sentBy user name
 * @param advised the hospital the advice named first when another was chosen
 */
public record PreAlert(
    PreAlertId id,
    PatientId patientId,
    HospitalId hospitalId,
    PreAlertKind kind,
    PreAlertState state,
    Instant sentAt,
    long sentSeq,
    String sentBy,
    @Nullable Strategy strategy,
    @Nullable HospitalId advised,
    @Nullable Personal overrideReason,
    List<Rung> ladder,
    List<Escalation> escalations) {

  public PreAlert {
    ladder = List.copyOf(ladder);
    escalations = List.copyOf(escalations);
  }

  /** Somebody is still to answer. */
  public boolean waiting() {
    return state == PreAlertState.WAITING;
  }

  /** The hospital has been told and has not been told otherwise. */
  public boolean stands() {
    return state == PreAlertState.WAITING || state == PreAlertState.ACCEPTED;
  }

  /** An answer still decides something: nobody has given one. */
  public boolean answerable() {
    return state == PreAlertState.WAITING || state == PreAlertState.EXHAUSTED;
  }

  public Optional<Escalation> find(EscalationId wanted) {
    return escalations.stream().filter(e -> e.id().equals(wanted)).findFirst();
  }

  public Optional<Escalation> findPending() {
    return escalations.stream().filter(Escalation::pending).findFirst();
  }

  /** It is not over for the hospital: whatever became of it, the hospital may see the patient. */
  public boolean cancellable() {
    return state != PreAlertState.CANCELLED;
  }

  /** Everybody was told and nobody answered in time, whatever came of it later. */
  public boolean askedInVain() {
    return escalations.isEmpty()
        || escalations.stream().anyMatch(e -> e.state() == EscalationState.EXHAUSTED);
  }

  /** The answer that decided, if any did. */
  public Optional<Answer> findAnswer() {
    return escalations.stream().flatMap(e -> Optional.ofNullable(e.answer()).stream()).findFirst();
  }

  /** The level to tell next; empty when the last one has been told. */
  public Optional<Rung> findNextRung() {
    int told = escalations.size();
    return told < ladder.size() ? Optional.of(ladder.get(told)) : Optional.empty();
  }

  /** The next level has been told. */
  public PreAlert told(EscalationId escalation, Instant at, Instant dueAt) {
    Rung rung = ladder.get(escalations.size());
    List<Escalation> after = new ArrayList<>(each(PreAlert::escalated));
    after.add(
        new Escalation(
            escalation, rung, at, dueAt, EscalationState.PENDING, null, waitingPages(rung)));
    return with(PreAlertState.WAITING, after);
  }

  /** Nobody has answered and nobody is left. */
  public PreAlert exhausted() {
    return with(
        PreAlertState.EXHAUSTED, each(e -> e.pending() ? e.in(EscalationState.EXHAUSTED) : e));
  }

  /** The first answer, of whichever level; what waits for another is called off. */
  public PreAlert answered(EscalationId escalation, Answer answer) {
    PreAlertState after =
        answer.answer() == EscalationAnswer.ACCEPTED
            ? PreAlertState.ACCEPTED
            : PreAlertState.REFUSED;
    return with(after, each(e -> e.id().equals(escalation) ? e.answered(answer) : calledOff(e)));
  }

  public PreAlert cancelled() {
    return with(PreAlertState.CANCELLED, each(PreAlert::calledOff));
  }

  /** What became of a text message. */
  public PreAlert paged(
      EscalationId escalation,
      int recipient,
      PageState pageState,
      Instant at,
      @Nullable String problem) {
    return with(
        state,
        each(e -> e.id().equals(escalation) ? e.paged(recipient, pageState, at, problem) : e));
  }

  private List<Escalation> each(UnaryOperator<Escalation> change) {
    return escalations.stream().map(change).toList();
  }

  private static Escalation escalated(Escalation escalation) {
    return escalation.pending() ? escalation.in(EscalationState.ESCALATED) : escalation;
  }

  /** Levels passed over keep their state, but their messages need not go out any more. */
  private static Escalation calledOff(Escalation escalation) {
    return escalation.pending()
        ? escalation.in(EscalationState.CANCELLED)
        : escalation.withoutWaitingPages();
  }

  private static List<Page> waitingPages(Rung rung) {
    List<Contact> recipients = rung.recipients();
    return IntStream.range(0, recipients.size())
        .filter(i -> recipients.get(i).channel() == ContactChannel.SMS)
        .mapToObj(i -> new Page(i, PageState.WAITING, null, null))
        .toList();
  }

  private PreAlert with(PreAlertState newState, List<Escalation> newEscalations) {
    return new PreAlert(
        id,
        patientId,
        hospitalId,
        kind,
        newState,
        sentAt,
        sentSeq,
        sentBy,
        strategy,
        advised,
        overrideReason,
        ladder,
        newEscalations);
  }
}
