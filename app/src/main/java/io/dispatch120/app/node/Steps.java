package io.dispatch120.app.node;

import java.util.ArrayDeque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has been started, to be stopped in reverse. One that fails to stop does not keep the others
 * from it.
 */
final class Steps implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Steps.class);

  private final ArrayDeque<Runnable> stops = new ArrayDeque<>();

  void started(Runnable stop) {
    stops.push(stop);
  }

  @Override
  public void close() {
    while (!stops.isEmpty()) {
      try {
        stops.pop().run();
      } catch (RuntimeException e) {
        LOG.warn("while stopping: {}", e.getMessage(), e);
      }
    }
  }
}
