package io.dispatch120.dispatch.stream;

import io.dispatch120.dispatch.api.BoardView;
import io.dispatch120.dispatch.api.EventView;
import io.dispatch120.dispatch.api.FrameSink;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.InboundPatientView;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.IncidentView;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.PreAlertView;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.board.Board;
import io.dispatch120.dispatch.fleet.LiveFleet;
import io.dispatch120.dispatch.hospital.HospitalEvent;
import io.dispatch120.dispatch.incident.AlertEvents;
import io.dispatch120.dispatch.incident.ChestPainEvents;
import io.dispatch120.dispatch.incident.IncidentEvent;
import io.dispatch120.dispatch.incident.PreAlertEvents;
import io.dispatch120.dispatch.journal.BoardSource.Picture;
import io.dispatch120.dispatch.road.ClosedRoads;
import io.dispatch120.dispatch.view.BoardViews;
import io.dispatch120.dispatch.view.HospitalSight;
import io.dispatch120.dispatch.view.IncidentViews;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A hospital's desk: the patients it has been told of, those on their way to it and those it has
 * received, of closed incidents too while their case goes on. Nothing about another hospital's
 * patient is sent. What stops being its own is shown once more, so that it can be taken off the
 * screen.
 */
final class HospitalDesk extends Listener {
  private final FrameWriter writer;
  private final HospitalId hospital;
  private final Sources sources;
  private final Set<IncidentId> shown = new HashSet<>();

  /** Units that bring somebody here. */
  private final Set<UnitId> bringing = new HashSet<>();

  /** What the client was last told, null when that is not known. */
  private @Nullable List<InboundPatientView> told;

  /** Where it looks. On the loop. */
  record Sources(
      Board board, LiveFleet fleet, EdgeListeners.Pictures pictures, Supplier<Picture> picture) {}

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
    List<IncidentView> own =
        all.incidents().stream()
            .map(incident -> IncidentViews.of(incident, at))
            .filter(view -> HospitalSight.shows(view, hospital))
            .toList();
    shown.clear();
    bringing.clear();
    told = null;
    own.forEach(this::note);
    Picture narrow =
        new Picture(
                all.seq(),
                at,
                all.incidents().stream().filter(i -> shown.contains(i.id())).toList(),
                all.units().stream().filter(u -> bringing.contains(u.id())).toList(),
                ClosedRoads.NONE)
            .with(all.notices());
    BoardView board = BoardViews.of(sources.board().center(), narrow, sources.fleet(), at);
    return new BoardView(
        board.seq(),
        at,
        board.center(),
        own.stream().map(view -> HospitalSight.narrowed(view, hospital)).toList(),
        board.units(),
        board.alerts().stream().filter(a -> HospitalSight.isFor(a, hospital)).toList(),
        List.of(),
        board.hospitals().stream().filter(h -> h.id().equals(hospital)).toList());
  }

  private void note(IncidentView incident) {
    shown.add(incident.id());
    incident.assignments().forEach(a -> bringing.remove(a.unitId()));
    incident.assignments().stream()
        .filter(a -> a.endedAt() == null && hospital.equals(a.destinationHospitalId()))
        .forEach(a -> bringing.add(a.unitId()));
  }

  @Override
  boolean concerns(Recent event) {
    if (event.applied().entry().event() instanceof HospitalEvent notice) {
      return notice.hospitalId().equals(hospital);
    }
    if (event.applied().incident().isEmpty()) {
      UnitId unit = event.view().unitId();
      return unit != null && bringing.contains(unit);
    }
    IncidentView after = event.incidents().get(0);
    if (HospitalSight.shows(after, hospital)) {
      boolean before = shown.contains(after.id());
      note(after);
      return !before || !ofOthers(event, after);
    }
    after.assignments().forEach(a -> bringing.remove(a.unitId()));
    return shown.remove(after.id());
  }

  /** About a patient of another hospital, or an alert for somebody else. */
  private boolean ofOthers(Recent event, IncidentView after) {
    if (event.applied().entry().event() instanceof AlertEvents.OfAlert alert) {
      return after.alerts().stream()
          .filter(a -> a.id().equals(alert.alertId()))
          .noneMatch(a -> HospitalSight.isFor(a, hospital));
    }
    return event.applied().entry().event() instanceof IncidentEvent happened
        && patient(happened, after)
            .filter(patient -> !HospitalSight.sees(after, hospital, patient))
            .isPresent();
  }

  private static Optional<PatientId> patient(IncidentEvent event, IncidentView after) {
    if (event instanceof ChestPainEvents.OfCase ofCase) {
      return Optional.of(ofCase.patientId());
    }
    return event instanceof PreAlertEvents.OfPreAlert ofPreAlert
        ? after.preAlerts().stream()
            .filter(p -> p.id().equals(ofPreAlert.preAlertId()))
            .map(PreAlertView::patientId)
            .findFirst()
        : Optional.empty();
  }

  /** What it showed at an earlier event is not known any more. */
  @Override
  boolean resumable() {
    return false;
  }

  @Override
  String frame(Recent event, long prev) {
    EventView view = event.view();
    List<IncidentView> incidents =
        event.incidents().stream().map(i -> HospitalSight.narrowed(i, hospital)).toList();
    return writer.write(
        new Frames.Event(
            prev,
            view,
            incidents,
            event.units().stream().filter(u -> bringing.contains(u.id())).toList()),
        false);
  }

  @Override
  boolean seesUnit(UnitId unit) {
    return bringing.contains(unit);
  }

  @Override
  String approach() {
    List<InboundPatientView> patients =
        shown.stream()
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
