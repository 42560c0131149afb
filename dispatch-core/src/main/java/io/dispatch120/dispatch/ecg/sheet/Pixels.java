package io.dispatch120.dispatch.ecg.sheet;

import io.dispatch120.dispatch.api.EcgWarning;
import io.dispatch120.dispatch.api.EcgWarningCode;
import io.dispatch120.dispatch.ecg.wave.EcgFault;
import io.dispatch120.dispatch.ecg.wave.EcgUnreadable;
import java.util.ArrayList;
import java.util.List;

/**
 * The size of a picture.
 *
 * @param end where the picture ends in its file
 */
record Pixels(long width, long height, int end) {
  /** Phones make up to 48 or 50; each costs a browser four bytes. */
  private static final long MOST = 50_000_000;

  /** Ten seconds on paper with fewer are less than two pixels to a millimetre. */
  private static final int FEW = 600;

  /** What deserves a look, of a picture within bounds. */
  List<EcgWarning> check(int fileLength) throws EcgUnreadable {
    if (width < 1 || height < 1) {
      throw new EcgUnreadable(EcgFault.DAMAGED, "The picture has no size: take and send it again.");
    }
    if (width * height > MOST) {
      throw new EcgUnreadable(
          EcgFault.TOO_LONG,
          "The picture has more than " + MOST / 1_000_000 + " megapixels: send a smaller one.");
    }
    List<EcgWarning> warnings = new ArrayList<>();
    if (Math.max(width, height) < FEW) {
      warnings.add(
          new EcgWarning(
              EcgWarningCode.PICTURE_SMALL,
              "The picture is only "
                  + width
                  + " by "
                  + height
                  + " pixels: too small to measure on."));
    }
    if (end < fileLength) {
      warnings.add(
          new EcgWarning(
              EcgWarningCode.TRAILING_BYTES, "Something stands behind the end of the picture."));
    }
    return warnings;
  }
}
