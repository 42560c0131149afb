package io.dispatch120.dispatch.journal;

import io.dispatch120.dispatch.api.AlertId;
import io.dispatch120.dispatch.api.AlertKind;
import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.AssignmentStatus;
import io.dispatch120.dispatch.api.CallId;
import io.dispatch120.dispatch.api.Complaint;
import io.dispatch120.dispatch.api.Duty;
import io.dispatch120.dispatch.api.EscalationId;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.IncidentStatus;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.Priority;
import io.dispatch120.dispatch.api.UnitId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of a current-state table. The tables hold what guards, finds and lists need; the state
 * itself is always the fold of the journal. Rows are whole: an upsert replaces what was there.
 */
public sealed interface RowChange {

  /**
   * @param phones numbers of its calls, kept only as keyed hashes to find an incident by its caller
   * @param calls and {@code patients}: so that a command naming one finds its incident
   */
  record IncidentRow(
      IncidentId id,
      IncidentStatus status,
      Priority priority,
      @Nullable Complaint complaint,
      boolean closed,
      List<CallId> calls,
      List<PatientId> patients,
      List<Personal> phones)
      implements RowChange {
    public IncidentRow {
      calls = List.copyOf(calls);
      patients = List.copyOf(patients);
      phones = List.copyOf(phones);
    }
  }

  /**
   * {@code ended} frees the unit: the unique index over live rows is what forbids a second
   * assignment.
   */
  record AssignmentRow(
      AssignmentId id,
      IncidentId incidentId,
      UnitId unitId,
      AssignmentStatus status,
      boolean ended,
      @Nullable HospitalId destination)
      implements RowChange {}

  record UnitRow(UnitId id, Duty duty, @Nullable String reason, @Nullable Instant expectedBackAt)
      implements RowChange {}

  record AlertRow(AlertId id, IncidentId incidentId, AlertKind kind, boolean cleared)
      implements RowChange {}

  /** A link follows its call to another incident; the store keeps only the hash of its token. */
  record LinkRow(String id, IncidentId incidentId, CallId callId, Instant expiresAt)
      implements RowChange {}

  /** So that reports find a case by when it was opened, closed incidents included. */
  record CaseRow(PatientId patientId, IncidentId incidentId, Instant openedAt)
      implements RowChange {}

  /** So that an answer finds its incident. */
  record EscalationRow(EscalationId id, IncidentId incidentId) implements RowChange {}

  /**
   * A text message that waits to be sent, or no longer does. The store keeps the hash of the token
   * that answers by it.
   *
   * @param id {@link Pages#id}
   */
  record PageRow(
      String id, IncidentId incidentId, EscalationId escalationId, int recipient, boolean waiting)
      implements RowChange {}

  /**
   * Sets a deadline {@code delay} after this append's database time, replacing an earlier
   * generation.
   */
  record TimerSet(IncidentId incidentId, String timerId, int generation, Duration delay)
      implements RowChange {}

  record TimerCancelled(IncidentId incidentId, String timerId) implements RowChange {}
}
