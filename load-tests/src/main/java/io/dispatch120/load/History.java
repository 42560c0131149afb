package io.dispatch120.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The journal of the center as its readers get it.
 *
 * @param events in order
 */
public record History(List<JsonNode> events) {
  private static final int PAGE = 500;

  public History {
    events = List.copyOf(events);
  }

  /** Reads everything, as a supervisor may. */
  public static History read(DispatcherClient supervisor) {
    List<JsonNode> events = new ArrayList<>();
    String after = "0";
    while (true) {
      Answer page = supervisor.get("/events?limit=" + PAGE + "&after=" + after);
      if (page.status() != 200) {
        throw new IllegalStateException("journal: " + page);
      }
      page.body().path("items").forEach(item -> events.add(item.path("data")));
      JsonNode next = page.body().path("nextCursor");
      if (next.isNull() || next.isMissingNode()) {
        return new History(events);
      }
      after = next.asText();
    }
  }

  /** Sequence number of the last event, 0 when there is none. */
  public long head() {
    return events.isEmpty() ? 0 : events.get(events.size() - 1).path("seq").asLong();
  }

  /** How many events of a type there are. */
  public long count(String type) {
    return events.stream().filter(e -> e.path("type").asText().equals(type)).count();
  }
}
