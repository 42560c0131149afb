package io.dispatch120.dispatch.adapter.postgres;

/**
 * The database cannot be used for this installation: it belongs to something else, to the other
 * environment, or to another master key. The message is one line that says what to do.
 */
public final class NotOurDatabase extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String hint;

  /** Another database would do. */
  public NotOurDatabase(String message) {
    this(
        message,
        "Set DISPATCH120_DB_URL to the right database, or unset it to use the embedded one.");
  }

  public NotOurDatabase(String message, String hint) {
    super(message);
    this.hint = hint;
  }

  /** What the operator can do. */
  public String hint() {
    return hint;
  }
}
