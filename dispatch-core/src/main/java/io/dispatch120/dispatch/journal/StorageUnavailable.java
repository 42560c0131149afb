package io.dispatch120.dispatch.journal;

import org.jspecify.annotations.Nullable;

/** PostgreSQL cannot be reached or does not answer in time. */
public final class StorageUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean outcomeUnknown;

  /**
   * @param outcomeUnknown false: surely nothing was stored; true: the connection broke in the
   *     commit, and only asking for the command id again can tell
   */
  public StorageUnavailable(String message, boolean outcomeUnknown, @Nullable Throwable cause) {
    super(message, cause);
    this.outcomeUnknown = outcomeUnknown;
  }

  public boolean outcomeUnknown() {
    return outcomeUnknown;
  }
}
