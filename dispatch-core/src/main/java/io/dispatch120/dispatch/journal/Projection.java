package io.dispatch120.dispatch.journal;

import io.dispatch120.dispatch.alert.Alert;
import io.dispatch120.dispatch.alert.CenterPolicy;
import io.dispatch120.dispatch.alert.Deadline;
import io.dispatch120.dispatch.api.Command.FireDeadline;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.PageState;
import io.dispatch120.dispatch.assignment.Assignment;
import io.dispatch120.dispatch.chestpain.ChestPainCase;
import io.dispatch120.dispatch.fleet.Unit;
import io.dispatch120.dispatch.hospital.Escalation;
import io.dispatch120.dispatch.hospital.Escalation.Page;
import io.dispatch120.dispatch.incident.Call;
import io.dispatch120.dispatch.incident.Deadlines;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.incident.IncidentStatuses;
import io.dispatch120.dispatch.incident.LocatorLink;
import io.dispatch120.dispatch.incident.Patient;
import io.dispatch120.dispatch.journal.RowChange.AlertRow;
import io.dispatch120.dispatch.journal.RowChange.AssignmentRow;
import io.dispatch120.dispatch.journal.RowChange.CaseRow;
import io.dispatch120.dispatch.journal.RowChange.EscalationRow;
import io.dispatch120.dispatch.journal.RowChange.IncidentRow;
import io.dispatch120.dispatch.journal.RowChange.LinkRow;
import io.dispatch120.dispatch.journal.RowChange.PageRow;
import io.dispatch120.dispatch.journal.RowChange.TimerCancelled;
import io.dispatch120.dispatch.journal.RowChange.TimerSet;
import io.dispatch120.dispatch.journal.RowChange.UnitRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the current-state tables hold of a state: the rows that differ between two states. Pure. */
public final class Projection {
  private Projection() {}

  /**
   * The rows to write when {@code before} becomes {@code after}; none when they are the same.
   * Assignments that end stand before those that begin. The rows of several incidents of one
   * command are put in order by {@link #inOrder}.
   */
  public static List<RowChange> rows(
      Optional<Incident> before, Incident after, CenterPolicy policy, Instant now) {
    if (before.isPresent() && before.get().equals(after)) {
      return List.of();
    }
    List<RowChange> rows = new ArrayList<>();
    rows.add(incidentRow(after));
    rows.addAll(changed(before, after, Incident::assignments, Projection::assignmentRow));
    rows.addAll(changed(before, after, Incident::alerts, Projection::alertRow));
    rows.addAll(changedLinks(before, after));
    rows.addAll(changed(before, after, Incident::cases, Projection::caseRow));
    rows.addAll(changed(before, after, Projection::escalations, Projection::escalationRow));
    rows.addAll(changed(before, after, Projection::pages, (i, page) -> page));
    rows.addAll(timers(before, after, policy, now));
    return inOrder(rows);
  }

  /** What ends a unit's assignment first, what lets go of a call before what takes it; stable. */
  public static List<RowChange> inOrder(List<RowChange> rows) {
    return rows.stream().sorted(Comparator.comparingInt(Projection::rank)).toList();
  }

  /**
   * The row of a deadline that has fired, as {@code after} wants it. To be added when the timer
   * rows do not follow from {@link #rows}: the deadline was overtaken and nothing changed.
   */
  public static RowChange settled(
      FireDeadline fired, Incident after, CenterPolicy policy, Instant now) {
    return Deadlines.of(after, policy, now).stream()
        .filter(d -> d.id().equals(fired.timerId()) && d.generation() != fired.generation())
        .findFirst()
        .<RowChange>map(d -> timerSet(after.id(), d))
        .orElseGet(() -> new TimerCancelled(after.id(), fired.timerId()));
  }

  public static UnitRow unitRow(Unit unit) {
    return new UnitRow(
        unit.id(), unit.duty().duty(), unit.duty().reason(), unit.duty().expectedBackAt());
  }

  private static int rank(RowChange row) {
    if (row instanceof IncidentRow incident) {
      return incident.closed() ? 0 : 1;
    }
    if (row instanceof AssignmentRow assignment) {
      return assignment.ended() ? 2 : 3;
    }
    return 4;
  }

