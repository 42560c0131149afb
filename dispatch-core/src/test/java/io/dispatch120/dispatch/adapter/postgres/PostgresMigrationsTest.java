package io.dispatch120.dispatch.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dispatch120.dispatch.codec.KeyRing;
import io.dispatch120.dispatch.journal.StorageUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresMigrationsTest {
  private final PostgresConfig empty = TestDatabase.empty();

  @TempDir private Path folder;

  @Test
  void keepsTheMasterKeyInTheDatabaseWithoutAKeyFile() {
    Installation first = PostgresMigrations.migrate(empty, "live", null);
    Installation second = PostgresMigrations.migrate(empty, "live", null);

    assertThat(first.keyInDatabase()).isTrue();
    assertThat(second.keys().check()).isEqualTo(first.keys().check());
    assertThat(second.environment()).isEqualTo("live");
  }

  @Test
  void keepsTheMasterKeyOutOfTheDatabaseWithAKeyFile() throws IOException {
    Path file = keyFile("key");

    assertThat(PostgresMigrations.migrate(empty, "live", file).keyInDatabase()).isFalse();
    assertThat(PostgresMigrations.migrate(empty, "live", file).keys().check())
        .isEqualTo(KeyRing.read(file).check());
    assertThatThrownBy(() -> PostgresMigrations.migrate(empty, "live", null))
        .isInstanceOf(NotOurDatabase.class)
        .hasMessageContaining("key file");
  }

  @Test
  void refusesAnotherMasterKey() throws IOException {
    PostgresMigrations.migrate(empty, "live", keyFile("one"));
    Path another = keyFile("two");

    assertThatThrownBy(() -> PostgresMigrations.migrate(empty, "live", another))
        .isInstanceOf(NotOurDatabase.class)
        .hasMessageContaining("does not fit");
  }

  @Test
  void refusesAFileThatHoldsNoKey() throws IOException {
    Path file = Files.writeString(folder.resolve("bad"), "not a key");

    assertThatThrownBy(() -> PostgresMigrations.migrate(empty, "live", file))
        .isInstanceOf(NotOurDatabase.class)
        .hasMessageContaining("openssl rand -base64 32");
    assertThatThrownBy(() -> PostgresMigrations.migrate(empty, "live", folder.resolve("missing")))
        .isInstanceOf(NotOurDatabase.class);
  }

  @Test
  void refusesADatabaseOfTheOtherEnvironment() {
    PostgresMigrations.migrate(empty, "demo", null);

    assertThatThrownBy(() -> PostgresMigrations.migrate(empty, "live", null))
        .isInstanceOf(NotOurDatabase.class)
        .hasMessageContaining("is a demo one");
  }

  @Test
  void refusesADatabaseThatHoldsSomethingElse() {
    TestDatabase.execute(empty.database(), "create schema shop create table orders (id int)");

    assertThatThrownBy(() -> PostgresMigrations.migrate(empty, "live", null))
        .isInstanceOf(NotOurDatabase.class)
        .hasMessageContaining("something else")
        .hasMessageNotContaining("\n");
  }

  @Test
  void saysThatAServerCannotBeReached() {
    PostgresConfig nowhere = new PostgresConfig("127.0.0.1", 1, "u", "secret", "d");

    assertThatThrownBy(() -> PostgresMigrations.migrate(nowhere, "live", null))
        .isInstanceOf(StorageUnavailable.class)
        .hasMessageContaining("u@127.0.0.1:1/d")
        .hasMessageNotContaining("secret")
        .hasMessageNotContaining("\n");
  }

  @Test
  void letsTwoNodesStartAtOnce() {
    CompletableFuture<Installation> one = start();
    CompletableFuture<Installation> two = start();

    assertThat(one.join().keys().check()).isEqualTo(two.join().keys().check());
  }

  private CompletableFuture<Installation> start() {
    return CompletableFuture.supplyAsync(() -> PostgresMigrations.migrate(empty, "demo", null));
  }

  private Path keyFile(String name) throws IOException {
    return Files.writeString(folder.resolve(name), KeyRing.random().text() + "\n");
  }
}
