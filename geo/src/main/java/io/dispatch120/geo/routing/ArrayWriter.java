package io.dispatch120.geo.routing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;
import java.util.zip.CRC32C;

/** Writes arrays with their lengths, and a checksum of everything at the end. */
final class ArrayWriter {

  private final FileChannel channel;
  private final LongConsumer written;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
  private final CRC32C checksum = new CRC32C();
  private long total;

  ArrayWriter(FileChannel channel, LongConsumer written) {
    this.channel = channel;
    this.written = written;
  }

  void putInt(int value) throws IOException {
    reserve(Integer.BYTES);
    buffer.putInt(value);
  }

  void putLong(long value) throws IOException {
    reserve(Long.BYTES);
    buffer.putLong(value);
  }

  void putString(String text) throws IOException {
    putBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  void putInts(int[] values) throws IOException {
    putInt(values.length);
    for (int value : values) {
      putInt(value);
    }
  }

  void putFloats(float[] values) throws IOException {
    putInt(values.length);
    for (float value : values) {
      putInt(Float.floatToIntBits(value));
    }
  }

  void putBytes(byte[] values) throws IOException {
    putInt(values.length);
    for (byte value : values) {
      reserve(1);
      buffer.put(value);
    }
  }

  void finish() throws IOException {
    flush();
    buffer.putInt((int) checksum.getValue());
    flush();
  }

  private void reserve(int bytes) throws IOException {
    if (buffer.remaining() < bytes) {
      flush();
    }
  }

  private void flush() throws IOException {
    buffer.flip();
    total += buffer.remaining();
    checksum.update(buffer.duplicate());
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    buffer.clear();
    written.accept(total);
  }
}
