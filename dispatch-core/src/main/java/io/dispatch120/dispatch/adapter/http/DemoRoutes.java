package io.dispatch120.dispatch.adapter.http;

import io.dispatch120.dispatch.api.SentTextView;
import io.dispatch120.dispatch.command.SentTexts;
import io.dispatch120.web.Answer;
import io.dispatch120.web.ContractRouter;
import io.dispatch120.web.Problem;
import io.dispatch120.web.Request;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** What only a demo shows. */
final class DemoRoutes {
  private final Optional<SentTexts> texts;

  DemoRoutes(Optional<SentTexts> texts) {
    this.texts = texts;
  }

  void bind(ContractRouter router) {
    router.on("listTextMessages", this::listTextMessages);
  }

  private record TextMessages(List<SentTextView> items) {}

  private Future<Answer> listTextMessages(Request request) {
    return Future.succeededFuture(
        texts
            .map(sent -> Answer.ok(new TextMessages(sent.listSent())))
            .orElseThrow(() -> Problem.notFound("This is no demo.").asException()));
  }
}
