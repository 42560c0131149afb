package io.dispatch120.dispatch.journal;

import io.dispatch120.dispatch.api.AlertId;
import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.CallId;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.Complaint;
import io.dispatch120.dispatch.api.EscalationId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.IncidentStatus;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Priority;
import io.dispatch120.dispatch.incident.Incident;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Incidents as folded from the journal, open and closed. Thread-safe; fails with {@link
 * StorageUnavailable}.
 */
public interface IncidentStore {

  Future<Optional<Incident>> find(CenterId center, IncidentId id);

  /** The incident as it was right after entry {@code seq}. */
  Future<Optional<Incident>> findAsOf(CenterId center, IncidentId id, long seq);

  /** Its journal entries, in order; empty when it is unknown. */
  Future<List<JournalEntry>> listEntries(CenterId center, IncidentId id);

  Future<Optional<IncidentId>> findIdByAssignment(CenterId center, AssignmentId id);

  Future<Optional<IncidentId>> findIdByCall(CenterId center, CallId id);

  Future<Optional<IncidentId>> findIdByPatient(CenterId center, PatientId id);

  Future<Optional<IncidentId>> findIdByAlert(CenterId center, AlertId id);

  Future<Optional<IncidentId>> findIdByEscalation(CenterId center, EscalationId id);

  /**
   * Newest first, at most {@code query.limit()}; the next page starts with the last one's opening
   * number.
   */
  Future<List<Incident>> list(CenterId center, Query query);

  /**
   * @param text an incident number, or a whole phone number
   * @param beforeOpenedSeq continues after a page: only incidents opened before this sequence
   *     number
   */
  record Query(
      @Nullable IncidentStatus status,
      @Nullable Priority priority,
      @Nullable Complaint complaint,
      @Nullable String text,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable Long beforeOpenedSeq,
      int limit) {}
}
