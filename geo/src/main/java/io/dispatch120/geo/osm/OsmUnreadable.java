package io.dispatch120.geo.osm;

import java.io.IOException;

/**
 * A file that is no OpenStreetMap file, or a broken one. The message says what is wrong with it, as
 * the end of a sentence about the file.
 */
public final class OsmUnreadable extends IOException {
  private static final long serialVersionUID = 1L;

  public OsmUnreadable(String message) {
    super(message);
  }

  public OsmUnreadable(String message, Throwable cause) {
    super(message, cause);
  }
}
