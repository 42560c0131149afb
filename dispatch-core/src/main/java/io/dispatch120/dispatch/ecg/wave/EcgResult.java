package io.dispatch120.dispatch.ecg.wave;

/** What became of a file: a value, or a refusal as a value. */
public sealed interface EcgResult<T> {
  record Read<T>(T value) implements EcgResult<T> {}

  record Refused<T>(EcgRefusal refusal) implements EcgResult<T> {}
}
