package io.dispatch120.dispatch.ecg.scp;

import io.dispatch120.dispatch.api.EcgWarningCode;
import io.dispatch120.dispatch.ecg.wave.EcgDraft;
import io.dispatch120.dispatch.ecg.wave.EcgFault;
import io.dispatch120.dispatch.ecg.wave.EcgUnreadable;
import org.jspecify.annotations.Nullable;

/**
 * The sections of a record that are read: 1 patient and device, 2 Huffman tables, 3 leads, 4 beats,
 * 5 reference beat, 6 rhythm. Section 0 points to them.
 */
final class Sections {
  static final int FACTS = 1;
  static final int CODES = 2;
  static final int LEADS = 3;
  static final int BEATS = 4;
  static final int REFERENCE = 5;
  static final int RHYTHM = 6;

  /** Checksum and size of the record. */
  private static final int BEFORE = 6;

  private static final int HEADER = 16;
  private static final int POINTER = 10;

  private final @Nullable Block[] found = new Block[RHYTHM + 1];
  private int protocol;
  private boolean anySum;
  private boolean recordDiffers;
  private boolean sectionDiffers;

  private Sections() {}

  /** Whether it begins as a record does: with a section 0 that points to itself, or its mark. */
  static boolean recognizes(byte[] content) {
    if (content.length < BEFORE + HEADER + POINTER) {
      return false;
    }
    Block file = Block.of(content);
    try {
      long size = file.u32(BEFORE + 4);
      boolean sized = size >= HEADER + POINTER && (size - HEADER) % POINTER == 0;
      boolean itself = file.u16(BEFORE + HEADER) == 0 && file.u32(BEFORE + HEADER + 6) == 7;
      byte[] mark = file.bytes(BEFORE + 10, 6);
      boolean marked =
          new String(mark, java.nio.charset.StandardCharsets.ISO_8859_1).equals("SCPECG");
      return marked || (file.u16(BEFORE + 2) == 0 && sized && itself);
    } catch (EcgUnreadable e) {
      return false;
    }
  }

  static Sections of(byte[] content, EcgDraft draft) throws EcgUnreadable {
    Sections sections = new Sections();
    Block file = Block.of(content);
    long size = file.u32(2);
    if (size > content.length) {
      throw new EcgUnreadable(
          EcgFault.TRUNCATED, "The SCP-ECG file is shorter than it says: send it again.");
    }
    if (size < content.length) {
      draft.warn(
          EcgWarningCode.TRAILING_BYTES, "Something stands behind the end of the SCP-ECG file.");
    }
    Block record = file.part(0, size);
    sections.recordDiffers = sections.differs(record, 2);
    sections.point(record);
    sections.judge(draft);
    return sections;
  }

  private void point(Block record) throws EcgUnreadable {
    Block pointers = record.part(BEFORE, record.u32(BEFORE + 4));
    protocol = pointers.u8(9);
    sectionDiffers = differs(pointers, 2);
    for (int at = HEADER; at + POINTER <= pointers.length(); at += POINTER) {
      int id = pointers.u16(at);
      long length = pointers.u32(at + 2);
      if (id < FACTS || id > RHYTHM || length <= HEADER) {
        continue;
      }
      Block section = record.part(pointers.u32(at + 6) - 1, length);
      if (section.u16(2) != id || found[id] != null) {
        throw new EcgUnreadable(
            EcgFault.DAMAGED,
            "The SCP-ECG file points to a wrong place for section "
                + id
                + ": send it again, or export it as PDF.");
      }
      sectionDiffers |= differs(section, 2);
      found[id] = section.part(HEADER, length - HEADER);
    }
  }

  private boolean differs(Block block, int from) throws EcgUnreadable {
    anySum |= block.u16(0) != 0;
    return block.checksum(from) != block.u16(0);
  }

  /**
   * Some devices write wrong checksums over good content, in one of the two places. Wrong in both
   * means wrong content, which nobody may measure on.
   */
  private void judge(EcgDraft draft) throws EcgUnreadable {
    if (!anySum) {
      draft.warn(
          EcgWarningCode.CHECKSUM_MISSING,
          "The device wrote no checksums, so damage on the way would not show.");
    } else if (recordDiffers && sectionDiffers) {
      throw new EcgUnreadable(
          EcgFault.DAMAGED,
          "The checksums say that the SCP-ECG file was damaged on the way: send it again.");
    } else if (recordDiffers || sectionDiffers) {
      draft.warn(
          EcgWarningCode.CHECKSUM_DIFFERS,
          "One checksum of the file is wrong: compare with the device's printout.");
    }
  }

  /** What stands in a section, without its header; null when it is not there. */
  @Nullable Block find(int id) {
    return found[id];
  }

  Block get(int id) throws EcgUnreadable {
    Block section = found[id];
    if (section == null) {
      throw new EcgUnreadable(
          EcgFault.NOT_SUPPORTED,
          "The SCP-ECG file has no "
              + (id == LEADS ? "leads" : id == RHYTHM ? "rhythm" : "reference beat")
              + " (section "
              + id
              + "): export the ECG with it, or as PDF.");
    }
    return section;
  }

  /** 13, 20 or 30 for versions 1.3, 2.0 and 3.0; 0 when not said. */
  int protocol() {
    return protocol;
  }
}
