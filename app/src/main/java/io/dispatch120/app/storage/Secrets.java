package io.dispatch120.app.storage;

import io.dispatch120.app.config.StartFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Random secrets of this installation, one file each (mode 600) in a folder (mode 700). Made on
 * first use and kept from then on. Not thread-safe; used while starting.
 */
public final class Secrets {
  private static final int BYTES = 32;

  private final Path folder;
  private final SecureRandom random = new SecureRandom();

  Secrets(Path folder) {
    this.folder = folder;
  }

  /** The file of a secret, whether it exists or not. */
  public Path file(String name) {
    return folder.resolve(name);
  }

  public boolean exists(String name) {
    return Files.exists(file(name));
  }

  /**
   * The secret of that name: 256 random bits as base64url text, safe in URLs and in SQL literals.
   *
   * @throws StartFailure when the file can not be read or made, or is empty
   */
  public String getOrMake(String name) {
    Path file = file(name);
    try {
      PrivateFiles.makeFolder(folder);
      if (!Files.exists(file)) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        PrivateFiles.write(
            file,
            Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
            PrivateFiles.Readers.OWNER);
      }
      String secret = Files.readString(file, StandardCharsets.UTF_8).strip();
      if (secret.isEmpty()) {
        throw new StartFailure("secret " + file + " is empty", "Restore it from a backup.");
      }
      return secret;
    } catch (IOException e) {
      throw new StartFailure(
          "secret " + file + " can not be read or made (" + e.getClass().getSimpleName() + ")",
          "Give the user that runs dispatch120 the folder " + folder + ", with mode 700.",
          e);
    }
  }
}
