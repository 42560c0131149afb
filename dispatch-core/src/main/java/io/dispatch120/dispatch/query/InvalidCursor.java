package io.dispatch120.dispatch.query;

/** A list was asked to go on from a cursor that it never gave: the client's mistake. */
public final class InvalidCursor extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  InvalidCursor() {
    super("cursor must be the nextCursor of a former page");
  }
}
