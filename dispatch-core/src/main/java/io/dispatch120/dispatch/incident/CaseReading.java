package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.api.CaseMilestone;
import io.dispatch120.dispatch.api.EscalationAnswer;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.MilestoneSource;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.PreAlertKind;
import io.dispatch120.dispatch.assignment.Assignment;
import io.dispatch120.dispatch.assignment.MilestoneTime;
import io.dispatch120.dispatch.chestpain.CaseFacts;
import io.dispatch120.dispatch.chestpain.CaseTime;
import io.dispatch120.dispatch.chestpain.ChestPainCase;
import io.dispatch120.dispatch.chestpain.Visit;
import io.dispatch120.dispatch.hospital.Escalation.Answer;
import io.dispatch120.dispatch.hospital.PreAlert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads everything that is known of the times of a case: what people reported of it, and, where
 * nobody did, what the crew's own steps and the pre-alerts tell. Nothing is guessed. A function of
 * the incident's state alone.
 */
public final class CaseReading {
  private CaseReading() {}

  public static CaseFacts of(Incident incident, ChestPainCase c) {
    List<Assignment> assignments = CasePatients.assignments(incident, c.patientId());
    Map<CaseMilestone, CaseTime> times = new EnumMap<>(CaseMilestone.class);
    firstContact(assignments).ifPresent(t -> times.put(CaseMilestone.FIRST_MEDICAL_CONTACT, t));
    preAlerts(incident, c.patientId(), times);
    times.putAll(c.milestones());
    return new CaseFacts(
        times,
        visits(assignments, c.visits()),
        destination(incident, c.patientId()),
        c.stemi(),
        c.strategy(),
        c.concluded(),
        c.targets());
  }

  /** Where the patient is being taken, else the last hospital that was told. */
  private static @Nullable HospitalId destination(Incident incident, PatientId patient) {
    return CasePatients.destination(incident, patient)
        .or(
            () ->
                incident.listPreAlerts(patient).stream()
                    .filter(PreAlert::stands)
                    .map(PreAlert::hospitalId)
                    .reduce((first, last) -> last))
        .orElse(null);
  }

  /** A STEMI that no hospital has been told of, and nobody has said where to. */
  public static boolean destinationNeeded(Incident incident, ChestPainCase c) {
    return CaseConcerns.destinationNeeded(incident, c);
  }

  private static Optional<CaseTime> firstContact(List<Assignment> assignments) {
    return assignments.stream()
        .flatMap(a -> a.findTime(Milestone.PATIENT_CONTACT).stream())
        .min((a, b) -> a.at().compareTo(b.at()))
        .map(CaseReading::of);
  }

  private static void preAlerts(
      Incident incident, PatientId patient, Map<CaseMilestone, CaseTime> times) {
    for (PreAlert preAlert : incident.listPreAlerts(patient)) {
      if (preAlert.kind() != PreAlertKind.CHEST_PAIN) {
        continue;
      }
      times.putIfAbsent(CaseMilestone.PRE_ALERT, system(preAlert.sentAt(), preAlert.sentSeq()));
      Optional<Answer> answer =
          preAlert.findAnswer().filter(a -> a.answer() == EscalationAnswer.ACCEPTED);
      if (answer.isPresent()) {
        Answer given = answer.get();
        times.put(
            CaseMilestone.PRE_ALERT_ACCEPTED,
            new CaseTime(given.at(), given.at(), given.source(), null, false, false, given.seq()));
      }
    }
  }

  private static List<Visit> visits(List<Assignment> assignments, List<Visit> reported) {
    List<Visit> visits = new ArrayList<>();
    for (int i = 0; i < assignments.size(); i++) {
      Assignment assignment = assignments.get(i);
      HospitalId hospital = assignment.destination();
      Optional<MilestoneTime> arrival = assignment.findTime(Milestone.AT_HOSPITAL);
      if (hospital != null && arrival.isPresent()) {
        visits.add(
            new Visit(hospital, of(arrival.get()), departure(assignments, i, arrival.get().at())));
      }
    }
    for (Visit visit : reported) {
      merge(visits, visit);
    }
    visits.sort((a, b) -> begin(a).compareTo(begin(b)));
    return visits;
  }

  /** The next unit that takes the patient on leaves with the patient. */
  private static @Nullable CaseTime departure(
      List<Assignment> assignments, int from, Instant arrival) {
    return assignments.stream()
        .skip(from + 1L)
        .flatMap(a -> a.findTime(Milestone.TRANSPORTING).stream())
        .filter(t -> !t.at().isBefore(arrival))
        .findFirst()
        .map(CaseReading::of)
        .orElse(null);
  }

  /** What is reported of a visit stands over what a crew's steps tell. */
  private static void merge(List<Visit> visits, Visit reported) {
    for (int i = 0; i < visits.size(); i++) {
      Visit known = visits.get(i);
      if (known.hospitalId().equals(reported.hospitalId())) {
        visits.set(
            i,
            new Visit(
                known.hospitalId(),
                reported.arrival() == null ? known.arrival() : reported.arrival(),
                reported.departure() == null ? known.departure() : reported.departure()));
        return;
      }
    }
    visits.add(reported);
  }

  private static Instant begin(Visit visit) {
    CaseTime arrival = visit.arrival();
    CaseTime departure = visit.departure();
    if (arrival != null) {
      return arrival.at();
    }
    return departure == null ? Instant.MAX : departure.at();
  }

  private static CaseTime of(MilestoneTime time) {
    return new CaseTime(
        time.at(),
        time.recordedAt(),
        time.source(),
        time.deviceAt(),
        time.clockSuspect(),
        false,
        time.seq());
  }

  private static CaseTime system(Instant at, long seq) {
    return new CaseTime(at, at, MilestoneSource.SYSTEM, null, false, false, seq);
  }
}
