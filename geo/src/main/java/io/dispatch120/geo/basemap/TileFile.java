package io.dispatch120.geo.basemap;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A base map, read tile by tile: one read of the disk each, 20 bytes of memory for each tile there
 * is. Thread-safe; reading after {@link #close} fails with an {@link IOException}.
 */
public final class TileFile implements AutoCloseable {
  private static final int MAX_TILES = 50_000_000;

  private final FileChannel channel;
  private final BaseMap map;
  private final long[] keys;
  private final long[] offsets;
  private final int[] lengths;

  private TileFile(FileChannel channel, BaseMap map, long[] keys, long[] offsets, int[] lengths) {
    this.channel = channel;
    this.map = map;
    this.keys = keys;
    this.offsets = offsets;
    this.lengths = lengths;
  }

  /**
   * @throws IOException when it cannot be read or is no whole tile file
   */
  public static TileFile open(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file);
    try {
      return read(channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static TileFile read(FileChannel channel) throws IOException {
    long size = channel.size();
    if (size < TileFileWriter.TRAILER_BYTES) {
      throw new IOException("the base map is cut off");
    }
    ByteBuffer trailer =
        at(channel, size - TileFileWriter.TRAILER_BYTES, TileFileWriter.TRAILER_BYTES);
    long table = trailer.getLong();
    long count = trailer.getLong();
    long sum = trailer.getLong();
    long tableBytes = size - TileFileWriter.TRAILER_BYTES - table;
    if (trailer.getLong() != TileFileWriter.MAGIC
        || count < 0
        || count > MAX_TILES
        || tableBytes != count * TileFileWriter.ENTRY_BYTES + 33) {
      throw new IOException("the base map is cut off or of another version");
    }
    ByteBuffer bytes = at(channel, table, (int) tableBytes);
    CRC32 found = new CRC32();
    found.update(bytes.duplicate());
    if (found.getValue() != sum) {
      throw new IOException("the base map is damaged");
    }
    long[] keys = new long[(int) count];
    long[] offsets = new long[keys.length];
    int[] lengths = new int[keys.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = bytes.getLong();
      offsets[i] = bytes.getLong();
      lengths[i] = bytes.getInt();
    }
    BaseMap map =
        new BaseMap(
            bytes.getDouble(),
            bytes.getDouble(),
            bytes.getDouble(),
            bytes.getDouble(),
            bytes.get() == 1,
            keys.length);
    return new TileFile(channel, map, keys, offsets, lengths);
  }

  public BaseMap map() {
    return map;
  }

  /** A tile as a gzip stream; null when there is nothing at that place. Blocks for the disk. */
  public byte @Nullable [] find(int zoom, int x, int y) throws IOException {
    int at = Arrays.binarySearch(keys, TileFileWriter.key(zoom, x, y));
    return at < 0 ? null : at(channel, offsets[at], lengths[at]).array();
  }

  private static ByteBuffer at(FileChannel channel, long offset, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, offset + bytes.position()) < 0) {
        throw new EOFException("the base map is cut off");
      }
    }
    return bytes.flip();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
