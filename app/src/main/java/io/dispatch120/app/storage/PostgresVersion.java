package io.dispatch120.app.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Version of the PostgreSQL programs that this build brings.
 *
 * @param full such as 18.1.0
 */
record PostgresVersion(String full) {

  static PostgresVersion ofThisBuild() {
    Properties properties = new Properties();
    try (InputStream in =
        PostgresVersion.class.getResourceAsStream("/dispatch120-build.properties")) {
      if (in == null) {
        throw new IllegalStateException("dispatch120-build.properties is not on the class path");
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new PostgresVersion(properties.getProperty("postgres"));
  }

  /** The part that decides whether data fits, as in the file {@code PG_VERSION}. */
  String major() {
    return full.substring(0, full.indexOf('.'));
  }
}
