package io.dispatch120.dispatch.adapter.postgres;

/** Where the database is and who we are to it. */
public record PostgresConfig(String host, int port, String user, String password, String database) {

  String jdbcUrl() {
    return "jdbc:postgresql://" + host + ":" + port + "/" + database;
  }

  /** Without the password: it must not reach a log. */
  @Override
  public String toString() {
    return user + "@" + host + ":" + port + "/" + database;
  }
}
