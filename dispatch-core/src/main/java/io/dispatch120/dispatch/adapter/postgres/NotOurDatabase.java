package io.dispatch120.dispatch.adapter.postgres;

/**
 * The database cannot be used for this installation: it belongs to something else, to the other
 * environment, or to another master key. The message is one line that says what to do.
 */
public final class NotOurDatabase extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotOurDatabase(String message) {
    super(message);
  }
}
