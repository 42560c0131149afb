package io.dispatch120.geo.basemap;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing buffer with the number forms of Protocol Buffers. Not thread-safe. */
final class Bytes {
  private byte[] buffer = new byte[256];
  private int size;

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  byte[] toArray() {
    return Arrays.copyOf(buffer, size);
  }

  ByteBuffer view() {
    return ByteBuffer.wrap(buffer, 0, size);
  }

  void single(int value) {
    room(1);
    buffer[size++] = (byte) value;
  }

  void varint(long value) {
    room(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      buffer[size++] = (byte) (rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    buffer[size++] = (byte) rest;
  }

  /** Small for small numbers of either sign. */
  void zigzag(int value) {
    varint((value << 1 ^ value >> 31) & 0xFFFFFFFFL);
  }

  void text(String text) {
    bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** With its length before it. */
  void bytes(Bytes other) {
    varint(other.size);
    append(other);
  }

  /** Without its length. */
  void append(Bytes other) {
    room(other.size);
    System.arraycopy(other.buffer, 0, buffer, size, other.size);
    size += other.size;
  }

  private void bytes(byte[] other) {
    varint(other.length);
    room(other.length);
    System.arraycopy(other, 0, buffer, size, other.length);
    size += other.length;
  }

  private void room(int more) {
    if (buffer.length - size < more) {
      buffer = Arrays.copyOf(buffer, Math.max(size + more, buffer.length * 2));
    }
  }

  /** Reads what was written, in the same order. */
  static final class Reader {
    private final ByteBuffer in;

    Reader(ByteBuffer in) {
      this.in = in;
    }

    boolean hasMore() {
      return in.hasRemaining();
    }

    int single() {
      return in.get() & 0xFF;
    }

    long varint() {
      long value = 0;
      for (int shift = 0; shift < 64; shift += 7) {
        byte next = in.get();
        value |= (long) (next & 0x7F) << shift;
        if (next >= 0) {
          break;
        }
      }
      return value;
    }

    int zigzag() {
      int value = (int) varint();
      return value >>> 1 ^ -(value & 1);
    }

    String text() {
      byte[] text = new byte[(int) varint()];
      in.get(text);
      return new String(text, StandardCharsets.UTF_8);
    }
  }
}
