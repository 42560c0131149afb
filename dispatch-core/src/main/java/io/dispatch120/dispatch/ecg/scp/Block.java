package io.dispatch120.dispatch.ecg.scp;

import io.dispatch120.dispatch.ecg.wave.EcgFault;
import io.dispatch120.dispatch.ecg.wave.EcgUnreadable;
import java.util.Arrays;

/**
 * A part of the file, read in little-endian. Whatever lies outside is a refusal, so that no length
 * or pointer of the file has to be believed.
 */
final class Block {
  private final byte[] content;
  private final int from;
  private final int length;

  private Block(byte[] content, int from, int length) {
    this.content = content;
    this.from = from;
    this.length = length;
  }

  static Block of(byte[] content) {
    return new Block(content, 0, content.length);
  }

  /** A part of this part, without copying. */
  Block part(long at, long count) throws EcgUnreadable {
    check(at, count);
    return new Block(content, from + (int) at, (int) count);
  }

  int length() {
    return length;
  }

  int u8(int at) throws EcgUnreadable {
    check(at, 1);
    return content[from + at] & 0xFF;
  }

  int u16(int at) throws EcgUnreadable {
    check(at, 2);
    return (content[from + at] & 0xFF) | (content[from + at + 1] & 0xFF) << 8;
  }

  int i16(int at) throws EcgUnreadable {
    return (short) u16(at);
  }

  long u32(int at) throws EcgUnreadable {
    return u16(at) | (long) u16(at + 2) << 16;
  }

  byte[] bytes(int at, int count) throws EcgUnreadable {
    check(at, count);
    return Arrays.copyOfRange(content, from + at, from + at + count);
  }

  /** A bit, counted from the most significant of the first byte. Not checked: callers know. */
  int bit(int at) {
    return content[from + (at >> 3)] >> (7 - (at & 7)) & 1;
  }

  /** CRC-CCITT of everything from {@code start}, with the start value 0xFFFF. */
  int checksum(int start) {
    int crc = 0xFFFF;
    for (int i = from + start; i < from + length; i++) {
      crc = (crc << 8 ^ CRC[(crc >> 8 ^ content[i]) & 0xFF]) & 0xFFFF;
    }
    return crc;
  }

  private void check(long at, long count) throws EcgUnreadable {
    if (at < 0 || count < 0 || at + count > length) {
      throw new EcgUnreadable(
          EcgFault.DAMAGED,
          "A length in the SCP-ECG file is wrong: send it again, or export it as PDF.");
    }
  }

  private static final int[] CRC = new int[256];

  static {
    for (int i = 0; i < CRC.length; i++) {
      int crc = i << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) != 0 ? crc << 1 ^ 0x1021 : crc << 1;
      }
      CRC[i] = crc & 0xFFFF;
    }
  }
}
