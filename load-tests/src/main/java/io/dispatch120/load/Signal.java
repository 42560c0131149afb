package io.dispatch120.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/** Signals of the operating system to single processes. */
enum Signal {
  /** Ends it at once, as a crash does. */
  KILL,
  /** Freezes it, as a paused virtual machine is. */
  STOP,
  /** Wakes a stopped one. */
  CONT,
  /** Asks it to end. */
  TERM;

  void send(long pid) {
    try {
      Process kill =
          new ProcessBuilder("kill", "-" + name().toUpperCase(Locale.ROOT), Long.toString(pid))
              .redirectErrorStream(true)
              .start();
      kill.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
