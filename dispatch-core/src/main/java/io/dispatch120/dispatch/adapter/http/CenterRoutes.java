package io.dispatch120.dispatch.adapter.http;

import io.dispatch120.dispatch.query.Queries;
import io.dispatch120.web.Answer;
import io.dispatch120.web.ContractRouter;
import io.dispatch120.web.EntityTag;
import io.dispatch120.web.Request;
import io.dispatch120.web.ViewEncoder;
import io.vertx.core.Future;

/** The centre itself: what changes with its catalogue only, and is not sent again until then. */
final class CenterRoutes {
  private final Queries queries;
  private final ViewEncoder encoder;

  /**
   * @param encoder writes the answer, from which its tag is taken
   */
  CenterRoutes(Queries queries, ViewEncoder encoder) {
    this.queries = queries;
    this.encoder = encoder;
  }

  void bind(ContractRouter router) {
    router.on("getCenter", this::get);
  }

  private Future<Answer> get(Request request) {
    return queries
        .getCenter(request.session().center())
        .map(
            center -> {
              EntityTag tag = EntityTag.of(encoder.encode(center, request.session()));
              Answer answer =
                  tag.matches(request.parameterOrNull("If-None-Match"))
                      ? Answer.notModified()
                      : Answer.ok(center);
              return answer.with("ETag", tag.toString()).with("Cache-Control", "private, no-cache");
            });
  }
}
