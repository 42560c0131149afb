package io.dispatch120.dispatch.ecg;

import io.dispatch120.dispatch.ecg.wave.EcgFault;
import io.dispatch120.dispatch.ecg.wave.EcgUnreadable;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What crews send by mistake, and the words that help. */
final class OtherFormats {
  private static final Set<String> HEIC =
      Set.of("heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1", "avif", "avis");

  private static final int DICOM_AT = 128;

  private OtherFormats() {}

  /** What a file is that is known but not read; null when it is nothing known. */
  static @Nullable EcgUnreadable find(byte[] content) {
    if (is(content, 4, "ftyp")) {
      return HEIC.contains(text(content, 8, 4).toLowerCase(Locale.ROOT))
          ? no("The picture is HEIC or AVIF, which many browsers do not show: send as JPEG.")
          : no("This is a film: take a picture and send it as JPEG.");
    }
    if (is(content, DICOM_AT, "DICM")) {
      return no("This is DICOM: export the ECG as PDF, HL7 aECG or SCP-ECG.");
    }
    if (is(content, 0, "GIF8")
        || is(content, 0, "BM")
        || is(content, 0, "II*\0")
        || is(content, 0, "MM\0*")
        || (is(content, 0, "RIFF") && is(content, 8, "WEBP"))) {
      return no("The picture is GIF, BMP, TIFF or WebP: send as JPEG or PNG.");
    }
    if (is(content, 0, "PK\3\4")
        || is(content, 0, "\037\213")
        || is(content, 0, "Rar!")
        || is(content, 0, "7z\274\257")) {
      return no("This is an archive or an office file: unpack it, or send a PDF.");
    }
    if (is(content, 0, "\320\317\021\340")) {
      return no("This is an office file: send a PDF.");
    }
    return null;
  }

  /** For XML with another root element. */
  static EcgUnreadable xml(String root) {
    return switch (root) {
      case "RestingECG" -> no("This is the XML of GE MUSE: export the ECG as HL7 aECG or PDF.");
      case "restingecgdata" -> no("This is the XML of Philips: export the ECG as HL7 aECG or PDF.");
      case "svg", "html" -> no("This is a page, not an ECG: send a PDF or a picture.");
      default -> no("This XML is no HL7 aECG: export the ECG as HL7 aECG, SCP-ECG or PDF.");
    };
  }

  private static EcgUnreadable no(String detail) {
    return new EcgUnreadable(EcgFault.FORMAT_NOT_READ, detail);
  }

  private static boolean is(byte[] content, int at, String mark) {
    return content.length >= at + mark.length() && text(content, at, mark.length()).equals(mark);
  }

  private static String text(byte[] content, int at, int length) {
    return at + length > content.length
        ? ""
        : new String(content, at, length, StandardCharsets.ISO_8859_1);
  }
}
