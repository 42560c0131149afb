package io.dispatch120.dispatch.stream;

import io.dispatch120.dispatch.api.BoardView;
import io.dispatch120.dispatch.api.FrameSink;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.StationId;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.assignment.Assignment;
import io.dispatch120.dispatch.board.Board;
import io.dispatch120.dispatch.incident.Incident;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The kinds of listeners at the console port. */
final class Listeners {
  private Listeners() {}

  /** Dispatchers, supervisors and observers: every event. */
  static final class Everything extends Listener {
    private final FrameWriter writer;
    private final Supplier<BoardView> board;
    private final boolean masked;

    Everything(FrameSink sink, FrameWriter writer, Supplier<BoardView> board, boolean masked) {
      super(sink);
      this.writer = writer;
      this.board = board;
      this.masked = masked;
    }

    @Override
    Object snapshot() {
      return board.get();
    }

    @Override
    boolean concerns(Recent event) {
      return true;
    }

    @Override
    String frame(Recent event, long prev) {
      return event.frame(writer, masked);
    }

    @Override
    boolean seesUnit(UnitId unit) {
      return true;
    }

    @Override
    boolean masked() {
      return masked;
    }

    @Override
    boolean seesEverything() {
      return true;
    }
  }

  /**
   * A station's desk: sees the incidents in which an assignment is one of its units'. An incident
   * that stops being its own is shown once more, so that it can be taken off the screen.
   */
  static final class Desk extends Listener {
    private final FrameWriter writer;
    private final Supplier<BoardView> board;
    private final Board source;
    private final Predicate<Assignment> own;
    private final Predicate<UnitId> ownUnit;
    private final Set<IncidentId> shown = new HashSet<>();

    Desk(
        FrameSink sink,
        FrameWriter writer,
        Supplier<BoardView> board,
        Board source,
        Predicate<Assignment> own,
        Predicate<UnitId> ownUnit) {
      super(sink);
      this.writer = writer;
      this.board = board;
      this.source = source;
      this.own = own;
      this.ownUnit = ownUnit;
    }

    static Desk ofStation(
        FrameSink sink,
        FrameWriter writer,
        Supplier<BoardView> board,
        Board source,
        StationId station) {
      Predicate<UnitId> unit =
          id -> source.findUnit(id).filter(u -> u.profile().station().equals(station)).isPresent();
      return new Desk(sink, writer, board, source, a -> unit.test(a.unitId()), unit);
    }

    @Override
    Object snapshot() {
      BoardView all = board.get();
      shown.clear();
      source.openIncidents().stream().filter(this::isOwn).map(Incident::id).forEach(shown::add);
      return new BoardView(
          all.seq(),
          all.at(),
          all.center(),
          all.incidents().stream().filter(i -> shown.contains(i.id())).toList(),
          all.units().stream().filter(u -> ownUnit.test(u.id())).toList(),
          all.alerts().stream()
              .filter(a -> a.unitId() != null && ownUnit.test(a.unitId()))
              .toList(),
          List.of(),
          List.of());
    }

    private boolean isOwn(Incident incident) {
      return incident.assignments().stream().anyMatch(own);
    }

    @Override
    boolean concerns(Recent event) {
      UnitId unit = event.view().unitId();
      boolean ofUnit = unit != null && ownUnit.test(unit);
      return event
          .applied()
          .incident()
          .map(
              incident -> {
                boolean now = isOwn(incident);
                boolean before = now ? !shown.add(incident.id()) : shown.remove(incident.id());
                return now || before;
              })
          .orElse(ofUnit);
    }

    /** What it showed at an earlier event is not known any more. */
    @Override
    boolean resumable() {
      return false;
    }

    @Override
    String frame(Recent event, long prev) {
      return event.filtered(writer, prev, false);
    }

    @Override
    boolean seesUnit(UnitId unit) {
      return ownUnit.test(unit);
    }
  }
}
