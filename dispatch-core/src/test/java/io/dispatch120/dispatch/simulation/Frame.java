package io.dispatch120.dispatch.simulation;

import io.dispatch120.dispatch.api.BoardView;
import io.dispatch120.dispatch.api.CrewAssignmentView;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A frame as the schedules look at it.
 *
 * @param content of a snapshot: every open incident with its revision, or the crew's assignment; of
 *     a crew's event: its assignment
 */
record Frame(String type, long seq, long prev, String content) {
  private static final Map<String, Method> PARTS = new ConcurrentHashMap<>();

  /** What goes through the sink instead of JSON. */
  static String write(Object frame) {
    Object type = part(frame, "type");
    Object seq = part(frame, "seq");
    Object prev = part(frame, "prev");
    return type
        + "|"
        + (seq == null ? 0 : seq)
        + "|"
        + (prev == null ? 0 : prev)
        + "|"
        + content(frame);
  }

  static Frame read(String text) {
    String[] parts = text.split("\\|", -1);
    return new Frame(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]), parts[3]);
  }

  private static String content(Object frame) {
    Object board = part(frame, "board");
    if (board instanceof BoardView view) {
      return view.incidents().stream()
          .filter(i -> i.closedAt() == null)
          .collect(Collectors.toMap(i -> i.id().value(), i -> i.seq(), (a, b) -> a, TreeMap::new))
          .toString();
    }
    return assignment(part(board != null ? board : frame, "assignment"));
  }

  private static String assignment(@Nullable Object view) {
    return view instanceof CrewAssignmentView crew ? crew.assignment().id().value() : "-";
  }

  private static @Nullable Object part(Object record, String name) {
    Method read =
        PARTS.computeIfAbsent(record.getClass().getName() + "." + name, k -> find(record, name));
    try {
      return read.getReturnType() == void.class ? null : read.invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static Method find(Object record, String name) {
    try {
      Method read = record.getClass().getDeclaredMethod(name);
      read.setAccessible(true);
      return read;
    } catch (NoSuchMethodException e) {
      return NOTHING;
    }
  }

  private static final Method NOTHING = nothing();

  private static Method nothing() {
    try {
      return Object.class.getMethod("notify");
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }
}
