package io.dispatch120.dispatch.stream;

import io.dispatch120.dispatch.api.EventView;
import io.dispatch120.dispatch.api.IncidentView;
import io.dispatch120.dispatch.api.UnitView;
import io.dispatch120.dispatch.board.Applied;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event as it goes out, each text encoded once however many sockets it goes to. Used on the
 * loop.
 */
final class Recent {
  private final Applied applied;
  private final EventView view;
  private final List<IncidentView> incidents;
  private final List<UnitView> units;
  private @Nullable String full;
  private @Nullable String masked;

  Recent(Applied applied, EventView view, List<IncidentView> incidents, List<UnitView> units) {
    this.applied = applied;
    this.view = view;
    this.incidents = List.copyOf(incidents);
    this.units = List.copyOf(units);
  }

  long seq() {
    return view.seq();
  }

  Applied applied() {
    return applied;
  }

  EventView view() {
    return view;
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
    return writer.write(new Frames.Event(prev, view, incidents, units), maskedFrame);
  }
}
