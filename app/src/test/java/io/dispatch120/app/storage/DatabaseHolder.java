package io.dispatch120.app.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Optional;

/** Main class of a child process: commits rows into its embedded database until it is killed. */
final class DatabaseHolder {
  private DatabaseHolder() {}

  public static void main(String[] args) throws Exception {
    DataDirectory directory = DataDirectory.open(Path.of(args[0]));
    EmbeddedDatabase database = EmbeddedDatabase.start(directory);
    directory.publishDatabase(Optional.of(database.url()));
    var url = database.url();
    try (Connection connection =
            DriverManager.getConnection(url.jdbcUrl(), url.user(), url.password());
        Statement statement = connection.createStatement()) {
      statement.execute("create table if not exists call (id bigint primary key)");
      try (PreparedStatement insert = connection.prepareStatement("insert into call values (?)")) {
        for (long id = 1; ; id++) {
          insert.setLong(1, id);
          insert.executeUpdate();
          System.out.println("committed " + id);
        }
      }
    }
  }
}
