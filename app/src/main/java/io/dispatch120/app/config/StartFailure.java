package io.dispatch120.app.config;

/**
 * Something an operator can put right keeps the product from starting: a bad setting, a taken port,
 * a data directory in use.
 *
 * <p>It is shown as one line, never as a stack trace: what is wrong, then what to do next. Neither
 * part may hold a secret.
 */
public final class StartFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String hint;

  /**
   * @param message what is wrong, without a full stop at its end
   * @param hint what to do next, as a sentence
   */
  public StartFailure(String message, String hint) {
    super(message);
    this.hint = hint;
  }

  /**
   * @param cause what happened below, kept for the log
   */
  public StartFailure(String message, String hint, Throwable cause) {
    super(message, cause);
    this.hint = hint;
  }

  /** What to do next. */
  public String hint() {
    return hint;
  }

  /** Both parts as the one line that is printed. */
  public String line() {
    return getMessage() + ". " + hint;
  }
}
