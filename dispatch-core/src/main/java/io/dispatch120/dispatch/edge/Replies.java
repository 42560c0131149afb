package io.dispatch120.dispatch.edge;

import io.dispatch120.dispatch.api.Refusal;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.api.Reply;
import io.dispatch120.dispatch.command.CommandResult;
import java.util.Optional;
import java.util.function.Function;

/** From what became of a command to what somebody outside is told. */
final class Replies {
  private Replies() {}

  static <T> Reply<T> of(CommandResult result, Function<CommandResult.Done, Optional<T>> view) {
    if (result instanceof CommandResult.Done done) {
      return view.apply(done)
          .<Reply<T>>map(value -> new Reply.Ok<>(value, done.replayed()))
          .orElseGet(
              () -> new Reply.No<>(new Refusal(RefusalCode.NOT_FOUND, "it is not there any more")));
    }
    if (result instanceof CommandResult.Refused refused) {
      return new Reply.No<>(refused.refusal());
    }
    if (result instanceof CommandResult.KeyReused) {
      return new Reply.KeyReused<>();
    }
    throw new IllegalStateException("only calls are spooled, not " + result);
  }
}
