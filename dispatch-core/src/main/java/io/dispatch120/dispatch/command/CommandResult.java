package io.dispatch120.dispatch.command;

import io.dispatch120.dispatch.api.Refusal;
import io.dispatch120.dispatch.fleet.Unit;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.incident.Moment;
import io.dispatch120.dispatch.journal.JournalEntry;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What became of a command: a value for everything expected. Failures of the future are faults. */
public sealed interface CommandResult {

  /**
   * Done, now or (when {@code replayed}) by an earlier request with the same id.
   *
   * @param entries what it wrote, empty when nothing was to be changed
   * @param incident the incident right after it, as of its last entry
   * @param other of a link, the incident the call left
   * @param unit the unit right after it
   */
  record Done(
      UUID commandId,
      boolean replayed,
      List<JournalEntry> entries,
      Optional<Incident> incident,
      Optional<Incident> other,
      Optional<Unit> unit)
      implements CommandResult {
    public Done {
      entries = List.copyOf(entries);
    }

    /**
     * The identity of what the command made under {@code label}, see {@link Moment#newId(String)}.
     */
    public String newId(String label) {
      return Moment.newId(commandId, label);
    }
  }

  record Refused(Refusal refusal) implements CommandResult {}

  /** The command id was used before for something else. */
  record KeyReused() implements CommandResult {}

  /** A call taken while the database is away: safe on this node's disk, not yet in the journal. */
  record Spooled(UUID commandId) implements CommandResult {}
}
