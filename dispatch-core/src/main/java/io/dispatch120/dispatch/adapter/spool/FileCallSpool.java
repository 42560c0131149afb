package io.dispatch120.dispatch.adapter.spool;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dispatch120.dispatch.codec.Json;
import io.dispatch120.dispatch.command.CallSpool;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One file a call, named by its command id, readable by the product's user only. A file is written
 * beside, forced to disk, then moved to its name and the folder forced: after a crash it is whole
 * or not there. An unreadable file is set aside as {@code .bad} and said, never deleted.
 */
public final class FileCallSpool implements CallSpool {
  private static final Logger LOG = LoggerFactory.getLogger(FileCallSpool.class);
  private static final String SUFFIX = ".call.json";

  private final Path folder;
  private final WorkerExecutor disk;
  private final ObjectMapper json = Json.wire();

  /**
   * @throws IOException when the folder cannot be made
   */
  public FileCallSpool(Vertx vertx, Path folder) throws IOException {
    this.folder = folder;
    this.disk = vertx.createSharedWorkerExecutor("call-spool", 1);
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
  }

  @Override
  public Future<Void> keep(Entry entry) {
    return onDisk(
        () -> {
          Path target = folder.resolve(entry.commandId() + SUFFIX);
          if (!Files.exists(target)) {
            write(target, json.writeValueAsBytes(entry));
          }
          return null;
        });
  }

  private void write(Path target, byte[] text) throws IOException {
    Path beside = folder.resolve(target.getFileName() + ".new");
    Files.deleteIfExists(beside);
    Files.createFile(
        beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (FileChannel file = FileChannel.open(beside, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(text);
      while (rest.hasRemaining()) {
        file.write(rest);
      }
      file.force(true);
    }
    Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
      entries.force(true);
    }
  }

  @Override
  public Future<List<Entry>> list() {
    return onDisk(
        () -> {
          List<Entry> entries = new ArrayList<>();
          for (Path file : files()) {
            try {
              entries.add(json.readValue(Files.readAllBytes(file), Entry.class));
            } catch (IOException e) {
              LOG.error(
                  "a spooled call cannot be read and is set aside: {}.bad: {}",
                  file,
                  e.getMessage());
              setAside(file);
            }
          }
          entries.sort(Comparator.comparing(Entry::takenAt));
          return entries;
        });
  }

  private static void setAside(Path file) throws IOException {
    Path aside = file.resolveSibling(file.getFileName() + ".bad");
    for (int i = 2; Files.exists(aside); i++) {
      aside = file.resolveSibling(file.getFileName() + "." + i + ".bad");
    }
    Files.move(file, aside);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(SUFFIX)).toList();
    }
  }

  @Override
  public Future<Void> remove(UUID commandId) {
    return onDisk(
        () -> {
          Files.deleteIfExists(folder.resolve(commandId + SUFFIX));
          return null;
        });
  }

  private <T> Future<T> onDisk(Callable<T> work) {
    return disk.executeBlocking(work, true);
  }
}
