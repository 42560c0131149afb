package io.dispatch120.app.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One process per data directory: a lock of the operating system, so it ends with the process
 * however that ends. The file keeps the holder's process id for messages.
 */
final class DirectoryLock implements AutoCloseable {
  private static final String FILE = "dispatch120.lock";

  /**
   * Closing any channel on a locked file drops the whole process's lock on it, so a second try in
   * the same process must not even open the file.
   */
  private static final Set<Path> HELD_HERE = new HashSet<>();

  private final Path directory;
  private final FileChannel channel;

  private DirectoryLock(Path directory, FileChannel channel) {
    this.directory = directory;
    this.channel = channel;
  }

  /** Takes the lock without waiting; empty when a process, this one included, has it. */
  static Optional<DirectoryLock> tryTake(Path directory) throws IOException {
    Path real = directory.toRealPath();
    synchronized (HELD_HERE) {
      if (!HELD_HERE.add(real)) {
        return Optional.empty();
      }
      FileChannel channel = null;
      boolean taken = false;
      try {
        channel =
            FileChannel.open(
                real.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
          return Optional.empty();
        }
        channel.truncate(0);
        channel.write(
            StandardCharsets.US_ASCII.encode(Long.toString(ProcessHandle.current().pid())), 0);
        taken = true;
        return Optional.of(new DirectoryLock(real, channel));
      } finally {
        if (!taken) {
          HELD_HERE.remove(real);
          if (channel != null) {
            channel.close();
          }
        }
      }
    }
  }

  /** Who holds the lock; empty when the file says nothing. */
  static OptionalLong findHolder(Path directory) throws IOException {
    synchronized (HELD_HERE) {
      if (HELD_HERE.contains(directory.toRealPath())) {
        return OptionalLong.of(ProcessHandle.current().pid());
      }
    }
    Path file = directory.resolve(FILE);
    if (!Files.isReadable(file)) {
      return OptionalLong.empty();
    }
    ByteBuffer text = ByteBuffer.wrap(Files.readAllBytes(file));
    String pid = StandardCharsets.US_ASCII.decode(text).toString().strip();
    return pid.matches("[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(pid)) : OptionalLong.empty();
  }

  @Override
  public void close() throws IOException {
    synchronized (HELD_HERE) {
      channel.close();
      HELD_HERE.remove(directory);
    }
  }
}
