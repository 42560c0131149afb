package io.dispatch120.geo.basemap;

import io.dispatch120.geo.osm.OsmUnreadable;
import java.io.IOException;
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
 * Positions of nodes by id, in a scratch file of 16 bytes a node that is looked up through the page
 * cache: memory does not grow with it. Filled once by rising id, then read. Not thread-safe.
 */
final class NodeStore implements AutoCloseable {
  /** What {@link #find} gives for a node that is not there. */
  static final long NONE = Long.MIN_VALUE;

  private static final int RECORD = 16;
  private static final int SAMPLE = 128;
  private static final int RECORDS_PER_MAP = 1 << 26; // 1 GiB

  private final Path file;
  private final FileChannel channel;
  private final ByteBuffer pending = ByteBuffer.allocate(RECORD << 12);
  private final List<MappedByteBuffer> maps = new ArrayList<>();
  private long[] samples = new long[1024];
  private long count;
  private long last = Long.MIN_VALUE;

  NodeStore(Path file) throws IOException {
    this.file = file;
    channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  void add(long id, int lng, int lat) throws IOException {
    if (id <= last) {
      throw new OsmUnreadable(
          "its nodes are not sorted by id; sort it first, such as with osmium sort");
    }
    last = id;
    if (count % SAMPLE == 0) {
      int sample = (int) (count / SAMPLE);
      if (sample == samples.length) {
        samples = Arrays.copyOf(samples, sample * 2);
      }
      samples[sample] = id;
    }
    count++;
    if (!pending.hasRemaining()) {
      flush();
    }
    pending.putLong(id).putInt(lng).putInt(lat);
  }

  /** Ends filling. */
  void seal() throws IOException {
    flush();
    for (long at = 0; at < count; at += RECORDS_PER_MAP) {
      long records = Math.min(RECORDS_PER_MAP, count - at);
      maps.add(channel.map(FileChannel.MapMode.READ_ONLY, at * RECORD, records * RECORD));
    }
  }

  private void flush() throws IOException {
    pending.flip();
    while (pending.hasRemaining()) {
      channel.write(pending);
    }
    pending.clear();
  }

  long count() {
    return count;
  }

  /** Longitude and latitude as {@code lng << 32 | lat}, or {@link #NONE}. */
  long find(long id) {
    int used = (int) ((count + SAMPLE - 1) / SAMPLE);
    int at = Arrays.binarySearch(samples, 0, used, id);
    long low = (long) (at >= 0 ? at : Math.max(0, -at - 2)) * SAMPLE;
    long high = Math.min(count, low + SAMPLE) - 1;
    while (low <= high) {
      long middle = (low + high) >>> 1;
      MappedByteBuffer map = maps.get((int) (middle / RECORDS_PER_MAP));
      int position = (int) (middle % RECORDS_PER_MAP) * RECORD;
      long found = map.getLong(position);
      if (found == id) {
        return map.getLong(position + 8);
      }
      if (found < id) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return NONE;
  }

  static int lng(long position) {
    return (int) (position >> 32);
  }

  static int lat(long position) {
    return (int) position;
  }

  @Override
  public void close() throws IOException {
    maps.clear();
    channel.close();
    Files.deleteIfExists(file);
  }
}
