package io.dispatch120.geo.routing;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Looks through a map file before it is imported. GraphHopper takes the end of a broken file for
 * the end of the map, and resolves what XML refers to; so both are found here, and refused.
 */
final class SourceCheck {

  private static final String AGAIN = " Download or export it again.";

  private SourceCheck() {}

  /**
   * Reads the whole file.
   *
   * @throws MapUnreadable when it is not whole, or not OpenStreetMap data
   * @throws IOException when the disk cannot be read
   */
  static void check(Path file, Consumer<ImportProgress> progress)
      throws IOException, MapUnreadable {
    String name = MapSource.nameOf(file);
    if (!Files.isRegularFile(file)) {
      throw new MapUnreadable("There is no file " + file + ". Give the path of a map file.");
    }
    long size = Files.size(file);
    if (size == 0) {
      throw new MapUnreadable(name + " is empty." + AGAIN);
    }
    LongConsumer told =
        bytes -> progress.accept(new ImportProgress(ImportProgress.Step.CHECKING, bytes, size));
    try (CountingStream counted = new CountingStream(Files.newInputStream(file), told);
        InputStream in = new BufferedInputStream(counted, 1 << 16)) {
      byte[] head = head(in);
      if (startsWith(head, 0x1f, 0x8b)) {
        checkXml(name, new GZIPInputStream(in, 1 << 16));
      } else if (startsWith(head, 0, 0, 0)) {
        PbfCheck.check(in);
      } else {
        refuseOthers(name, head);
        checkXml(name, in);
      }
    } catch (EOFException e) {
      throw new MapUnreadable(name + " is cut off." + AGAIN, e);
    } catch (ZipException | BrokenMap e) {
      throw new MapUnreadable(name + " is damaged (" + e.getMessage() + ")." + AGAIN, e);
    }
  }

  /** What a part of a file cannot be. */
  static final class BrokenMap extends Exception {
    private static final long serialVersionUID = 1L;

    BrokenMap(String message) {
      super(message);
    }

    BrokenMap(String message, Throwable cause) {
      super(message, cause);
    }
  }

  private static void checkXml(String name, InputStream in)
      throws IOException, BrokenMap, MapUnreadable {
    if (!name.matches("(?i).*\\.(osm|xml|gz)")) {
      throw new MapUnreadable(
          name + " holds XML. Rename it so that it ends in .osm, or .osm.gz if it is compressed.");
    }
    XmlCheck.check(in);
  }

  private static void refuseOthers(String name, byte[] head) throws MapUnreadable {
    if (startsWith(head, 'P', 'K') || startsWith(head, 'B', 'Z') || startsWith(head, '7', 'z')) {
      throw new MapUnreadable(
          name + " is a packed archive. Unpack it, and import the .osm or .osm.pbf file in it.");
    }
    int first = 0;
    while (first < head.length && (head[first] <= ' ')) {
      first++;
    }
    if (first == head.length || head[first] != '<') {
      throw new MapUnreadable(
          name + " is not OpenStreetMap data. Give a file that ends in .osm.pbf, .osm or .osm.gz.");
    }
  }

  private static byte[] head(InputStream in) throws IOException {
    in.mark(64);
    byte[] head = in.readNBytes(64);
    in.reset();
    return head;
  }

  private static boolean startsWith(byte[] head, int... start) {
    boolean same = head.length >= start.length;
    for (int i = 0; same && i < start.length; i++) {
      same = head[i] == (byte) start[i];
    }
    return same;
  }
}
