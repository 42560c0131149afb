package io.dispatch120.app.storage;

import io.dispatch120.app.config.DatabaseUrl;
import io.dispatch120.app.config.StartFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The node's folder on disk, held by this process until it is closed.
 *
 * <pre>
 * dispatch120.lock     held for the life of the process
 * ports.json           {"http":…,"edge":…,"management":…,"jtt808":…} while a node runs
 * runtime.json         how tools on this machine reach the running node's database (mode 600)
 * secrets/             mode 700, files 600
 * postgres/            data of the embedded PostgreSQL
 * postgres-binaries/   its programs, unpacked (mode 700)
 * </pre>
 */
public final class DataDirectory implements AutoCloseable {
  private static final String PORTS = "ports.json";

  private final Path path;
  private final DirectoryLock lock;

  private DataDirectory(Path path, DirectoryLock lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Makes the folder when it is missing and takes its lock.
   *
   * @throws StartFailure when it can not be made or written, or another process holds it
   */
  public static DataDirectory open(Path path) {
    return tryOpen(path)
        .orElseThrow(
            () -> {
              OptionalLong holder = holder(path);
              String who = holder.isPresent() ? " (pid " + holder.getAsLong() + ")" : "";
              return new StartFailure(
                  "dispatch120 is already running" + who + " with data directory " + path,
                  "Stop that process first, or name another folder with DISPATCH120_DATA_DIR.");
            });
  }

  /** As {@link #open}, but empty when another process holds the folder. */
  public static Optional<DataDirectory> tryOpen(Path path) {
    try {
      Files.createDirectories(path);
      Optional<DirectoryLock> lock = DirectoryLock.tryTake(path);
      if (lock.isEmpty()) {
        return Optional.empty();
      }
      DataDirectory directory = new DataDirectory(path.toRealPath(), lock.get());
      directory.withdraw();
      return Optional.of(directory);
    } catch (IOException e) {
      throw new StartFailure(
          "data directory " + path + " can not be used (" + reason(e) + ")",
          "Name a folder that this user may write with DISPATCH120_DATA_DIR, on a disk with room.",
          e);
    }
  }

  public Path path() {
    return path;
  }

  public Secrets secrets() {
    return new Secrets(path.resolve("secrets"));
  }

  /** Says where the node listens, for people and scripts on this machine. */
  public void publishPorts(Ports ports) {
    write(PORTS, ports.toJson(), PrivateFiles.Readers.EVERYONE);
  }

  /**
   * Lets tools on this machine reach the node's database.
   *
   * @param database empty when it is not the embedded one: whoever may use that has its URL, and
   *     its password does not belong on this disk
   */
  public void publishDatabase(Optional<DatabaseUrl> database) {
    write(
        RuntimeFile.NAME,
        RuntimeFile.toJson(ProcessHandle.current().pid(), database),
        PrivateFiles.Readers.OWNER);
  }

  /** Takes back what was published and lets go of the folder. */
  @Override
  public void close() {
    try (lock) {
      withdraw();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a killed predecessor published is no longer true either. */
  private void withdraw() throws IOException {
    Files.deleteIfExists(path.resolve(PORTS));
    Files.deleteIfExists(path.resolve(RuntimeFile.NAME));
  }

  private void write(String name, String content, PrivateFiles.Readers readers) {
    Path file = path.resolve(name);
    try {
      PrivateFiles.write(file, content, readers);
    } catch (IOException e) {
      throw new StartFailure(
          file + " can not be written (" + reason(e) + ")",
          "Check permissions and room on that disk.",
          e);
    }
  }

  private static OptionalLong holder(Path path) {
    try {
      return DirectoryLock.findHolder(path);
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  /** The JDK's messages of file exceptions are bare paths; their names say what happened. */
  private static String reason(IOException e) {
    return switch (e.getClass().getSimpleName()) {
      case "AccessDeniedException" -> "permission denied";
      case "FileAlreadyExistsException" -> "it is not a folder";
      case "NoSuchFileException" -> "it does not exist";
      case "FileSystemException" ->
          String.valueOf(((java.nio.file.FileSystemException) e).getReason());
      default -> String.valueOf(e.getMessage());
    };
  }
}
