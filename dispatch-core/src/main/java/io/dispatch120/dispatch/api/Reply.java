package io.dispatch120.dispatch.api;

/** The answer to somebody outside: a value, or an expected refusal as a value. */
public sealed interface Reply<T> {
  /** {@code replayed}: this repeats the answer to an earlier request with the same key. */
  record Ok<T>(T value, boolean replayed) implements Reply<T> {}

  record No<T>(Refusal refusal) implements Reply<T> {}

  /** The idempotency key was used before with another body. */
  record KeyReused<T>() implements Reply<T> {}
}
