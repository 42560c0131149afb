package io.dispatch120.dispatch.stream;

/** Turns a frame into its text. Thread-safe. */
@FunctionalInterface
public interface FrameWriter {
  /**
   * @param masked without personal data, for roles that may not see any
   */
  String write(Object frame, boolean masked);
}
