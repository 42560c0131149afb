package io.dispatch120.geo.routing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The file a map was made from.
 *
 * @param fileName its name without folders
 * @param bytes its size
 * @param sha256 of its content, in hexadecimal
 */
public record MapSource(String fileName, long bytes, String sha256) {

  /**
   * Reads a file through, some 300 MB a second.
   *
   * @throws IOException when it cannot be read
   */
  public static MapSource of(Path file) throws IOException {
    MessageDigest digest = newDigest();
    byte[] buffer = new byte[1 << 16];
    long bytes = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
        bytes += read;
      }
    }
    return new MapSource(nameOf(file), bytes, HexFormat.of().formatHex(digest.digest()));
  }

  /** Whether a map made from this would differ from one made from the other; names do not count. */
  public boolean sameContentAs(MapSource other) {
    return bytes == other.bytes && sha256.equals(other.sha256);
  }

  static String nameOf(Path file) {
    Path name = file.getFileName();
    return name == null ? file.toString() : name.toString();
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
