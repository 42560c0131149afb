package io.dispatch120.dispatch.report;

import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.board.Board;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.journal.CaseStore;
import io.dispatch120.dispatch.journal.IncidentStore;
import io.dispatch120.dispatch.query.LiveCenters;
import io.dispatch120.dispatch.view.TestCenter;
import io.vertx.core.Future;
import java.lang.reflect.Proxy;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Cases that are found by their time, each in its incident. */
final class StoredCases {
  private final List<CaseStory> stories;

  StoredCases(CaseStory... stories) {
    this.stories = List.of(stories);
  }

  Reports reports() {
    CaseStore cases =
        (center, from, to, after, limit) ->
            Future.succeededFuture(
                stories.stream()
                    .filter(s -> !s.openedAt.isBefore(from) && s.openedAt.isBefore(to))
                    .filter(s -> after == null || s.openedAt.isAfter(after.openedAt()))
                    .sorted(Comparator.comparing(s -> s.openedAt))
                    .limit(limit)
                    .map(s -> new CaseStore.CaseRef(s.patient, s.incident().id(), s.openedAt))
                    .toList());
    IncidentStore incidents =
        only(IncidentStore.class, "find", id -> Future.succeededFuture(find((IncidentId) id)));
    Board board = new TestCenter();
    LiveCenters live = only(LiveCenters.class, "getBoard", id -> board);
    return new Reports(cases, incidents, live, Runnable::run);
  }

  private Optional<Incident> find(IncidentId id) {
    return stories.stream().map(CaseStory::incident).filter(i -> i.id().equals(id)).findFirst();
  }

  /** A port of which one question is asked; its last argument answers it. */
  private static <T> T only(
      Class<T> type, String method, java.util.function.Function<Object, Object> answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, called, arguments) -> {
              if (!called.getName().equals(method)) {
                throw new UnsupportedOperationException(called.getName());
              }
              return answer.apply(arguments[arguments.length - 1]);
            }));
  }
}
