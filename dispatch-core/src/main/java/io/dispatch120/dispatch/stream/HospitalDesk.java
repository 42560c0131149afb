package io.dispatch120.dispatch.stream;

import io.dispatch120.dispatch.api.BoardView;
import io.dispatch120.dispatch.api.DispatchEvent;
import io.dispatch120.dispatch.api.EventView;
import io.dispatch120.dispatch.api.FrameSink;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.InboundPatientView;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.IncidentView;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.assignment.Assignment;
import io.dispatch120.dispatch.board.Board;
import io.dispatch120.dispatch.fleet.LiveFleet;
import io.dispatch120.dispatch.hospital.HospitalEvent;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.journal.BoardSource.Picture;
import io.dispatch120.dispatch.road.ClosedRoads;
import io.dispatch120.dispatch.stream.HospitalRules.Rule;
import io.dispatch120.dispatch.view.BoardViews;
import io.dispatch120.dispatch.view.HospitalSight;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A hospital's desk: the patients it has been told of, those on their way to it and those it has
 * received, of closed incidents too while their case goes on. What it is told of an event is in
 * {@link HospitalRules}: nothing about another hospital's patient is sent. What stops being its own
 * is shown once more, so that it can be taken off the screen.
 */
final class HospitalDesk extends Listener {
  private final FrameWriter writer;
  private final HospitalId hospital;
  private final Sources sources;

  private final Map<IncidentId, Shown> shown = new HashMap<>();

  /** What the client was last told, null when that is not known. */
  private @Nullable List<InboundPatientView> told;

  /**
   * What it has before it.
   *
   * @param incident as it was after the last event
   * @param bringing units that bring somebody here
   */
  private record Shown(Incident incident, Set<UnitId> bringing) {}

  /** Where it looks. On the loop. */
  record Sources(
      Board board,
      LiveFleet fleet,
      EdgeListeners.Pictures pictures,
      Supplier<Picture> picture,
      InstantSource clock) {}

  HospitalDesk(FrameSink sink, FrameWriter writer, HospitalId hospital, Sources sources) {
    super(sink);
    this.writer = writer;
    this.hospital = hospital;
    this.sources = sources;
  }

  @Override
  Object snapshot() {
    Picture all = sources.picture().get();
    Instant at = all.at();
    shown.clear();
    told = null;
    List<IncidentView> own = new ArrayList<>();
    List<Incident> ownWithTheirAlerts = new ArrayList<>();
    for (Incident incident : all.incidents()) {
      HospitalSight sight = HospitalSight.of(incident, hospital);
      if (sight.shows()) {
        note(incident, sight);
        own.add(sight.view(at));
        ownWithTheirAlerts.add(
            incident.withAlerts(incident.alerts().stream().filter(sight::isFor).toList()));
      }
    }
    Picture narrow =
        new Picture(
                all.seq(),
                at,
                ownWithTheirAlerts,
                all.units().stream().filter(u -> brings(u.id())).toList(),
                ClosedRoads.NONE)
            .with(all.notices());
    BoardView board = BoardViews.of(sources.board().center(), narrow, sources.fleet(), at);
    return new BoardView(
        board.seq(),
        at,
        board.center(),
        own,
        board.units(),
        board.alerts(),
        List.of(),
        board.hospitals().stream().filter(h -> h.id().equals(hospital)).toList());
  }

  /**
   * @return as it was before, null when it was not shown
   */
  private @Nullable Shown note(Incident incident, HospitalSight sight) {
    Set<UnitId> bringing =
        incident.liveAssignments().stream()
            .filter(a -> sight.brings(a.id()))
            .map(Assignment::unitId)
            .collect(Collectors.toSet());
    return shown.put(incident.id(), new Shown(incident, bringing));
  }

  private boolean brings(UnitId unit) {
    return shown.values().stream().anyMatch(s -> s.bringing().contains(unit));
  }

  @Override
  boolean concerns(Recent event) {
    DispatchEvent happened = event.applied().entry().event();
    if (happened instanceof HospitalEvent notice) {
      return notice.hospitalId().equals(hospital);
    }
    Optional<Incident> changed = event.applied().incident();
    if (changed.isEmpty()) {
      UnitId unit = event.view().unitId();
      return HospitalRules.of(happened.getClass()) == Rule.UNIT && unit != null && brings(unit);
    }
    Incident after = changed.get();
    HospitalSight sight = HospitalSight.of(after, hospital);
    if (!sight.shows()) {
      return shown.remove(after.id()) != null;
    }
    Shown before = note(after, sight);
    return before == null
        || HospitalRules.whole(happened, after, sight)
        || (HospitalRules.of(happened.getClass()) != Rule.NOBODY
            && looksOther(before.incident(), after.revision(), sight));
  }

  /** Whether the hospital is shown something else than before, beside what time alone changes. */
  private boolean looksOther(Incident before, long revision, HospitalSight after) {
    Instant now = sources.clock().instant();
    IncidentView was = HospitalSight.of(before.at(revision), hospital).view(now);
    return !was.equals(after.view(now));
  }

  /** What it showed at an earlier event is not known any more. */
  @Override
  boolean resumable() {
    return false;
  }

  @Override
  String frame(Recent event, long prev) {
    Instant now = sources.clock().instant();
    Optional<Incident> after = event.applied().incident();
    Optional<HospitalSight> sight = after.map(i -> HospitalSight.of(i, hospital));
    boolean whole =
        sight.isEmpty()
            || HospitalRules.whole(
                event.applied().entry().event(), after.orElseThrow(), sight.get());
    return writer.write(
        new Frames.Event(
            prev,
            whole ? event.view() : bare(event),
            sight.map(s -> s.view(now)).stream().toList(),
            event.units().stream().filter(u -> brings(u.id())).toList()),
        false);
  }

  /** That it happened: what it says is about others, or nothing that a hospital needs. */
  private static EventView bare(Recent event) {
    EventView view = event.view();
    return new EventView(
        view.id(),
        view.seq(),
        view.type(),
        view.at(),
        view.recordedAt(),
        event.applied().entry().actor().kind(),
        view.incidentId(),
        null,
        Map.of());
  }

  @Override
  boolean seesUnit(UnitId unit) {
    return brings(unit);
  }

  @Override
  String approach() {
    List<InboundPatientView> patients =
        shown.keySet().stream()
            .sorted((a, b) -> a.value().compareTo(b.value()))
            .flatMap(id -> sources.board().findIncident(id).stream())
            .flatMap(incident -> sources.pictures().inbound(incident, hospital).stream())
            .toList();
    if (patients.equals(Objects.requireNonNullElse(told, List.of()))) {
      return "";
    }
    told = patients;
    return writer.write(new Frames.Inbound(patients), false);
  }
}
