package io.dispatch120.dispatch.adapter.spool;

import static io.dispatch120.dispatch.journal.StorageContract.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.Actor;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.command.CallSpool.Entry;
import io.dispatch120.dispatch.node.QuietCenter;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCallSpoolTest {
  private static final Instant NOON = Instant.parse("2026-11-22T04:00:00.123456Z");

  @TempDir Path temporary;
  private final Vertx vertx = Vertx.vertx();
  private Path folder;
  private FileCallSpool spool;

  @BeforeEach
  void open() throws Exception {
    folder = temporary.resolve("spool");
    spool = new FileCallSpool(vertx, folder);
  }

  @AfterEach
  void close() {
    await(vertx.close());
  }

  private static Entry taken(Instant at) {
    return new Entry(
        UUID.randomUUID(),
        "body",
        new CenterId("c"),
        new Actor("dispatcher", "li"),
        QuietCenter.call(true),
        at);
  }

  private String names() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList().toString();
    }
  }

  @Test
  void givesBackWhatWasKeptTheOldestFirstAfterARestart() throws Exception {
    Entry later = taken(NOON.plusSeconds(1));
    Entry first = taken(NOON);
    await(spool.keep(later));
    await(spool.keep(first));
    await(spool.keep(first));

    FileCallSpool restarted = new FileCallSpool(vertx, folder);

    assertThat(await(restarted.list())).containsExactly(first, later);
    await(restarted.remove(first.commandId()));
    await(restarted.remove(first.commandId()));
    assertThat(await(restarted.list())).containsExactly(later);
  }

  @Test
  void isReadableByNobodyElse() throws Exception {
    Entry entry = taken(NOON);
    await(spool.keep(entry));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(files.findFirst().orElseThrow())))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void setsAsideWhatCannotBeReadAndGoesOn() throws Exception {
    Entry good = taken(NOON);
    await(spool.keep(good));
    Path broken = folder.resolve(UUID.randomUUID() + ".call.json");
    for (int i = 0; i < 2; i++) {
      Files.writeString(broken, "{\"commandId\":");
      assertThat(await(spool.list())).containsExactly(good);
    }

    assertThat(names()).contains(broken.getFileName() + ".bad", broken.getFileName() + ".2.bad");
  }

  @Test
  void ignoresAFileThatWasNotFinished() throws Exception {
    Entry entry = taken(NOON);
    Files.writeString(folder.resolve(entry.commandId() + ".call.json.new"), "{\"comm");
    assertThat(await(spool.list())).isEmpty();

    await(spool.keep(entry));

    assertThat(await(spool.list())).containsExactly(entry);
    assertThat(names()).isEqualTo("[" + entry.commandId() + ".call.json]");
  }
}
