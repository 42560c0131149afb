package io.dispatch120.dispatch.adapter.postgres;

import io.dispatch120.dispatch.journal.StorageUnavailable;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The one place that tells "PostgreSQL is away" from everything else. What is neither is a bug, and
 * stays the exception it was.
 */
final class StorageFaults {
  /** What {@code append_commands} raises for an unknown centre. */
  private static final String NO_DATA_FOUND = "P0002";

  private StorageFaults() {}

  /**
   * @param sent a change was on its way, so a broken connection leaves it unknown whether it is
   *     stored
   */
  static Throwable translate(Throwable fault, boolean sent) {
    if (fault instanceof StorageUnavailable) {
      return fault;
    }
    if (fault instanceof PgException refused) {
      String state = refused.getSqlState();
      if (NO_DATA_FOUND.equals(state)) {
        return new IllegalArgumentException(refused.getErrorMessage(), fault);
      }
      return unavailable(state)
          ? new StorageUnavailable(
              "PostgreSQL: " + refused.getErrorMessage(), sent && brokenOff(state), fault)
          : fault;
    }
    boolean broken =
        (fault instanceof VertxException && !wrongArguments(fault))
            || fault instanceof IOException
            || fault instanceof TimeoutException;
    return broken
        ? new StorageUnavailable("PostgreSQL does not answer: " + fault.getMessage(), sent, fault)
        : fault;
  }

  /**
   * The client reports arguments that do not fit a statement with the same class as a lost line.
   */
  private static boolean wrongArguments(Throwable fault) {
    String message = String.valueOf(fault.getMessage());
    return message.startsWith("Parameter at position")
        || message.startsWith("The number of parameters");
  }

  /** Classes of SQLSTATE that mean "not now", see appendix A of the PostgreSQL manual. */
  private static boolean unavailable(@Nullable String state) {
    return state != null
        && (state.startsWith("08") // connection exception
            || state.startsWith("53") // out of disk, memory, connections
            || state.startsWith("57") // shut down, crashed, starting up, cancelled by a timeout
            || state.startsWith("58") // I/O error
            || state.startsWith("40") // deadlock, serialization failure
            || state.equals("55P03") // lock_timeout
            || state.equals("25P03") // idle in transaction for too long
            || state.equals("25006")); // read only: a standby that has not been promoted
  }

  /** The server went away with the statement; it may have committed before it could say so. */
  private static boolean brokenOff(@Nullable String state) {
    return state != null
        && (state.startsWith("08") || state.startsWith("57P") || state.startsWith("58"));
  }
}