  /** An absorbed incident has lost its call and patients to the one that took them. */
  private static IncidentRow incidentRow(Incident incident) {
    List<Call> calls = incident.absorbed() ? List.of() : incident.calls();
    List<Patient> patients = incident.absorbed() ? List.of() : incident.patients();
    return new IncidentRow(
        incident.id(),
        IncidentStatuses.of(incident),
        incident.details().effectivePriority(),
        incident.details().complaint(),
        incident.closed(),
        calls.stream().map(Call::id).toList(),
        patients.stream().map(Patient::id).toList(),
        calls.stream().map(Call::phone).distinct().toList());
  }

  private static RowChange assignmentRow(Incident incident, Assignment assignment) {
    return new AssignmentRow(
        assignment.id(),
        incident.id(),
        assignment.unitId(),
        assignment.status(),
        !assignment.live(),
        assignment.destination());
  }

  private static RowChange alertRow(Incident incident, Alert alert) {
    return new AlertRow(alert.id(), incident.id(), alert.kind(), !alert.live());
  }

  private static RowChange caseRow(Incident incident, ChestPainCase c) {
    return new CaseRow(c.patientId(), incident.id(), c.openedAt());
  }

  private static List<Escalation> escalations(Incident incident) {
    return incident.preAlerts().stream().flatMap(p -> p.escalations().stream()).toList();
  }

  private static RowChange escalationRow(Incident incident, Escalation escalation) {
    return new EscalationRow(escalation.id(), incident.id());
  }

  private static List<RowChange> pages(Incident incident) {
    return escalations(incident).stream()
        .flatMap(e -> e.pages().stream().map(p -> pageRow(incident, e, p)))
        .toList();
  }

  private static RowChange pageRow(Incident incident, Escalation escalation, Page page) {
    return new PageRow(
        Pages.id(escalation.id(), page.recipient()),
        incident.id(),
        escalation.id(),
        page.recipient(),
        page.state() == PageState.WAITING);
  }

  private static RowChange linkRow(Incident incident, LocatorLink link) {
    return new LinkRow(link.id(), incident.id(), link.callId(), link.expiresAt());
  }

  /** Links point to where their call is: a restored incident takes its own back. */
  private static List<RowChange> changedLinks(Optional<Incident> before, Incident after) {
    return after.absorbed()
        ? List.of()
        : changed(before.filter(b -> !b.absorbed()), after, Incident::links, Projection::linkRow);
  }

  private interface Row<T> {
    RowChange of(Incident incident, T one);
  }

  private static <T> List<RowChange> changed(
      Optional<Incident> before, Incident after, Function<Incident, List<T>> list, Row<T> row) {
    List<RowChange> known =
        before
            .map(b -> list.apply(b).stream().map(one -> row.of(b, one)).toList())
            .orElse(List.of());
    return list.apply(after).stream()
        .map(one -> row.of(after, one))
        .filter(r -> !known.contains(r))
        .toList();
  }

  private static List<RowChange> timers(
      Optional<Incident> before, Incident after, CenterPolicy policy, Instant now) {
    Map<String, Integer> known =
        before.map(b -> Deadlines.of(b, policy, now)).orElse(List.of()).stream()
            .collect(Collectors.toMap(Deadline::id, Deadline::generation));
    List<Deadline> wanted = Deadlines.of(after, policy, now);
    List<RowChange> rows = new ArrayList<>();
    known.keySet().stream()
        .filter(id -> wanted.stream().noneMatch(d -> d.id().equals(id)))
        .sorted()
        .forEach(id -> rows.add(new TimerCancelled(after.id(), id)));
    for (Deadline deadline : wanted) {
      Integer generation = known.get(deadline.id());
      if (generation == null || generation != deadline.generation()) {
        rows.add(timerSet(after.id(), deadline));
      }
    }
    return rows;
  }

  private static TimerSet timerSet(IncidentId incident, Deadline deadline) {
    return new TimerSet(incident, deadline.id(), deadline.generation(), deadline.delay());
  }
}
