package io.dispatch120.dispatch.stream;

import io.dispatch120.dispatch.api.EventView;
import io.dispatch120.dispatch.api.IncidentView;
import io.dispatch120.dispatch.api.UnitView;
import io.dispatch120.dispatch.board.Applied;
import io.dispatch120.dispatch.view.EventViews;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An event as it goes out, each text encoded once however many sockets it goes to. Used on the
 * loop.
 */
final class Recent {
  private final Applied applied;
  private final Supplier<List<IncidentView>> incidents;
  private final Supplier<List<UnitView>> units;
  private @Nullable EventView view;
  private @Nullable List<IncidentView> after;
  private @Nullable String full;
  private @Nullable String masked;

  /** Views are made when the first socket needs them: most events of a quiet night reach nobody. */
  Recent(Applied applied, Supplier<List<IncidentView>> incidents, Supplier<List<UnitView>> units) {
    this.applied = applied;
    this.incidents = incidents;
    this.units = units;
  }

  long seq() {
    return applied.entry().seq();
  }

  Applied applied() {
    return applied;
  }

  EventView view() {
    if (view == null) {
      view = EventViews.of(applied.entry());
    }
    return view;
  }

  /** The states after it, of all incidents that it changed. */
  List<IncidentView> incidents() {
    if (after == null) {
      after = incidents.get();
    }
    return after;
  }

  List<UnitView> units() {
    return units.get();
  }

  /** For those who get every event. */
  String frame(FrameWriter writer, boolean maskedFrame) {
    if (maskedFrame) {
      if (masked == null) {
        masked = filtered(writer, seq() - 1, true);
      }
      return masked;
    }
    if (full == null) {
      full = filtered(writer, seq() - 1, false);
    }
    return full;
  }

  /** For those who get some: {@code prev} is the last one they got. */
  String filtered(FrameWriter writer, long prev, boolean maskedFrame) {
    return writer.write(new Frames.Event(prev, view(), incidents(), units()), maskedFrame);
  }
}
