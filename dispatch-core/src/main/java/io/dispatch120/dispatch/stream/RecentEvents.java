package io.dispatch120.dispatch.stream;

import java.util.ArrayDeque;
import java.util.List;

/** The last events without a gap, for clients that come back. Bounded. Used on the loop. */
final class RecentEvents {
  private final int limit;
  private final ArrayDeque<Recent> events = new ArrayDeque<>();

  RecentEvents(int limit) {
    this.limit = limit;
  }

  void add(Recent event) {
    events.addLast(event);
    if (events.size() > limit) {
      events.removeFirst();
    }
  }

  /** Whether everything after {@code since} is here; {@code head} is the last number there is. */
  boolean reachBack(long since, long head) {
    Recent first = events.peekFirst();
    return since == head || (first != null && first.seq() <= since + 1);
  }

  List<Recent> after(long since) {
    return events.stream().filter(event -> event.seq() > since).toList();
  }
}
