package io.dispatch120.web;

import io.dispatch120.dispatch.api.SessionUser;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/** Writes views as JSON, without personal data for those who may not see it. Thread-safe. */
public interface ViewEncoder {
  /**
   * @param reader who will read it, null when nobody is signed in
   */
  Buffer encode(Object view, @Nullable SessionUser reader);
}
