package io.dispatch120.dispatch.command;

import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.fleet.Unit;
import io.dispatch120.dispatch.fleet.UnitAvailabilityChanged;
import io.dispatch120.dispatch.incident.AssignmentEvents;
import io.dispatch120.dispatch.incident.Decision.Draft;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.incident.Moment;
import io.dispatch120.dispatch.incident.Provisional;
import io.dispatch120.dispatch.incident.Scene;
import io.dispatch120.dispatch.incident.TriageEvents.TriageRecorded;
import io.dispatch120.dispatch.journal.AppendCommand;
import io.dispatch120.dispatch.journal.AppendCommand.Guard;
import io.dispatch120.dispatch.journal.AppendCommand.NewEvent;
import io.dispatch120.dispatch.journal.JournalEntry;
import io.dispatch120.dispatch.journal.Projection;
import io.dispatch120.dispatch.journal.RowChange;
import io.dispatch120.dispatch.journal.RowChange.TimerCancelled;
import io.dispatch120.dispatch.journal.RowChange.TimerSet;
import io.dispatch120.dispatch.road.RoadEvent;
import io.dispatch120.dispatch.triage.CardEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** From a decision to what is appended, and from what was appended to journal entries. Pure. */
final class AppendBuilder {
  private AppendBuilder() {}

  static AppendCommand build(
      CommandRequest request, Scene scene, List<Draft> drafts, Moment moment) {
    List<Guard> guards = new ArrayList<>();
    List<RowChange> rows = new ArrayList<>();
    byIncident(drafts)
        .forEach(
            (id, own) -> {
              Optional<Incident> before = find(scene, id);
              guards.add(new Guard.OfIncident(id, before.map(Incident::revision).orElse(0L)));
              Incident after = Provisional.apply(before, own, moment);
              rows.addAll(Projection.rows(before, after, moment.policy(), moment.now()));
            });
    scene
        .unit()
        .filter(unit -> drafts.stream().anyMatch(AppendBuilder::needsUnitAsSeen))
        .ifPresent(
            unit -> {
              guards.add(new Guard.OfUnit(unit.id(), unit.revision()));
              rows.add(Projection.unitRow(declared(unit, drafts)));
            });
    if (drafts.stream().anyMatch(draft -> draft.event() instanceof RoadEvent)) {
      guards.add(new Guard.OfRoads(scene.roads().revision()));
    }
    if (drafts.stream().anyMatch(AppendBuilder::needsCardsAsSeen)) {
      guards.add(new Guard.OfTriageCards(scene.cards().revision()));
    }
    if (drafts.isEmpty()) {
      guardScene(scene, guards);
    }
    if (request.command() instanceof Command.FireDeadline fired && !touches(rows, fired)) {
      settle(fired, scene, moment, guards, rows);
    }
    return new AppendCommand(
        request.commandId(),
        request.fingerprint(),
        request.actor(),
        guards,
        events(request, drafts),
        Projection.inOrder(rows));
  }

  /** "Nothing to change" is a decision too, and may have been made on an old board. */
  private static void guardScene(Scene scene, List<Guard> guards) {
    scene.incident().ifPresent(i -> guards.add(new Guard.OfIncident(i.id(), i.revision())));
    scene.other().ifPresent(i -> guards.add(new Guard.OfIncident(i.id(), i.revision())));
    scene.unit().ifPresent(u -> guards.add(new Guard.OfUnit(u.id(), u.revision())));
  }

  private static boolean touches(List<RowChange> rows, Command.FireDeadline fired) {
    return rows.stream()
        .anyMatch(
            row ->
                (row instanceof TimerSet set && set.timerId().equals(fired.timerId()))
                    || (row instanceof TimerCancelled gone
                        && gone.timerId().equals(fired.timerId())));
  }

  /**
   * A deadline that fired is settled even when nothing else follows from it. Its incident is
   * guarded nevertheless, or a newer generation that another node has just set could be taken away.
   */
  private static void settle(
      Command.FireDeadline fired,
      Scene scene,
      Moment moment,
      List<Guard> guards,
      List<RowChange> rows) {
    Optional<Incident> incident = scene.incident();
    if (incident.isEmpty()) {
      rows.add(new TimerCancelled(fired.incidentId(), fired.timerId()));
      return;
    }
    rows.add(Projection.settled(fired, incident.get(), moment.policy(), moment.now()));
  }

  private static boolean needsUnitAsSeen(Draft draft) {
    return draft.event() instanceof AssignmentEvents.UnitAssigned
        || draft.event() instanceof AssignmentEvents.MilestoneWithdrawn
        || draft.event() instanceof UnitAvailabilityChanged;
  }

  private static boolean needsCardsAsSeen(Draft draft) {
    return draft.event() instanceof CardEvent || draft.event() instanceof TriageRecorded;
  }

  private static Unit declared(Unit unit, List<Draft> drafts) {
    Unit after = unit;
    for (Draft draft : drafts) {
      if (draft.event() instanceof UnitAvailabilityChanged changed) {
        after = changed.applyTo(after);
      }
    }
    return after;
  }

  private static Map<IncidentId, List<Draft>> byIncident(List<Draft> drafts) {
    Map<IncidentId, List<Draft>> grouped = new LinkedHashMap<>();
    for (Draft draft : drafts) {
      if (draft.incidentId() != null) {
        grouped.computeIfAbsent(draft.incidentId(), id -> new ArrayList<>()).add(draft);
      }
    }
    return grouped;
  }

  private static Optional<Incident> find(Scene scene, IncidentId id) {
    return scene
        .incident()
        .filter(i -> i.id().equals(id))
        .or(() -> scene.other().filter(i -> i.id().equals(id)));
  }

  private static List<NewEvent> events(CommandRequest request, List<Draft> drafts) {
    List<NewEvent> events = new ArrayList<>();
    for (Draft draft : drafts) {
      Instant at = request.happenedAt() == null ? draft.at() : request.happenedAt();
      UUID id = UUID.fromString(Moment.newId(request.commandId(), "event/" + events.size()));
      events.add(new NewEvent(id, at, draft.incidentId(), draft.event().unitId(), draft.event()));
    }
    return events;
  }

  /** The journal's lines as this node knows them without reading them back. */
  static List<JournalEntry> entries(
      CommandRequest request, AppendCommand appended, long firstSeq, Instant recordedAt) {
    List<JournalEntry> entries = new ArrayList<>();
    for (NewEvent event : appended.events()) {
      entries.add(
          new JournalEntry(
              request.center(),
              firstSeq + entries.size(),
              event.id(),
              event.at(),
              recordedAt,
              request.actor(),
              event.incidentId(),
              event.unitId(),
              event.event()));
    }
    return entries;
  }
}
