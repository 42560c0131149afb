package io.dispatch120.dispatch.api;

/** An open stream; closing it is idempotent and stops its frames. */
public interface StreamHandle {
  void close();
}
