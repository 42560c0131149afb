package io.dispatch120.dispatch.board;

import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.fleet.Unit;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.journal.JournalEntry;
import java.util.Optional;
import java.util.Set;

/**
 * One journal entry with the state it led to.
 *
 * @param incident the incident after it
 * @param unit the unit after it
 * @param crews units whose crews are concerned: the entry's own, and those in a live assignment of
 *     its incident before or after it
 */
public record Applied(
    JournalEntry entry, Optional<Incident> incident, Optional<Unit> unit, Set<UnitId> crews) {
  public Applied {
    crews = Set.copyOf(crews);
  }
}
