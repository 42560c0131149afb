package io.dispatch120.geo.routing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Tells how much of a stream has been read, every few MiB and at its end. */
final class CountingStream extends FilterInputStream {

  private static final long EVERY = 4 << 20;

  private final LongConsumer told;
  private long count;
  private long last;

  CountingStream(InputStream in, LongConsumer told) {
    super(in);
    this.told = told;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    count(value < 0 ? -1 : 1);
    return value;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    count(read);
    return read;
  }

  private void count(int read) {
    count += Math.max(0, read);
    if (count - last >= EVERY || (read < 0 && count > last)) {
      last = count;
      told.accept(count);
    }
  }
}
