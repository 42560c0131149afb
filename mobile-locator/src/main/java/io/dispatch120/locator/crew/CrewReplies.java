package io.dispatch120.locator.crew;

import io.dispatch120.dispatch.api.CrewAssignmentView;
import io.dispatch120.dispatch.api.Reply;
import io.dispatch120.web.Answer;
import io.dispatch120.web.Problem;
import java.util.function.Function;

/** What the core says to a crew, as answers. */
final class CrewReplies {
  private CrewReplies() {}

  static Answer ok(Reply<CrewAssignmentView> reply) {
    return answer(reply, view -> Answer.ok(CrewAnswer.of(view)));
  }

  static Answer created(Reply<CrewAssignmentView> reply) {
    return answer(reply, view -> Answer.created(CrewAnswer.of(view)));
  }

  static <T> Answer answer(Reply<T> reply, Function<T, Answer> shown) {
    if (reply instanceof Reply.Ok<T> ok) {
      return shown.apply(ok.value()).replayed(ok.replayed());
    }
    if (reply instanceof Reply.No<T> no) {
      throw Problem.of(no.refusal()).asException();
    }
    throw Problem.keyReused().asException();
  }
}
