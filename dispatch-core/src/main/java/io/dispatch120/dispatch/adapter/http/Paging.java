package io.dispatch120.dispatch.adapter.http;

import io.dispatch120.dispatch.query.Queries.Page;
import io.dispatch120.web.Problem;
import io.dispatch120.web.ProblemException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Pages of lists. */
final class Paging {
  /** How many entries a page has unless the client says otherwise, by the contract. */
  static final int LIMIT = 100;

  private Paging() {}

  /** The page after {@code cursor} of a list in memory, ordered by a key. */
  static <T> Page<T> page(
      List<T> all, Function<T, String> key, @Nullable String cursor, int limit) {
    List<T> rest =
        all.stream()
            .filter(entry -> cursor == null || key.apply(entry).compareTo(cursor) > 0)
            .sorted(Comparator.comparing(key))
            .limit(limit + 1L)
            .toList();
    return rest.size() <= limit
        ? new Page<>(rest, null)
        : new Page<>(rest.subList(0, limit), key.apply(rest.get(limit - 1)));
  }

  static ProblemException badCursor() {
    return Problem.invalid("cursor", "must be the nextCursor of a former page").asException();
  }
}
