package io.dispatch120.geo.basemap;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The pieces of all tiles of one zoom, written as they come and read tile by tile. Memory: 8 bytes
 * a piece; a province has some millions at zoom 14. Not thread-safe.
 */
final class ZoomScratch implements AutoCloseable {
  /** A part of a file that can be mapped. */
  private static final int PART_BYTES = 1 << 30;

  private static final int OFFSET_BITS = 34; // 16 GiB
  private static final int HALF_KEY_BITS = 15;

  private final Path folder;
  private final String name;
  private final List<Path> files = new ArrayList<>();
  private OutputStream out = OutputStream.nullOutputStream();
  private int written;
  private long[] keys = new long[1024];
  private int count;

  ZoomScratch(Path folder, int zoom) throws IOException {
    this.folder = folder;
    name = "zoom" + zoom;
    nextFile();
  }

  private void nextFile() throws IOException {
    out.close();
    Path file = folder.resolve(name + "-" + files.size());
    files.add(file);
    out = new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW));
    written = 0;
  }

  void add(int x, int y, Bytes piece) throws IOException {
    if (written > PART_BYTES - piece.size() - 4) {
      nextFile();
    }
    long offset = (long) (files.size() - 1) << 30 | written;
    if (count == keys.length) {
      keys = Arrays.copyOf(keys, count * 2);
    }
    keys[count++] = ((long) x << HALF_KEY_BITS | y) << OFFSET_BITS | offset;
    byte[] bytes = piece.toArray();
    out.write(ByteBuffer.allocate(4).putInt(bytes.length).array());
    out.write(bytes);
    written += bytes.length + 4;
  }

  /** Takes one tile with all its pieces, in the order they came. */
  interface TileSink {
    void tile(int x, int y, List<Piece> pieces) throws IOException;
  }

  /** Ends writing and gives every tile, by rising x, then y. */
  void drainTo(TileSink sink) throws IOException {
    out.close();
    Arrays.sort(keys, 0, count);
    List<MappedByteBuffer> parts = new ArrayList<>();
    for (Path file : files) {
      try (FileChannel channel = FileChannel.open(file)) {
        parts.add(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
      }
    }
    for (int i = 0; i < count; ) {
      long tile = keys[i] >>> OFFSET_BITS;
      List<Piece> pieces = new ArrayList<>();
      for (; i < count && keys[i] >>> OFFSET_BITS == tile; i++) {
        long offset = keys[i] & (1L << OFFSET_BITS) - 1;
        MappedByteBuffer part = parts.get((int) (offset >> 30));
        int at = (int) (offset & PART_BYTES - 1);
        ByteBuffer bytes = part.slice(at + 4, part.getInt(at));
        pieces.add(Piece.readFrom(new Bytes.Reader(bytes)));
      }
      sink.tile((int) (tile >> HALF_KEY_BITS), (int) (tile & (1 << HALF_KEY_BITS) - 1), pieces);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }
}
