package io.dispatch120.geo.basemap;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/**
 * Writes a tile file: the tiles one after the other, each a gzip stream; then a table of where they
 * are, what the map says of itself, and at the very end where the table begins, with its checksum.
 */
final class TileFileWriter implements AutoCloseable {
  static final long MAGIC = 0x4431_3230_4d41_5031L; // D120MAP1
  static final int ENTRY_BYTES = 20;
  static final int TRAILER_BYTES = 32;

  private final DataOutputStream out;
  private long[] keys = new long[1024];
  private int[] lengths = new int[1024];
  private int count;
  private long written;

  TileFileWriter(Path file) throws IOException {
    out =
        new DataOutputStream(
            new BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE_NEW), 1 << 16));
  }

  static long key(int zoom, int x, int y) {
    return (long) zoom << 40 | (long) x << 20 | y;
  }

  /** Tiles come by rising zoom, x, y. */
  void add(int zoom, int x, int y, byte[] packed) throws IOException {
    if (count == keys.length) {
      keys = Arrays.copyOf(keys, count * 2);
      lengths = Arrays.copyOf(lengths, count * 2);
    }
    keys[count] = key(zoom, x, y);
    lengths[count++] = packed.length;
    out.write(packed);
    written += packed.length;
  }

  int count() {
    return count;
  }

  void finish(BaseMap map) throws IOException {
    CRC32 sum = new CRC32();
    DataOutputStream table = new DataOutputStream(new CheckedOutputStream(out, sum));
    long offset = 0;
    for (int i = 0; i < count; i++) {
      table.writeLong(keys[i]);
      table.writeLong(offset);
      table.writeInt(lengths[i]);
      offset += lengths[i];
    }
    table.writeDouble(map.west());
    table.writeDouble(map.south());
    table.writeDouble(map.east());
    table.writeDouble(map.north());
    table.writeBoolean(map.illustrative());
    table.flush();
    out.writeLong(written);
    out.writeLong(count);
    out.writeLong(sum.getValue());
    out.writeLong(MAGIC);
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
