package io.dispatch120.app.simulation;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says what goes wrong, at most once a minute: nobody depends on a simulation, and a node that is
 * in trouble has better things to write. To be used from one event loop.
 */
final class Faults {
  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
  private static final long QUIET_NANOS = Duration.ofMinutes(1).toNanos();

  private long quietUntilNanos = System.nanoTime();
  private int unsaid;
  private boolean silent;

  /** From now on failing is what everything is expected to do. */
  void silence() {
    silent = true;
  }

  /**
   * @param what without personal data and without tokens
   */
  void note(String what, Throwable cause) {
    note(what + ": " + cause);
  }

  void note(String what) {
    long now = System.nanoTime();
    if (silent || now - quietUntilNanos < 0) {
      unsaid++;
      return;
    }
    LOG.warn("simulation: {} ({} more since the last time)", what, unsaid);
    quietUntilNanos = now + QUIET_NANOS;
    unsaid = 0;
  }
}
