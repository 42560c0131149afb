package io.dispatch120.dispatch.ecg;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes SCP-ECG, with checksums, in all the ways of packing that are read. */
final class ScpBytes {
  /** A part of the rhythm, samples numbered from 1. */
  record Beat(int first, int fiducial, int last) {}

  private static final List<String> CODES =
      List.of("", "I", "II", "V1", "V2", "V3", "V4", "V5", "V6");
  private static final List<String> CODES_61 = List.of("III", "aVR", "aVL", "aVF");

  private final SyntheticEcg ecg;
  private int differences = 2;
  private boolean plain;
  private byte[] table = le16(19_999);
  private List<Beat> beats = List.of();
  private short[] reference = {};
  private int factor = 1;
  private byte[] facts = facts();

  private ScpBytes(SyntheticEcg ecg) {
    this.ecg = ecg;
  }

  static ScpBytes of(SyntheticEcg ecg) {
    return new ScpBytes(ecg);
  }

  ScpBytes differences(int order) {
    differences = order;
    return this;
  }

  /** Without Huffman codes. */
  ScpBytes plain() {
    plain = true;
    return this;
  }

  /** The standard's codes, written out as the file's own table. */
  ScpBytes ownTable() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(out, le16(1), le16(19));
    entry(out, 1, 1, 0, 0);
    for (int size = 1; size <= 8; size++) {
      entry(out, size + 2, size + 2, size, (1 << size) - 1);
      entry(out, size + 2, size + 2, -size, (1 << size) - 1 | 1 << (size + 1));
    }
    entry(out, 10, 18, 0, 0x1FF);
    entry(out, 10, 26, 0, 0x3FF);
    table = out.toByteArray();
    return this;
  }

  private static void entry(
      ByteArrayOutputStream out, int prefix, int entire, int value, int base) {
    write(out, new byte[] {(byte) prefix, (byte) entire, 1}, le16(value), le32(base));
  }

  /** With another section 1. */
  ScpBytes facts(byte[] section) {
    facts = section;
    return this;
  }

  /** Takes a reference beat, the same in all leads, out of each beat. */
  ScpBytes reduced(short[] reference, List<Beat> beats) {
    this.reference = reference;
    this.beats = beats;
    return this;
  }

  /** Between beats only the mean of so many samples is kept. */
  ScpBytes bimodal(int factor) {
    this.factor = factor;
    return this;
  }

  byte[] bytes() {
    List<byte[]> sections = new ArrayList<>();
    sections.add(section(1, facts));
    if (!plain) {
      sections.add(section(2, table));
    }
    sections.add(section(3, leads()));
    if (!beats.isEmpty()) {
      sections.add(section(4, beatPlaces()));
      sections.add(section(5, reference()));
    }
    sections.add(section(6, rhythm()));
    return record(sections);
  }

  static byte[] record(List<byte[]> sections) {
    ByteArrayOutputStream pointers = new ByteArrayOutputStream();
    int length = 16 + 10 * 12;
    write(pointers, le16(0), le32(length), le32(7));
    int at = 7 + length;
    for (int id = 1; id < 12; id++) {
      byte[] section = {};
      for (byte[] candidate : sections) {
        section = candidate[2] == id ? candidate : section;
      }
      write(pointers, le16(id), le32(section.length), le32(section.length == 0 ? 0 : at));
      at += section.length;
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] zero = section(0, pointers.toByteArray());
    System.arraycopy("SCPECG".getBytes(StandardCharsets.US_ASCII), 0, zero, 10, 6);
    write(body, le32(6 + zero.length + sections.stream().mapToInt(s -> s.length).sum()));
    write(body, summed(zero));
    sections.forEach(section -> write(body, section));
    byte[] whole = new byte[body.size() + 2];
    System.arraycopy(body.toByteArray(), 0, whole, 2, body.size());
    return summed(whole);
  }

  static byte[] section(int id, byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int padded = body.length + body.length % 2;
    write(out, le16(0), le16(id), le32(16 + padded), new byte[] {20, 20}, new byte[6]);
    write(out, Arrays.copyOf(body, padded));
    return summed(out.toByteArray());
  }

  /** With the CRC of everything behind it in the first two bytes. */
  static byte[] summed(byte[] bytes) {
    int crc = 0xFFFF;
    for (int i = 2; i < bytes.length; i++) {
      crc ^= (bytes[i] & 0xFF) << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) != 0 ? (crc << 1 ^ 0x1021) & 0xFFFF : crc << 1;
      }
    }
    bytes[0] = (byte) crc;
    bytes[1] = (byte) (crc >> 8);
    return bytes;
  }

  private static byte[] facts() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    tag(out, 0, "Synthetic\0".getBytes(StandardCharsets.US_ASCII));
    tag(out, 1, "Nobody\0".getBytes(StandardCharsets.US_ASCII));
    tag(out, 2, "SYN-1\0".getBytes(StandardCharsets.US_ASCII));
    tag(out, 4, new byte[] {61, 0, 1});
    tag(out, 5, new byte[] {(byte) (1964 & 0xFF), 1964 >> 8, 5, 1});
    tag(out, 8, new byte[] {1});
    byte[] device = new byte[36];
    System.arraycopy("GEN1".getBytes(StandardCharsets.US_ASCII), 0, device, 8, 4);
    device[14] = 20;
    ByteArrayOutputStream machine = new ByteArrayOutputStream();
    write(machine, device, "p\0s\0v\0i\0Synthetic\0".getBytes(StandardCharsets.US_ASCII));
    tag(out, 14, machine.toByteArray());
    tag(out, 25, new byte[] {(byte) (2026 & 0xFF), 2026 >> 8, 1, 2});
    tag(out, 26, new byte[] {3, 4, 5});
    tag(out, 34, new byte[] {(byte) (480 & 0xFF), 480 >> 8, 0, 0});
    tag(out, 255, new byte[0]);
    return out.toByteArray();
  }

  private static void tag(ByteArrayOutputStream out, int tag, byte[] value) {
    write(out, new byte[] {(byte) tag}, le16(value.length), value);
  }

  private byte[] leads() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(ecg.names().size());
    out.write((beats.isEmpty() ? 0 : 1) | 4 | (ecg.names().size() << 3 & 0xF8));
    for (String name : ecg.names()) {
      int code = CODES.indexOf(name) > 0 ? CODES.indexOf(name) : 61 + CODES_61.indexOf(name);
      write(out, le32(1), le32(ecg.get(name).length), new byte[] {(byte) code});
    }
    return out.toByteArray();
  }

  private byte[] beatPlaces() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(out, le16(reference.length * 1000 / ecg.rate()), le16(1), le16(beats.size()));
    for (Beat beat : beats) {
      write(out, le16(0), le32(beat.first()), le32(beat.fiducial()), le32(beat.last()));
    }
    for (Beat beat : beats) {
      write(out, le32(beat.first()), le32(beat.last()));
    }
    return out.toByteArray();
  }

  private byte[] reference() {
    List<byte[]> packed = new ArrayList<>();
    for (int i = 0; i < ecg.names().size(); i++) {
      packed.add(pack(reference));
    }
    return traces(packed, 1_000_000 / ecg.rate(), 0);
  }

  private byte[] rhythm() {
    List<byte[]> packed = new ArrayList<>();
    for (String name : ecg.names()) {
      short[] samples = ecg.get(name).clone();
      for (Beat beat : beats) {
        for (int n = beat.first(); n <= beat.last(); n++) {
          int inBeat = n - beat.fiducial();
          if (inBeat >= 0 && inBeat < reference.length) {
            samples[n - 1] -= reference[inBeat];
          }
        }
      }
      packed.add(pack(factor == 1 ? samples : thinned(samples)));
    }
    return traces(packed, 1_000_000 / ecg.rate() * factor, factor == 1 ? 0 : 1);
  }

  private short[] thinned(short[] samples) {
    short[] out = new short[samples.length];
    int count = 0;
    int at = 0;
    while (at < samples.length) {
      int n = at + 1;
      boolean kept = beats.stream().anyMatch(beat -> n >= beat.first() && n <= beat.last());
      int sum = 0;
      int taken = 0;
      while (taken < (kept ? 1 : factor) && at < samples.length) {
        sum += samples[at++];
        taken++;
      }
      out[count++] = (short) Math.rint(sum / (double) taken);
    }
    return Arrays.copyOf(out, count);
  }

  private static byte[] traces(List<byte[]> packed, int stepMicros, int flag, int differences) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(out, le16(SyntheticEcg.NANOVOLTS), le16(stepMicros));
    write(out, new byte[] {(byte) differences, (byte) flag});
    packed.forEach(lead -> write(out, le16(lead.length)));
    packed.forEach(lead -> write(out, lead));
    return out.toByteArray();
  }

  private byte[] traces(List<byte[]> packed, int stepMicros, int flag) {
    return traces(packed, stepMicros, flag, differences);
  }

  private byte[] pack(short[] samples) {
    short[] coded = new short[samples.length];
    for (int i = 0; i < samples.length; i++) {
      int value = samples[i];
      if (differences == 1 && i >= 1) {
        value -= samples[i - 1];
      } else if (differences == 2 && i >= 2) {
        value += samples[i - 2] - 2 * samples[i - 1];
      }
      coded[i] = (short) value;
    }
    return plain ? words(coded) : huffman(coded);
  }

  private static byte[] words(short[] samples) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (short sample : samples) {
      write(out, le16(sample));
    }
    return out.toByteArray();
  }

  static byte[] huffman(short[] values) {
    StringBuilder bits = new StringBuilder();
    for (short value : values) {
      int size = Math.abs(value);
      if (size == 0) {
        bits.append('0');
      } else if (size <= 8) {
        bits.append("1".repeat(size)).append('0').append(value < 0 ? '1' : '0');
      } else {
        boolean small = value >= -128 && value <= 127;
        int width = small ? 8 : 16;
        bits.append("111111111").append(small ? '0' : '1');
        for (int i = width - 1; i >= 0; i--) {
          bits.append(value >> i & 1);
        }
      }
    }
    byte[] bytes = new byte[(bits.length() + 15) / 16 * 2];
    for (int i = 0; i < bits.length(); i++) {
      bytes[i / 8] |= (byte) (bits.charAt(i) == '1' ? 0x80 >> i % 8 : 0);
    }
    return bytes;
  }

  static byte[] le16(int value) {
    return new byte[] {(byte) value, (byte) (value >> 8)};
  }

  static byte[] le32(int value) {
    return new byte[] {
      (byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24)
    };
  }

  private static void write(ByteArrayOutputStream out, byte[]... parts) {
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
  }
}
