package io.dispatch120.dispatch.stream;

import io.dispatch120.dispatch.api.FrameSink;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.dispatch.api.StreamHandle;
import io.vertx.core.Future;
import java.util.OptionalLong;

/** Streams for the console, station and hospital sockets. Thread-safe. */
public interface ConsoleStreams {
  /**
   * Starts frames for {@code user}: a snapshot, or what follows {@code since} when that can be
   * served.
   */
  Future<StreamHandle> open(SessionUser user, OptionalLong since, FrameSink sink);
}
