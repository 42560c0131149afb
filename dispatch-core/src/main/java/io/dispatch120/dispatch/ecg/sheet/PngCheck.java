package io.dispatch120.dispatch.ecg.sheet;

import io.dispatch120.dispatch.api.EcgWarning;
import io.dispatch120.dispatch.ecg.wave.EcgFault;
import io.dispatch120.dispatch.ecg.wave.EcgUnreadable;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32;

/** Whether a PNG is whole: each chunk with its checksum, from IHDR to IEND. Linear in the size. */
public final class PngCheck {
  private static final int SIGNATURE = 8;
  private static final int AROUND = 12;
  private static final int IHDR = 0x49484452;
  private static final int IDAT = 0x49444154;
  private static final int IEND = 0x49454E44;

  private PngCheck() {}

  /** What deserves a look. */
  public static List<EcgWarning> check(byte[] content) throws EcgUnreadable {
    ByteBuffer bytes = ByteBuffer.wrap(content);
    int at = SIGNATURE;
    long width = 0;
    long height = 0;
    boolean data = false;
    boolean first = true;
    while (true) {
      if (content.length - at < AROUND) {
        throw truncated();
      }
      int length = bytes.getInt(at);
      int kind = bytes.getInt(at + 4);
      if (length < 0 || (first && (kind != IHDR || length != 13))) {
        throw damaged();
      }
      if (length > content.length - at - AROUND) {
        throw truncated();
      }
      CRC32 sum = new CRC32();
      sum.update(content, at + 4, length + 4);
      if ((int) sum.getValue() != bytes.getInt(at + 8 + length)) {
        throw damaged();
      }
      if (first) {
        width = bytes.getInt(at + 8) & 0xFFFFFFFFL;
        height = bytes.getInt(at + 12) & 0xFFFFFFFFL;
        if (width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
          throw damaged();
        }
      }
      data |= kind == IDAT && length > 0;
      first = false;
      at += AROUND + length;
      if (kind == IEND) {
        if (!data) {
          throw damaged();
        }
        return new Pixels(width, height, at).check(content.length);
      }
    }
  }

  private static EcgUnreadable truncated() {
    return new EcgUnreadable(EcgFault.TRUNCATED, "The PNG picture ends too early: send it again.");
  }

  private static EcgUnreadable damaged() {
    return new EcgUnreadable(
        EcgFault.DAMAGED, "The PNG picture was damaged on the way: take and send it again.");
  }
}
