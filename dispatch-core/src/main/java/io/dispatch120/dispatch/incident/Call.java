package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.api.CallId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.Personal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One ring of the phone (呼叫). Many may belong to one incident.
 *
 * @param openedIncident the incident this call opened, where it goes back to when it is unlinked
 * @param possibleDuplicates what was shown to the dispatcher when it came in
 */
public record Call(
    CallId id,
    Personal phone,
    @Nullable Personal callerName,
    Instant receivedAt,
    boolean silentCaller,
    @Nullable String recordingRef,
    IncidentId openedIncident,
    List<PossibleDuplicate> possibleDuplicates) {

  public Call {
    possibleDuplicates = List.copyOf(possibleDuplicates);
  }

  /** An open incident near in place and time; a person decides whether it is the same. */
  public record PossibleDuplicate(IncidentId incidentId, double distanceMeters, long ageSeconds) {}
}
