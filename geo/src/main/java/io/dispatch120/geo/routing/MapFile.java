package io.dispatch120.geo.routing;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.LongConsumer;

/**
 * The one file of a map folder, {@value #NAME}: a mark, a version, arrays, a checksum. It is
 * written beside and renamed when it is whole, so whoever opens a folder sees the old map or the
 * new one.
 */
final class MapFile {

  static final String NAME = "roads.bin";

  /** "D120road" */
  private static final long MARK = 0x44313230726f6164L;

  /** To be raised with every change of what is written, and of how it is ordered or computed. */
  private static final int VERSION = 1;

  private MapFile() {}

  /** Replaces the map of a folder, which is made if need be. */
  static void write(MapData map, Path folder, LongConsumer written) throws IOException {
    Files.createDirectories(folder);
    Path beside = folder.resolve(NAME + ".part");
    try (FileChannel channel =
        FileChannel.open(
            beside,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ArrayWriter out = new ArrayWriter(channel, written);
      out.putLong(MARK);
      out.putInt(VERSION);
      writeAll(map, out);
      out.finish();
      channel.force(true);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(beside);
      throw e;
    }
    Files.move(
        beside,
        folder.resolve(NAME),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private static void writeAll(MapData map, ArrayWriter out) throws IOException {
    out.putString(map.source().fileName());
    out.putLong(map.source().bytes());
    out.putString(map.source().sha256());
    Network network = map.network();
    out.putInt(network.nodes());
    out.putInts(network.ends());
    out.putFloats(network.carKmh());
    out.putFloats(network.footKmh());
    out.putBytes(network.roadClasses());
    out.putInts(network.twins());
    out.putInts(network.firstPoints());
    out.putInts(network.lng7());
    out.putInts(network.lat7());
    out.putInts(network.forbiddenTurns());
    out.putInts(map.ranks());
    out.putInts(map.hierarchy().firstUps());
    out.putInts(map.hierarchy().heads());
    out.putInts(map.links().first());
    out.putInts(map.links().codes());
    out.putBytes(map.mainland());
  }

  /**
   * Reads the map of a folder.
   *
   * @throws MapUnreadable when there is none, it is of another version, or damaged
   * @throws IOException when the disk cannot be read
   */
  static MapData read(Path folder) throws IOException, MapUnreadable {
    Path file = folder.resolve(NAME);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ArrayReader in = new ArrayReader(channel);
      try {
        if (in.getLong() != MARK) {
          throw new MapUnreadable(file + " is not a road map. Import the map again.");
        }
        int version = in.getInt();
        if (version != VERSION) {
          throw new MapUnreadable(
              file
                  + " is of format "
                  + version
                  + ", this program needs "
                  + VERSION
                  + ". Import the map again.");
        }
        return readAll(in);
      } catch (ArrayReader.Damaged | IllegalArgumentException | IndexOutOfBoundsException e) {
        throw new MapUnreadable(
            file + " is damaged (" + e.getMessage() + "). Import the map again.", e);
      }
    } catch (NoSuchFileException e) {
      throw new MapUnreadable("There is no road map in " + folder + ". Import one.", e);
    }
  }

  private static MapData readAll(ArrayReader in) throws IOException, ArrayReader.Damaged {
    MapSource source = new MapSource(in.getString(), in.getLong(), in.getString());
    Network network =
        new Network(
            in.getInt(),
            in.getInts(),
            in.getFloats(),
            in.getFloats(),
            in.getBytes(),
            in.getInts(),
            in.getInts(),
            in.getInts(),
            in.getInts(),
            in.getInts());
    int[] ranks = in.getInts();
    int[] firstUps = in.getInts();
    int[] heads = in.getInts();
    Links links = new Links(in.getInts(), in.getInts());
    byte[] mainland = in.getBytes();
    in.finish();
    return new MapData(
        source,
        network,
        TurnGraph.of(network),
        ranks,
        new Hierarchy(firstUps, heads),
        links,
        mainland);
  }
}
