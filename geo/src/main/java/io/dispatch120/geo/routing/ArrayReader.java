package io.dispatch120.geo.routing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * Reads what {@link ArrayWriter} wrote. Lengths are believed only as far as the file reaches, so a
 * damaged one cannot ask for memory.
 */
final class ArrayReader {

  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
  private final CRC32C checksum = new CRC32C();
  private final long size;
  private long taken;
  private long loaded;

  ArrayReader(FileChannel channel) throws IOException {
    this.channel = channel;
    size = channel.size();
    buffer.limit(0);
  }

  /** The file is not what was written. */
  static final class Damaged extends Exception {
    private static final long serialVersionUID = 1L;

    Damaged(String message) {
      super(message);
    }
  }

  int getInt() throws IOException, Damaged {
    require(Integer.BYTES);
    return buffer.getInt();
  }

  long getLong() throws IOException, Damaged {
    require(Long.BYTES);
    return buffer.getLong();
  }

  String getString() throws IOException, Damaged {
    return new String(getBytes(), StandardCharsets.UTF_8);
  }

  int[] getInts() throws IOException, Damaged {
    int[] values = new int[length(Integer.BYTES)];
    for (int i = 0; i < values.length; i++) {
      values[i] = getInt();
    }
    return values;
  }

  float[] getFloats() throws IOException, Damaged {
    float[] values = new float[length(Float.BYTES)];
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.intBitsToFloat(getInt());
    }
    return values;
  }

  byte[] getBytes() throws IOException, Damaged {
    byte[] values = new byte[length(1)];
    for (int i = 0; i < values.length; i++) {
      require(1);
      values[i] = buffer.get();
    }
    return values;
  }

  /** After the last array: compares the checksum. */
  void finish() throws IOException, Damaged {
    if (size - taken != Integer.BYTES) {
      throw new Damaged("it is longer than what it holds");
    }
    int computed = (int) checksum.getValue();
    if (getInt() != computed) {
      throw new Damaged("its checksum does not fit");
    }
  }

  private int length(int bytesEach) throws IOException, Damaged {
    int length = getInt();
    if (length < 0 || (long) length * bytesEach > size - taken) {
      throw new Damaged("it is cut off");
    }
    return length;
  }

  private void require(int bytes) throws IOException, Damaged {
    if (buffer.remaining() < bytes) {
      fill();
      if (buffer.remaining() < bytes) {
        throw new Damaged("it is cut off");
      }
    }
    taken += bytes;
  }

  private void fill() throws IOException {
    int left = buffer.remaining();
    buffer.compact();
    int read = 0;
    while (buffer.hasRemaining() && read >= 0) {
      read = channel.read(buffer);
    }
    buffer.flip();
    // The checksum is not part of what it sums.
    int summed = (int) Math.min(buffer.limit() - left, size - Integer.BYTES - loaded);
    if (summed > 0) {
      checksum.update(buffer.duplicate().position(left).limit(left + summed));
    }
    loaded += buffer.limit() - left;
  }
}
