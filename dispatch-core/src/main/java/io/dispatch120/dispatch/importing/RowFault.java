package io.dispatch120.dispatch.importing;

/** A row that cannot be used, and why. */
final class RowFault extends Exception {
  private static final long serialVersionUID = 1L;

  RowFault(String why) {
    super(why, null, false, false);
  }

  String why() {
    return String.valueOf(getMessage());
  }
}
