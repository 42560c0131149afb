package io.dispatch120.dispatch.ecg.sheet;

import io.dispatch120.dispatch.api.EcgWarning;
import io.dispatch120.dispatch.ecg.wave.EcgFault;
import io.dispatch120.dispatch.ecg.wave.EcgUnreadable;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a JPEG is whole: its segments, a frame with a size, a scan, and the mark of the end. JPEG
 * has no checksum, so damage within the scan is not seen. Linear in the size.
 */
public final class JpegCheck {
  private static final int EOI = 0xD9;
  private static final int SOS = 0xDA;
  private static final int TEM = 0x01;

  private final byte[] content;
  private int at = 2;
  private long width = -1;
  private long height = -1;
  private boolean scanned;

  private JpegCheck(byte[] content) {
    this.content = content;
  }

  /** What deserves a look. */
  public static List<EcgWarning> check(byte[] content) throws EcgUnreadable {
    return new JpegCheck(content).walk();
  }

  private List<EcgWarning> walk() throws EcgUnreadable {
    while (true) {
      int marker = marker();
      if (marker == EOI) {
        if (width < 0 || !scanned) {
          throw damaged();
        }
        // Phones put a second picture or a film behind the first: no reason to warn.
        return new ArrayList<>(new Pixels(width, height, content.length).check(content.length));
      }
      if (marker == TEM || (marker >= 0xD0 && marker <= 0xD8)) {
        continue;
      }
      int length = unsigned(at, 2);
      if (length < 2) {
        throw damaged();
      }
      if (isFrame(marker)) {
        if (width >= 0 || length < 8) {
          throw damaged();
        }
        height = unsigned(at + 3, 2);
        width = unsigned(at + 5, 2);
      }
      at += length;
      if (marker == SOS) {
        scanned = true;
        skipScan();
      }
    }
  }

  /** Start of frame, of any process; 0xC4, 0xC8 and 0xCC are something else. */
  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private int marker() throws EcgUnreadable {
    if (unsigned(at, 1) != 0xFF) {
      throw damaged();
    }
    while (unsigned(at, 1) == 0xFF) {
      at++;
    }
    return unsigned(at++, 1);
  }

  /** To the next marker that is neither a stuffed byte nor a restart. */
  private void skipScan() throws EcgUnreadable {
    while (true) {
      if (unsigned(at, 1) == 0xFF) {
        int next = unsigned(at + 1, 1);
        if (next != 0 && (next < 0xD0 || next > 0xD7) && next != 0xFF) {
          return;
        }
      }
      at++;
    }
  }

  private int unsigned(int from, int count) throws EcgUnreadable {
    if (from > content.length - count) {
      throw new EcgUnreadable(
          EcgFault.TRUNCATED, "The JPEG picture ends too early: send it again.");
    }
    int value = 0;
    for (int i = from; i < from + count; i++) {
      value = value << 8 | (content[i] & 0xFF);
    }
    return value;
  }

  private static EcgUnreadable damaged() {
    return new EcgUnreadable(
        EcgFault.DAMAGED, "The JPEG picture is damaged: take and send it again.");
  }
}
