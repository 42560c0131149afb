package io.dispatch120.dispatch.ecg.scp;

import io.dispatch120.dispatch.ecg.wave.EcgFault;
import io.dispatch120.dispatch.ecg.wave.EcgUnreadable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How samples are packed: section 2. Without it they stand there as 16-bit numbers. */
final class SampleCodes {
  /** In place of a number of tables it stands for the standard's own. */
  private static final int DEFAULT = 19_999;

  /** Files have one, of some 20 codes. */
  private static final int MAX_TABLES = 64;

  private static final int MAX_CODES = 4_096;

  private static final int ENTRY = 9;

  /** No tables: plain numbers. */
  private final List<HuffmanTable> tables;

  private SampleCodes(List<HuffmanTable> tables) {
    this.tables = tables;
  }

  static SampleCodes of(@Nullable Block section) throws EcgUnreadable {
    int count = section == null ? 0 : section.u16(0);
    if (section == null || count == 0) {
      return new SampleCodes(List.of());
    }
    if (count == DEFAULT) {
      return new SampleCodes(List.of(standard()));
    }
    int at = 2;
    int codes = 0;
    List<HuffmanTable> tables = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int size = section.u16(at);
      at += 2;
      codes += size;
      if (tables.size() == MAX_TABLES || codes > MAX_CODES) {
        throw new EcgUnreadable(
            EcgFault.NOT_SUPPORTED,
            "The SCP-ECG file has more Huffman tables than are read: export the ECG as PDF.");
      }
      HuffmanTable table = new HuffmanTable();
      for (int code = 0; code < size; code++, at += ENTRY) {
        table.add(
            section.u8(at),
            section.u8(at + 1),
            section.u8(at + 2) == 0,
            section.i16(at + 3),
            section.u32(at + 5));
      }
      tables.add(table);
    }
    return new SampleCodes(tables);
  }

  /**
   * The table of the standard, C.2.7.4: 0 for 0; as many ones as the size of a number up to 8, a
   * zero and its sign; nine ones, then a 0 and a number of 8 bits, or a 1 and one of 16.
   */
  static HuffmanTable standard() throws EcgUnreadable {
    HuffmanTable table = new HuffmanTable();
    table.add(1, 1, false, 0, 0);
    for (int size = 1; size <= 8; size++) {
      long ones = (1L << size) - 1;
      table.add(size + 2, size + 2, false, size, ones);
      table.add(size + 2, size + 2, false, -size, ones | 1L << (size + 1));
    }
    table.add(10, 18, false, 0, 0x1FF);
    table.add(10, 26, false, 0, 0x3FF);
    return table;
  }

  /**
   * Unpacks samples and undoes differences, in 16-bit arithmetic as they were made. Linear in the
   * bits.
   *
   * @param count of samples wanted; never more are made than the data has bits
   * @param differences 0 for none, 1 for first, 2 for second
   * @param spare how many may be missing at the end; the last is then repeated
   */
  int[] unpack(Block data, long count, int differences, int spare) throws EcgUnreadable {
    long most = tables.isEmpty() ? data.length() / 2 : data.length() * 8L;
    if (count < 0 || count > most + spare) {
      throw tooShort();
    }
    int[] samples = new int[(int) count];
    int got = tables.isEmpty() ? plain(data, samples) : coded(data, samples);
    if (got < count - spare || (got == 0 && count > 0)) {
      throw tooShort();
    }
    undo(samples, got, differences);
    if (got < count) {
      Arrays.fill(samples, got, samples.length, samples[got - 1]);
    }
    return samples;
  }

  private static int plain(Block data, int[] samples) throws EcgUnreadable {
    int got = Math.min(samples.length, data.length() / 2);
    for (int i = 0; i < got; i++) {
      samples[i] = data.i16(2 * i);
    }
    return got;
  }

  private int coded(Block data, int[] samples) throws EcgUnreadable {
    HuffmanTable table = tables.get(0);
    int bits = data.length() * 8;
    int at = 0;
    int got = 0;
    while (got < samples.length) {
      int node = 0;
      do {
        if (at == bits) {
          return got;
        }
        node = table.step(node, data.bit(at++));
        if (node < 0) {
          throw new EcgUnreadable(
              EcgFault.DAMAGED,
              "The samples of the SCP-ECG file do not fit its Huffman table: send it again.");
        }
      } while (!HuffmanTable.isCode(node));
      int value = table.value(node);
      if (table.switches(node)) {
        if (value < 1 || value > tables.size()) {
          throw new EcgUnreadable(
              EcgFault.DAMAGED,
              "The SCP-ECG file switches to a Huffman table it does not have: send it again.");
        }
        table = tables.get(value - 1);
        continue;
      }
      int more = table.moreBits(node);
      if (more > bits - at) {
        return got;
      }
      if (more > 0) {
        int number = -data.bit(at);
        for (int i = 1; i < more; i++) {
          number = number << 1 | data.bit(at + i);
        }
        at += more;
        value += number;
      }
      samples[got++] = value;
    }
    return got;
  }

  private static void undo(int[] samples, int count, int differences) throws EcgUnreadable {
    if (differences < 0 || differences > 2) {
      throw new EcgUnreadable(
          EcgFault.NOT_SUPPORTED,
          "The SCP-ECG file packs samples in an unknown way: export the ECG as PDF.");
    }
    for (int i = 0; i < count; i++) {
      int value = samples[i];
      if (differences == 1 && i >= 1) {
        value += samples[i - 1];
      } else if (differences == 2 && i >= 2) {
        value += 2 * samples[i - 1] - samples[i - 2];
      }
      samples[i] = (short) value;
    }
  }

  private static EcgUnreadable tooShort() {
    return new EcgUnreadable(
        EcgFault.TRUNCATED,
        "The SCP-ECG file holds fewer samples than it says: send it again, or export as PDF.");
  }
}
