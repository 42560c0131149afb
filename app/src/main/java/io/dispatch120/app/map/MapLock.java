package io.dispatch120.app.map;

import io.dispatch120.app.config.StartFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One import per map folder at a time, over processes; ends with the process however that ends. */
final class MapLock implements AutoCloseable {
  private static final String FILE = "import.lock";

  private final FileChannel channel;

  private MapLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * @throws StartFailure when another import has it
   */
  static MapLock take(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return new MapLock(channel);
      }
    } catch (OverlappingFileLockException e) {
      // Another thread of this process has it: the same answer.
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    throw new StartFailure(
        "another map import is running in " + folder, "Wait until it has ended, then try again.");
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
