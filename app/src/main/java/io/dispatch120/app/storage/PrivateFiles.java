package io.dispatch120.app.storage;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Writes files that are there whole or not at all, after a power cut too, and folders that nobody
 * else may open. Systems without POSIX permissions keep their own defaults.
 */
final class PrivateFiles {
  private static final Set<PosixFilePermission> OWNER_ONLY_FOLDER =
      PosixFilePermissions.fromString("rwx------");

  /** Who may read a written file. */
  enum Readers {
    OWNER("rw-------"),
    EVERYONE("rw-r--r--");

    private final String permissions;

    Readers(String permissions) {
      this.permissions = permissions;
    }
  }

  private PrivateFiles() {}

  /** Makes the folder with mode 700, or sets an existing one to it. */
  static void makeFolder(Path folder) throws IOException {
    if (!posix(folderOf(folder))) {
      Files.createDirectories(folder);
      return;
    }
    if (!Files.isDirectory(folder)) {
      Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY_FOLDER));
    }
    Files.setPosixFilePermissions(folder, OWNER_ONLY_FOLDER);
  }

  /** Replaces the file in one step; its content has reached the disk when this returns. */
  static void write(Path file, String content, Readers readers) throws IOException {
    Path folder = folderOf(file);
    Path fresh = folder.resolve(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    FileAttribute<?>[] attributes =
        posix(folder)
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(
                  PosixFilePermissions.fromString(readers.permissions))
            }
            : new FileAttribute<?>[0];
    try (FileChannel channel =
        FileChannel.open(fresh, EnumSet.of(WRITE, CREATE, TRUNCATE_EXISTING), attributes)) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(fresh, file, ATOMIC_MOVE);
    forceFolder(folder);
  }

  /** A rename is on the disk only when its folder is. */
  private static void forceFolder(Path folder) throws IOException {
    if (posix(folder)) {
      try (FileChannel channel = FileChannel.open(folder, READ)) {
        channel.force(true);
      }
    }
  }

  private static Path folderOf(Path file) {
    return file.toAbsolutePath().resolveSibling("");
  }

  private static boolean posix(Path path) throws IOException {
    return Files.getFileStore(path).supportsFileAttributeView("posix");
  }
}
