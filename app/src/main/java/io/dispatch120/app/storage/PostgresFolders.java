package io.dispatch120.app.storage;

import io.dispatch120.app.config.StartFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The folders of the embedded PostgreSQL inside the data directory, brought into a state in which
 * it can start, whatever moment the process was killed at before.
 */
final class PostgresFolders {
  private final Path data;
  private final Path binaries;
  private final Path unpacked;
  private final Path firstStartMarker;
  private final Path unpackedMarker;
  private final PostgresVersion version;

  PostgresFolders(Path dataDirectory, PostgresVersion version) {
    this.version = version;
    this.data = dataDirectory.resolve("postgres");
    this.binaries = dataDirectory.resolve("postgres-binaries");
    this.unpacked = binaries.resolve(version.full());
    this.firstStartMarker = dataDirectory.resolve("postgres.first-start");
    this.unpackedMarker = binaries.resolve(version.full() + ".complete");
  }

  /** The data itself. */
  Path data() {
    return data;
  }

  /** Where the programs are unpacked. */
  Path unpacked() {
    return unpacked;
  }

  /**
   * Prepares both folders. No PostgreSQL may run on them.
   *
   * @return whether the data is yet to be made
   * @throws StartFailure when the data belongs to another PostgreSQL, or is none
   */
  boolean prepare() throws IOException {
    prepareBinaries();
    if (Files.exists(firstStartMarker)) {
      // The first start was cut off before anything could be stored: make the data anew.
      FolderTree.delete(data);
    }
    if (FolderTree.listEntries(data).isEmpty()) {
      PrivateFiles.write(firstStartMarker, "", PrivateFiles.Readers.OWNER);
      return true;
    }
    Path versionFile = data.resolve("PG_VERSION");
    if (!Files.exists(versionFile)) {
      throw new StartFailure(
          data + " is not empty and holds no PostgreSQL data",
          "Restore it from a backup, or name another folder with DISPATCH120_DATA_DIR.");
    }
    String found = Files.readString(versionFile, StandardCharsets.US_ASCII).strip();
    if (!found.equals(version.major())) {
      throw new StartFailure(
          data + " holds data of PostgreSQL " + found + ", this version brings " + version.major(),
          "Nothing was changed. Start the version that made it and move the data with pg_dump, or"
              + " name another folder with DISPATCH120_DATA_DIR.");
    }
    return false;
  }

  /** To be called once role and database exist: from now on the data is never made anew. */
  void started() throws IOException {
    Files.deleteIfExists(firstStartMarker);
    if (!Files.exists(unpackedMarker)) {
      PrivateFiles.write(unpackedMarker, "", PrivateFiles.Readers.OWNER);
    }
  }

  /**
   * Programs of other versions go, and half unpacked ones. The folder above is closed to other
   * users because the library opens the one it unpacks into to everybody.
   */
  private void prepareBinaries() throws IOException {
    PrivateFiles.makeFolder(binaries);
    List<Path> kept = Files.exists(unpackedMarker) ? List.of(unpacked, unpackedMarker) : List.of();
    for (Path entry : FolderTree.listEntries(binaries)) {
      if (!kept.contains(entry)) {
        FolderTree.delete(entry);
      }
    }
  }
}
