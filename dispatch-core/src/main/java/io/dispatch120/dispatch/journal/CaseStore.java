package io.dispatch120.dispatch.journal;

import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.PatientId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds chest-pain cases by when they were opened. Thread-safe. */
public interface CaseStore {

  /** Where a case is. */
  record CaseRef(PatientId patientId, IncidentId incidentId, Instant openedAt) {}

  /**
   * Cases opened from {@code from} on and before {@code to}, by opening and then by patient.
   *
   * @param after the last one of the page before; null for the first page
   */
  Future<List<CaseRef>> list(
      CenterId center, Instant from, Instant to, @Nullable CaseRef after, int limit);
}
