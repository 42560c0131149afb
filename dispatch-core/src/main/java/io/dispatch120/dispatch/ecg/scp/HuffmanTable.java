package io.dispatch120.dispatch.ecg.scp;

import io.dispatch120.dispatch.ecg.wave.EcgFault;
import io.dispatch120.dispatch.ecg.wave.EcgUnreadable;
import java.util.Arrays;

/**
 * One Huffman table as a tree of bits. A code either stands for a number, perhaps with more bits
 * behind it that are added, or switches to another table. Immutable once built.
 */
final class HuffmanTable {
  private static final int MAX_PREFIX = 32;

  /** Numbers are of 16 bits. */
  private static final int MAX_MORE = 24;

  private static final int LEAF = 1 << 30;

  /** Two a node: where a 0 and a 1 lead; 0 is nowhere, with {@link #LEAF} it is a code. */
  private int[] next = new int[64];

  private int nodes = 1;
  private int codes;
  private int[] values = new int[32];
  private int[] moreBits = new int[32];
  private boolean[] switches = new boolean[32];

  /**
   * Adds a code.
   *
   * @param prefix bits of the code
   * @param entire bits of the code and of the number behind it
   * @param base the code's bits as the file stores them: the first bit is the least significant
   * @param value the number, or that of a table, from 1
   */
  void add(int prefix, int entire, boolean switches, int value, long base) throws EcgUnreadable {
    int more = entire - prefix;
    if (prefix < 1 || prefix > MAX_PREFIX || more < 0 || more > MAX_MORE) {
      throw damaged();
    }
    int node = 0;
    for (int i = 0; i < prefix; i++) {
      int branch = 2 * node + (int) (base >> i & 1);
      boolean last = i == prefix - 1;
      if (next[branch] != 0 && (last || (next[branch] & LEAF) != 0)) {
        throw damaged();
      }
      if (last) {
        next[branch] = LEAF | codes;
      } else if (next[branch] == 0) {
        int fresh = grown();
        next[branch] = fresh;
      }
      node = next[branch];
    }
    if (codes == values.length) {
      values = Arrays.copyOf(values, codes * 2);
      moreBits = Arrays.copyOf(moreBits, codes * 2);
      this.switches = Arrays.copyOf(this.switches, codes * 2);
    }
    values[codes] = value;
    moreBits[codes] = more;
    this.switches[codes] = switches;
    codes++;
  }

  private int grown() {
    if (2 * nodes + 2 > next.length) {
      next = Arrays.copyOf(next, next.length * 2);
    }
    return nodes++;
  }

  /** Where a bit leads: negative for nowhere. Begin with 0; a code ends with {@link #isCode}. */
  int step(int node, int bit) {
    int to = next[2 * node + bit];
    return to == 0 ? -1 : to;
  }

  static boolean isCode(int node) {
    return (node & LEAF) != 0;
  }

  int value(int code) {
    return values[code ^ LEAF];
  }

  int moreBits(int code) {
    return moreBits[code ^ LEAF];
  }

  boolean switches(int code) {
    return switches[code ^ LEAF];
  }

  private static EcgUnreadable damaged() {
    return new EcgUnreadable(
        EcgFault.DAMAGED,
        "A Huffman table of the SCP-ECG file is no such table: send it again, or export as PDF.");
  }
}
