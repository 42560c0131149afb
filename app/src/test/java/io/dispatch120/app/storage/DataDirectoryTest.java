package io.dispatch120.app.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dispatch120.app.config.DatabaseUrl;
import io.dispatch120.app.config.StartFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
  private static final DatabaseUrl URL =
      new DatabaseUrl("127.0.0.1", 5432, "dispatch120", "se\"cret", "dispatch120");

  @TempDir Path temp;

  @Test
  void isMadeWhenMissing() {
    try (DataDirectory directory = DataDirectory.open(temp.resolve("a/b"))) {
      assertThat(directory.path()).isDirectory();
    }
  }

  @Test
  void refusesAFolderHeldByThisProcessAndLetsItGoWhenClosed() {
    DataDirectory first = DataDirectory.open(temp);
    assertThatThrownBy(() -> DataDirectory.open(temp))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("already running (pid " + ProcessHandle.current().pid() + ")");
    first.close();
    DataDirectory.open(temp).close();
  }

  @Test
  void refusesAFolderHeldByAnotherProcessUntilThatIsKilled() throws Exception {
    try (ChildProcess holder = ChildProcess.start(LockHolder.class, temp.toString())) {
      holder.awaitLine("held ");
      assertThat(DataDirectory.tryOpen(temp)).isEmpty();
      assertThatThrownBy(() -> DataDirectory.open(temp))
          .hasMessageContaining("already running (pid " + holder.pid() + ")");
      holder.kill();
      DataDirectory.open(temp).close();
    }
  }

  @Test
  void refusesAPathThatIsAFile() throws Exception {
    Path file = Files.createFile(temp.resolve("data"));
    assertThatThrownBy(() -> DataDirectory.open(file))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("not a folder");
  }

  @Test
  void publishesPortsUntilItIsClosed() throws Exception {
    Path ports = temp.resolve("ports.json");
    try (DataDirectory directory = DataDirectory.open(temp)) {
      directory.publishPorts(new Ports(1, 2, 3, OptionalInt.of(4)));
      assertThat(ports)
          .content()
          .isEqualToIgnoringNewLines("{\"http\":1,\"edge\":2,\"management\":3,\"jtt808\":4}");
      directory.publishPorts(new Ports(1, 2, 3, OptionalInt.empty()));
      assertThat(ports).content().contains("\"jtt808\":null");
    }
    assertThat(ports).doesNotExist();
  }

  @Test
  void forgetsThePortsOfAKilledPredecessor() throws Exception {
    Files.writeString(temp.resolve("ports.json"), "{}");
    try (DataDirectory directory = DataDirectory.open(temp)) {
      assertThat(directory.path().resolve("ports.json")).doesNotExist();
    }
  }

  @Test
  void tellsToolsTheDatabaseInAFileForTheOwnerOnly() throws Exception {
    try (DataDirectory directory = DataDirectory.open(temp)) {
      directory.publishDatabase(Optional.of(URL));
      assertThat(mode(temp.resolve("runtime.json"))).isEqualTo("rw-------");
      assertThat(RuntimeFile.find(temp).orElseThrow().database()).contains(URL);
      directory.publishDatabase(Optional.empty());
      assertThat(RuntimeFile.find(temp).orElseThrow().database()).isEmpty();
    }
    assertThat(RuntimeFile.find(temp)).isEmpty();
  }

  @Test
  void keepsASecretForTheOwnerOnly() throws Exception {
    String made;
    try (DataDirectory directory = DataDirectory.open(temp)) {
      made = directory.secrets().getOrMake("link-key");
      assertThat(made).hasSize(43).matches("[A-Za-z0-9_-]+");
      assertThat(directory.secrets().getOrMake("other")).isNotEqualTo(made);
    }
    try (DataDirectory directory = DataDirectory.open(temp)) {
      assertThat(directory.secrets().getOrMake("link-key")).isEqualTo(made);
    }
    assertThat(mode(temp.resolve("secrets"))).isEqualTo("rwx------");
    assertThat(mode(temp.resolve("secrets/link-key"))).isEqualTo("rw-------");
  }

  private static String mode(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
