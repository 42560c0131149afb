package io.dispatch120.dispatch.view;

import io.dispatch120.dispatch.api.ChestPainCaseView.IntervalView;
import io.dispatch120.dispatch.api.EscalationId;
import io.dispatch120.dispatch.api.MilestoneSource;
import io.dispatch120.dispatch.api.PagedView;
import io.dispatch120.dispatch.api.PagedView.PagedEcg;
import io.dispatch120.dispatch.api.PreAlertState;
import io.dispatch120.dispatch.chestpain.CaseClocks;
import io.dispatch120.dispatch.chestpain.CaseClocks.Clock;
import io.dispatch120.dispatch.chestpain.ChestPainCase;
import io.dispatch120.dispatch.hospital.Escalation;
import io.dispatch120.dispatch.hospital.Escalation.Answer;
import io.dispatch120.dispatch.hospital.PreAlert;
import io.dispatch120.dispatch.incident.CaseReading;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.incident.Patient;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What those who were paged by text message see. Pure. */
public final class PagedViews {
  private PagedViews() {}

  /**
   * @param recipient index among those told at the level
   * @param hospital its name
   * @param etaSeconds null when unknown
   * @param now the moment for which clocks are judged
   */
  public static Optional<PagedView> of(
      Incident incident,
      EscalationId escalationId,
      int recipient,
      String hospital,
      @Nullable Long etaSeconds,
      boolean departed,
      Instant now) {
    return incident
        .findPreAlert(escalationId)
        .flatMap(
            preAlert ->
                preAlert
                    .find(escalationId)
                    .map(
                        escalation -> {
                          PagedView whole =
                              whole(
                                  incident,
                                  preAlert,
                                  escalation,
                                  escalation.rung().recipients().get(recipient).role(),
                                  hospital,
                                  etaSeconds,
                                  departed,
                                  now);
                          return preAlert.state() == PreAlertState.CANCELLED
                              ? withoutPatient(whole)
                              : whole;
                        }));
  }

  private static PagedView whole(
      Incident incident,
      PreAlert preAlert,
      Escalation escalation,
      String role,
      String hospital,
      @Nullable Long etaSeconds,
      boolean departed,
      Instant now) {
    Optional<Patient> patient =
        incident.patients().stream().filter(p -> p.id().equals(preAlert.patientId())).findFirst();
    Optional<ChestPainCase> chestPain = incident.findCase(preAlert.patientId());
    Answer answer = preAlert.findAnswer().orElse(null);
    boolean here =
        answer != null
            && answer.equals(escalation.answer())
            && answer.source() == MilestoneSource.LINK
            && answer.by().equals(role);
    return new PagedView(
        preAlert.state(),
        preAlert.kind(),
        hospital,
        role,
        escalation.sentAt(),
        escalation.dueAt(),
        chestPain
            .flatMap(c -> Optional.ofNullable(c.diagnosis()))
            .map(d -> d.diagnosis())
            .orElse(null),
        patient.map(Patient::sex).orElse(null),
        patient.map(Patient::ageYears).orElse(null),
        etaSeconds,
        departed,
        chestPain.flatMap(ChestPainCase::findLatestVitals).orElse(null),
        chestPain.map(c -> running(incident, c, now)).orElse(List.of()),
        chestPain.map(PagedViews::ecgs).orElse(List.of()),
        answer == null ? null : answer.answer(),
        answer == null ? null : answer.at(),
        answer == null ? null : answer.by(),
        here,
        incident.revision());
  }

  private static List<IntervalView> running(Incident incident, ChestPainCase c, Instant now) {
    return CaseClocks.of(CaseReading.of(incident, c)).stream()
        .filter(Clock::running)
        .map(clock -> CaseViews.interval(clock, now))
        .toList();
  }

  private static List<PagedEcg> ecgs(ChestPainCase c) {
    return c.ecgs().stream()
        .filter(e -> !e.withdrawn())
        .map(
            e ->
                new PagedEcg(
                    e.file().id(), e.file().format(), e.file().contentType(), e.receivedAt()))
        .toList();
  }

  /** A hospital that is not asked any more has no business with the patient. */
  private static PagedView withoutPatient(PagedView whole) {
    return new PagedView(
        whole.state(),
        whole.kind(),
        whole.hospital(),
        whole.contact(),
        whole.sentAt(),
        whole.dueAt(),
        null,
        null,
        null,
        null,
        false,
        null,
        List.of(),
        List.of(),
        whole.answer(),
        whole.answeredAt(),
        whole.answeredBy(),
        whole.answeredHere(),
        whole.seq());
  }
}
