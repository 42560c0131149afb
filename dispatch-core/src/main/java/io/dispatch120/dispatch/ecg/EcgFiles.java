package io.dispatch120.dispatch.ecg;

import io.dispatch120.dispatch.api.EcgFormat;
import io.dispatch120.dispatch.ecg.aecg.AecgReader;
import io.dispatch120.dispatch.ecg.csv.CsvReader;
import io.dispatch120.dispatch.ecg.scp.ScpReader;
import io.dispatch120.dispatch.ecg.sheet.JpegCheck;
import io.dispatch120.dispatch.ecg.sheet.PdfCheck;
import io.dispatch120.dispatch.ecg.sheet.PngCheck;
import io.dispatch120.dispatch.ecg.wave.EcgFault;
import io.dispatch120.dispatch.ecg.wave.EcgLimits;
import io.dispatch120.dispatch.ecg.wave.EcgRefusal;
import io.dispatch120.dispatch.ecg.wave.EcgResult;
import io.dispatch120.dispatch.ecg.wave.EcgUnreadable;
import io.dispatch120.dispatch.ecg.wave.EcgWaveform;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The door to ECG files. Whatever the bytes are, the answer is a value, in time linear in the size
 * and with memory of a small multiple of it. Thread-safe; nothing here waits, but ten megabytes
 * take a good part of a second, so call it on a worker.
 */
public final class EcgFiles {
  private static final String BYTES = "application/octet-stream";

  private EcgFiles() {}

  /**
   * Says what a file is by its content, and checks pictures and PDF for being whole. Waveforms are
   * checked by {@link #read}.
   *
   * @param fileName only for the words of a refusal; null when there is none
   */
  public static EcgResult<EcgFile> identify(byte[] content, @Nullable String fileName) {
    try {
      checkSize(content);
      return new EcgResult.Read<>(known(content, fileName));
    } catch (EcgUnreadable e) {
      return new EcgResult.Refused<>(e.refusal());
    }
  }

  /**
   * The samples of a file.
   *
   * @param format as {@link #identify} gave it; a picture or a PDF has no samples and is refused
   */
  public static EcgResult<EcgWaveform> read(byte[] content, EcgFormat format) {
    try {
      checkSize(content);
      return switch (format) {
        case AECG -> new EcgResult.Read<>(AecgReader.read(content));
        case SCP -> new EcgResult.Read<>(ScpReader.read(content));
        case CSV -> new EcgResult.Read<>(CsvReader.read(content));
        case IMAGE, PDF ->
            new EcgResult.Refused<>(
                new EcgRefusal(
                    EcgFault.NOT_SUPPORTED, "A picture or a PDF has no samples: look at it."));
      };
    } catch (EcgUnreadable e) {
      return new EcgResult.Refused<>(e.refusal());
    }
  }

  private static void checkSize(byte[] content) throws EcgUnreadable {
    if (content.length == 0) {
      throw new EcgUnreadable(EcgFault.EMPTY, "The file is empty: send it again.");
    }
    if (content.length > EcgLimits.MAX_BYTES) {
      throw new EcgUnreadable(
          EcgFault.TOO_LARGE,
          "The file has more than " + (EcgLimits.MAX_BYTES >> 20) + " MiB: send a smaller one.");
    }
  }

  private static EcgFile known(byte[] content, @Nullable String fileName) throws EcgUnreadable {
    if (starts(content, 0xFF, 0xD8, 0xFF)) {
      return new EcgFile(EcgFormat.IMAGE, "image/jpeg", JpegCheck.check(content));
    }
    if (starts(content, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
      return new EcgFile(EcgFormat.IMAGE, "image/png", PngCheck.check(content));
    }
    if (ScpReader.recognizes(content)) {
      return new EcgFile(EcgFormat.SCP, BYTES, List.of());
    }
    EcgUnreadable other = OtherFormats.find(content);
    if (other != null) {
      throw other;
    }
    if (looksLikeXml(content)) {
      String root = AecgReader.root(content);
      if (!root.equals("AnnotatedECG")) {
        throw OtherFormats.xml(root);
      }
      return new EcgFile(EcgFormat.AECG, BYTES, List.of());
    }
    if (PdfCheck.recognizes(content)) {
      return new EcgFile(EcgFormat.PDF, "application/pdf", PdfCheck.check(content));
    }
    if (CsvReader.recognizes(content)) {
      return new EcgFile(EcgFormat.CSV, BYTES, List.of());
    }
    throw new EcgUnreadable(EcgFault.UNKNOWN_FORMAT, unknown(fileName));
  }

  /** A bracket is the first that is no space, in any of the encodings XML begins with. */
  private static boolean looksLikeXml(byte[] content) {
    int at = starts(content, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    if (starts(content, 0xFF, 0xFE) || starts(content, 0xFE, 0xFF)) {
      at = 2;
    }
    while (at < content.length && content[at] >= 0 && content[at] <= ' ') {
      at++;
    }
    return at < content.length && content[at] == '<';
  }

  private static boolean starts(byte[] content, int... mark) {
    if (content.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((content[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static String unknown(@Nullable String fileName) {
    String name = fileName == null ? "" : fileName.toLowerCase(Locale.ROOT);
    String what = "This is no ECG that can be read";
    if (name.endsWith(".scp") || name.endsWith(".xml") || name.endsWith(".pdf")) {
      what = "The file is not what its name says; perhaps it was damaged on the way";
    } else if (name.endsWith(".csv") || name.endsWith(".txt")) {
      what = "No columns of leads are in the text";
    }
    return what + ": send a picture (JPEG, PNG), a PDF, HL7 aECG, SCP-ECG or CSV with lead names.";
  }
}
