package io.dispatch120.geo.routing;

/**
 * A map file, or a folder made from one, cannot be used. The message says what is wrong with it and
 * what to do, for the person who gave it.
 */
public final class MapUnreadable extends Exception {
  private static final long serialVersionUID = 1L;

  MapUnreadable(String message) {
    super(message);
  }

  MapUnreadable(String message, Throwable cause) {
    super(message, cause);
  }
}
