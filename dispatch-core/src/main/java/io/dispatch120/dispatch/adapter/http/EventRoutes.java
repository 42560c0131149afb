package io.dispatch120.dispatch.adapter.http;

import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.EventView;
import io.dispatch120.dispatch.query.Queries;
import io.dispatch120.dispatch.query.Queries.Page;
import io.dispatch120.web.Answer;
import io.dispatch120.web.ContractRouter;
import io.dispatch120.web.Problem;
import io.dispatch120.web.Request;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The journal as CloudEvents, and the board it adds up to. */
final class EventRoutes {
  private final Queries queries;
  private final Supplier<Instant> now;

  EventRoutes(Queries queries, Supplier<Instant> now) {
    this.queries = queries;
    this.now = now;
  }

  void bind(ContractRouter router) {
    router.on("listEvents", this::events).on("getBoard", this::board);
  }

  /**
   * A journal entry in the envelope of CloudEvents 1.0; their attribute names are in lower case,
   * and the extension {@code sequence} is a text.
   */
  private record CloudEvent(
      String specversion,
      UUID id,
      String source,
      String type,
      Instant time,
      @Nullable String subject,
      String datacontenttype,
      String sequence,
      EventView data) {

    static CloudEvent of(CenterId center, EventView event) {
      return new CloudEvent(
          "1.0",
          event.id(),
          "/centers/" + center.value(),
          "io.dispatch120." + event.type(),
          event.at(),
          subject(event),
          "application/json",
          Long.toString(event.seq()),
          event);
    }

    private static @Nullable String subject(EventView event) {
      if (event.incidentId() != null) {
        return event.incidentId().value();
      }
      return event.unitId() == null ? null : event.unitId().value();
    }
  }

  private Future<Answer> events(Request request) {
    CenterId center = request.session().center();
    int limit = request.integer("limit", Paging.LIMIT);
    return queries
        .listEvents(center, request.longInteger("after", 0), limit)
        .map(
            events -> {
              List<CloudEvent> items =
                  events.stream().map(event -> CloudEvent.of(center, event)).toList();
              return Answer.ok(
                  new Page<>(items, items.size() < limit ? null : items.get(limit - 1).sequence()));
            });
  }

  private Future<Answer> board(Request request) {
    CenterId center = request.session().center();
    Instant at = request.instantOrNull("at");
    if (at == null) {
      return queries.board(center).map(board -> Answer.ok(board));
    }
    if (at.isAfter(now.get())) {
      throw Problem.invalid("at", "must not be in the future").asException();
    }
    return queries.boardAt(center, at).map(board -> Answer.ok(board));
  }
}
