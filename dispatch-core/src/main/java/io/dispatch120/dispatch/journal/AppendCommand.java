package io.dispatch120.dispatch.journal;

import io.dispatch120.dispatch.api.Actor;
import io.dispatch120.dispatch.api.DispatchEvent;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.UnitId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One decided command on its way into the journal.
 *
 * @param id repeating it repeats the recorded answer instead of the effect
 * @param fingerprint of the request's body: the same id with another one is refused
 * @param guards what the decision was based on; any difference is a conflict
 * @param events in the order to be written; may be empty (only row changes, such as a deadline that
 *     lapsed)
 * @param rows changes of the current-state tables, in the same transaction
 */
public record AppendCommand(
    UUID id,
    String fingerprint,
    Actor actor,
    List<Guard> guards,
    List<NewEvent> events,
    List<RowChange> rows) {

  public AppendCommand {
    guards = List.copyOf(guards);
    events = List.copyOf(events);
    rows = List.copyOf(rows);
  }

  public record NewEvent(
      UUID id,
      Instant at,
      @Nullable IncidentId incidentId,
      @Nullable UnitId unitId,
      DispatchEvent event) {}

  /**
   * What a decision saw: the last sequence number of an incident or unit, 0 for "does not exist
   * yet".
   */
  public sealed interface Guard {
    record OfIncident(IncidentId id, long revision) implements Guard {}

    record OfUnit(UnitId id, long revision) implements Guard {}

    /** All road closures of the centre: few, seldom, and limited in number together. */
    record OfRoads(long revision) implements Guard {}

    /** All triage cards of the centre: what is in force decides what triage may record. */
    record OfTriageCards(long revision) implements Guard {}
  }
}
