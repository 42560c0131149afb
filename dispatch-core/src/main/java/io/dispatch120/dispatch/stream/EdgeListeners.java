package io.dispatch120.dispatch.stream;

import io.dispatch120.dispatch.api.CrewAssignmentView;
import io.dispatch120.dispatch.api.EventView;
import io.dispatch120.dispatch.api.FrameSink;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.InboundPatientView;
import io.dispatch120.dispatch.api.LocatorView;
import io.dispatch120.dispatch.api.LocatorView.ApproachingUnit;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.board.Board;
import io.dispatch120.dispatch.incident.AlertEvents;
import io.dispatch120.dispatch.incident.CallEvents.MessageSent;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.incident.LocatorLink;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The listeners of the public edge: a crew on its own work, a caller on its own incident. */
public final class EdgeListeners {
  private EdgeListeners() {}

  /** What a crew's device starts from. */
  record CrewBoard(UnitId unitId, @Nullable CrewAssignmentView assignment) {}

  /** Builds what crews, callers and hospitals see of who is on the way. On the loop. */
  public interface Pictures {
    /** The unit's live assignment in {@code incident}, else its latest there. */
    Optional<CrewAssignmentView> crew(UnitId unit, Incident incident);

    LocatorView caller(Incident incident, String linkId);

    /** The units on their way, as in {@link LocatorView#units()}, by where they are now. */
    List<ApproachingUnit> approach(Incident incident);

    /** The incident's patients on their way to {@code hospital}, by where their unit is now. */
    List<InboundPatientView> inbound(Incident incident, HospitalId hospital);
  }

  /** Events of the unit's assignments; alerts only when they are about this unit. */
  static final class Crew extends Listener {
    private final FrameWriter writer;
    private final UnitId unit;
    private final Board board;
    private final Pictures pictures;

    Crew(FrameSink sink, FrameWriter writer, UnitId unit, Board board, Pictures pictures) {
      super(sink);
      this.writer = writer;
      this.unit = unit;
      this.board = board;
      this.pictures = pictures;
    }

    @Override
    Object snapshot() {
      return new CrewBoard(unit, present().orElse(null));
    }

    private Optional<CrewAssignmentView> present() {
      return board
          .findUnit(unit)
          .flatMap(u -> Optional.ofNullable(u.incidentId()))
          .flatMap(board::findIncident)
          .flatMap(incident -> pictures.crew(unit, incident));
    }

    @Override
    boolean concerns(Recent event) {
      boolean alert = event.applied().entry().event() instanceof AlertEvents.OfAlert;
      return event.applied().crews().contains(unit)
          && (!alert || unit.equals(event.view().unitId()));
    }

    @Override
    String frame(Recent event, long prev) {
      Optional<Incident> incident = event.applied().incident();
      boolean works =
          incident.stream()
              .flatMap(i -> i.liveAssignments().stream())
              .anyMatch(a -> a.unitId().equals(unit));
      Optional<CrewAssignmentView> ofEvent = incident.flatMap(i -> pictures.crew(unit, i));
      // What happens to work that is over, or to the unit itself, takes nothing off its screen.
      CrewAssignmentView shown = (works ? ofEvent : present().or(() -> ofEvent)).orElse(null);
      return writer.write(new Frames.CrewEvent(prev, event.view(), shown), false);
    }

    @Override
    boolean seesUnit(UnitId other) {
      return board
          .findUnit(unit)
          .flatMap(u -> Optional.ofNullable(u.incidentId()))
          .flatMap(board::findIncident)
          .filter(i -> i.liveAssignments().stream().anyMatch(a -> a.unitId().equals(other)))
          .isPresent();
    }
  }

  /**
   * That something happened to the caller's incident, and what may be seen of it then. Alerts are
   * not theirs.
   */
  static final class Caller extends Listener {
    private final FrameWriter writer;
    private final Board board;
    private final Pictures pictures;
    private final String linkId;
    private Incident incident;

    /** What the client was last shown, null when it came back and that is not known. */
    private @Nullable List<ApproachingUnit> shown;

    Caller(
        FrameSink sink,
        FrameWriter writer,
        Board board,
        Pictures pictures,
        Incident incident,
        String linkId) {
      super(sink);
      this.writer = writer;
      this.board = board;
      this.pictures = pictures;
      this.incident = incident;
      this.linkId = linkId;
    }

    @Override
    Object snapshot() {
      incident = board.findIncident(incident.id()).orElse(incident);
      return show();
    }

    private LocatorView show() {
      LocatorView view = pictures.caller(incident, linkId);
      shown = view.units();
      return view;
    }

    @Override
    String approach() {
      List<ApproachingUnit> units = pictures.approach(incident);
      if (units.equals(shown)) {
        return "";
      }
      shown = units;
      return writer.write(new Frames.Approach(units), false);
    }

    @Override
    boolean concerns(Recent event) {
      if (event.applied().incident().isEmpty()
          || event.applied().entry().event() instanceof AlertEvents.OfAlert) {
        return false;
      }
      Incident after = event.applied().incident().get();
      // The link moves with its call when calls are linked, and back when they are unlinked.
      boolean mine = after.closure() == null || after.closure().absorbedInto() == null;
      Optional<LocatorLink> link =
          after.links().stream().filter(l -> l.id().equals(linkId)).findFirst();
      if (!mine || link.isEmpty()) {
        return false;
      }
      incident = after;
      return !(event.applied().entry().event() instanceof MessageSent sent)
          || sent.message().isFor(link.get().callId());
    }

    @Override
    String frame(Recent event, long prev) {
      EventView view = event.view();
      Frames.CallerFact fact =
          new Frames.CallerFact(view.seq(), view.type(), view.at(), view.recordedAt());
      return writer.write(new Frames.CallerEvent(prev, fact, show()), false);
    }

    @Override
    boolean seesUnit(UnitId unit) {
      return incident.liveAssignments().stream()
          .anyMatch(a -> a.unitId().equals(unit) && !a.leftScene());
    }
  }
}
