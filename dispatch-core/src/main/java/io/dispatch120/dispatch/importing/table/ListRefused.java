package io.dispatch120.dispatch.importing.table;

/**
 * A list that cannot be read at all. The message says what to do and quotes nothing of the list but
 * names of columns.
 */
public final class ListRefused extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * @param code stable, in snake_case
   */
  public ListRefused(String code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  public String code() {
    return code;
  }

  /** For people. */
  public String text() {
    return String.valueOf(getMessage());
  }
}
