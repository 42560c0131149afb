package io.dispatch120.dispatch.command;

import io.dispatch120.dispatch.api.Refusal;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.api.Reply;
import io.dispatch120.dispatch.journal.EcgStore.Stored;
import io.vertx.core.Future;
import java.util.function.Function;

/** How the ways of ECG files answer. */
final class EcgReplies {
  private EcgReplies() {}

  static <T> Future<Reply<T>> notStored(Stored stored) {
    return stored == Stored.FULL
        ? no(RefusalCode.TOO_MANY_ECGS, "the patient has as many ECG files as there may be")
        : no(RefusalCode.NOT_FOUND, "the people of this incident have been erased");
  }

  static <T> Future<Reply<T>> ok(T value, boolean replayed) {
    return Future.succeededFuture(new Reply.Ok<>(value, replayed));
  }

  static <T> Future<Reply<T>> no(RefusalCode code, String detail) {
    return Future.succeededFuture(new Reply.No<>(new Refusal(code, detail)));
  }

  static <T, U> Reply<U> mapped(Reply<T> reply, Function<T, U> view) {
    if (reply instanceof Reply.Ok<T> ok) {
      return new Reply.Ok<>(view.apply(ok.value()), ok.replayed());
    }
    if (reply instanceof Reply.No<T> no) {
      return new Reply.No<>(no.refusal());
    }
    return new Reply.KeyReused<>();
  }
}
