package io.dispatch120.app.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dispatch120.app.config.DatabaseUrl;
import io.dispatch120.app.config.StartFailure;
import io.dispatch120.app.config.StorageConfiguration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One data directory through its life: first start, kill -9, damage, another version. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EmbeddedDatabaseIT {
  @TempDir static Path temp;

  @Test
  @Order(1)
  void losesNothingCommittedWhenItsProcessIsKilled() throws Exception {
    long acknowledged;
    try (ChildProcess child = ChildProcess.start(DatabaseHolder.class, temp.toString())) {
      child.awaitLine("committed 100");
      child.kill();
      acknowledged = 100;
    }
    assertThat(temp.resolve("postgres/postmaster.pid")).as("PostgreSQL lives on").exists();
    try (DataDirectory directory = DataDirectory.open(temp);
        EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
      assertThat(number(database.url(), "select count(*) from call"))
          .isGreaterThanOrEqualTo(acknowledged);
      assertThat(number(database.url(), "select max(id) - count(*) from call")).isZero();
    }
    assertThat(temp.resolve("postgres/postmaster.pid")).doesNotExist();
  }

  @Test
  @Order(2)
  void isDurableAndClosedToOthers() throws Exception {
    try (DataDirectory directory = DataDirectory.open(temp);
        EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
      DatabaseUrl url = database.url();
      assertThat(text(url, "show fsync")).isEqualTo("on");
      assertThat(text(url, "show synchronous_commit")).isEqualTo("on");
      assertThat(text(url, "show full_page_writes")).isEqualTo("on");
      assertThat(text(url, "show server_encoding")).isEqualTo("UTF8");
      assertThat(text(url, "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(text(url, "show is_superuser")).isEqualTo("off");
      assertThat(text(url, "select upper('é湘a')")).isEqualTo("É湘A");
      for (String user : new String[] {"postgres", "dispatch120"}) {
        for (String password : new String[] {"", "postgres"}) {
          assertThatThrownBy(
                  () -> DriverManager.getConnection(url.jdbcUrl(), user, password).close())
              .isInstanceOf(SQLException.class);
        }
      }
      assertThat(Files.readString(temp.resolve("postgres/pg_hba.conf")))
          .doesNotContainPattern("(?m)^[^#]*trust");
    }
  }

  @Test
  @Order(3)
  void startsAgainWithinASecond() {
    try (DataDirectory directory = DataDirectory.open(temp)) {
      EmbeddedDatabase.start(directory).close();
      long start = System.nanoTime();
      EmbeddedDatabase database = EmbeddedDatabase.start(directory);
      Duration taken = Duration.ofNanos(System.nanoTime() - start);
      database.close();
      System.out.println("embedded PostgreSQL started again in " + taken.toMillis() + " ms");
      // A second on a quiet machine; the bound leaves room for a busy one.
      assertThat(taken).isLessThan(Duration.ofSeconds(4));
    }
  }

  @Test
  @Order(4)
  void toolsUseTheRunningNodesDatabaseElseStartIt() throws Exception {
    DatabaseAccess access = new DatabaseAccess(new StorageConfiguration(temp, Optional.empty()));
    assertThat(access.<Long>with(url -> count(url))).isPositive();
    try (DataDirectory directory = DataDirectory.open(temp)) {
      assertThatThrownBy(() -> access.with(url -> count(url)))
          .isInstanceOf(StartFailure.class)
          .hasMessageContaining("starting or stopping");
      try (EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
        directory.publishDatabase(Optional.of(database.url()));
        assertThat(access.<DatabaseUrl>with(url -> url)).isEqualTo(database.url());
        directory.publishDatabase(Optional.empty());
        assertThatThrownBy(() -> access.with(url -> url))
            .isInstanceOf(StartFailure.class)
            .hasMessageContaining("database of its own setting");
      }
    }
  }

  @Test
  @Order(5)
  void doesNotMistakeAnotherProcessForItsOwnPostgres() throws Exception {
    try (DataDirectory directory = DataDirectory.open(temp)) {
      Files.writeString(
          temp.resolve("postgres/postmaster.pid"), ProcessHandle.current().pid() + "\n");
      EmbeddedDatabase.start(directory).close();
    }
  }

  @Test
  @Order(6)
  void refusesDataOfAnotherMajorVersion() throws Exception {
    Path version = temp.resolve("postgres/PG_VERSION");
    String right = Files.readString(version);
    Files.writeString(version, "15\n");
    try (DataDirectory directory = DataDirectory.open(temp)) {
      assertThatThrownBy(() -> EmbeddedDatabase.start(directory))
          .isInstanceOf(StartFailure.class)
          .hasMessageContaining("PostgreSQL 15");
    } finally {
      Files.writeString(version, right);
    }
  }

  @Test
  @Order(7)
  void refusesToGoOnWithoutItsPassword() throws Exception {
    Path secret = temp.resolve("secrets/postgres-admin");
    Path aside = Files.move(secret, temp.resolve("aside"));
    try (DataDirectory directory = DataDirectory.open(temp)) {
      assertThatThrownBy(() -> EmbeddedDatabase.start(directory))
          .isInstanceOf(StartFailure.class)
          .hasMessageContaining(secret.toString());
    } finally {
      Files.move(aside, secret, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Test
  @Order(8)
  void makesTheDataAnewWhenTheFirstStartWasCutOff() throws Exception {
    Files.createFile(temp.resolve("postgres.first-start"));
    Files.delete(temp.resolve("postgres/postgresql.conf"));
    Files.delete(temp.resolve("postgres/global/pg_control"));
    try (DataDirectory directory = DataDirectory.open(temp);
        EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
      assertThat(text(database.url(), "select current_user")).isEqualTo("dispatch120");
    }
    assertThat(temp.resolve("postgres.first-start")).doesNotExist();
  }

  private static long count(DatabaseUrl url) {
    try {
      return number(url, "select count(*) from call");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long number(DatabaseUrl url, String query) throws SQLException {
    return Long.parseLong(text(url, query));
  }

  private static String text(DatabaseUrl url, String query) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(url.jdbcUrl(), url.user(), url.password());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
