package io.dispatch120.locator.doctor;

import io.dispatch120.dispatch.api.DispatchApi;
import io.dispatch120.dispatch.api.EcgId;
import io.dispatch120.dispatch.api.EscalationAnswer;
import io.dispatch120.dispatch.api.PagedView;
import io.dispatch120.dispatch.api.Reply;
import io.dispatch120.web.Answer;
import io.dispatch120.web.ContractRouter;
import io.dispatch120.web.EcgAnswers;
import io.dispatch120.web.Fields;
import io.dispatch120.web.Problem;
import io.dispatch120.web.ProblemException;
import io.dispatch120.web.Request;
import io.vertx.core.Future;

/** What somebody with the link of a text message to a hospital does over HTTP. */
public final class PagedOperations {
  /** Scope of idempotency keys; the link's token is in the path. */
  private static final String SCOPE = "paged";

  private final DispatchApi api;

  public PagedOperations(DispatchApi api) {
    this.api = api;
  }

  public void bindTo(ContractRouter router) {
    router
        .on("getPaged", this::get)
        .on("answerPaged", this::answer)
        .on("getPagedEcg", this::content)
        .on("getPagedWaveform", this::waveform);
  }

  private Future<Answer> get(Request request) {
    return api.findPaged(request.parameter("token"))
        .map(found -> Answer.ok(found.orElseThrow(PagedOperations::unknownLink)));
  }

  private Future<Answer> answer(Request request) {
    Fields fields = request.fields();
    return api.answerPaged(
            request.parameter("token"),
            request.key(SCOPE),
            fields.choice("answer", EscalationAnswer.class),
            fields.personalOrNull("reason"))
        .map(found -> answer(found.orElseThrow(PagedOperations::unknownLink)));
  }

  private static Answer answer(Reply<PagedView> reply) {
    if (reply instanceof Reply.Ok<PagedView> ok) {
      return Answer.ok(ok.value()).replayed(ok.replayed());
    }
    if (reply instanceof Reply.No<PagedView> no) {
      throw Problem.of(no.refusal()).asException();
    }
    throw Problem.keyReused().asException();
  }

  private Future<Answer> content(Request request) {
    return api.readPagedEcg(request.parameter("token"), ecg(request))
        .map(found -> EcgAnswers.content(found.orElseThrow(PagedOperations::unknownLink)));
  }

  private Future<Answer> waveform(Request request) {
    return api.readPagedWaveform(request.parameter("token"), ecg(request))
        .map(found -> Answer.ok(found.orElseThrow(PagedOperations::unknownLink)))
        .map(answer -> answer.with("Cache-Control", "private, no-store"));
  }

  private static EcgId ecg(Request request) {
    return new EcgId(request.parameter("ecgId"));
  }

  /** The same for a token that never was or has expired, and for what it does not show. */
  private static ProblemException unknownLink() {
    return Problem.notFound("This link is not valid any more.").asException();
  }
}
