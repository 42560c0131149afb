package io.dispatch120.dispatch.ecg.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Bytes that may be text, in the character sets programs here write. */
final class CsvText {
  private static final Charset GB18030 = Charset.forName("GB18030");

  /** Enough to tell text from anything else. */
  private static final int LOOKED_AT = 4096;

  private CsvText() {}

  /** The text, or null when it is none. Linear in the size. */
  static @Nullable String find(byte[] content) {
    if (starts(content, 0xFF, 0xFE)) {
      return decoded(content, 2, StandardCharsets.UTF_16LE);
    }
    if (starts(content, 0xFE, 0xFF)) {
      return decoded(content, 2, StandardCharsets.UTF_16BE);
    }
    for (int i = 0; i < Math.min(content.length, LOOKED_AT); i++) {
      if (content[i] >= 0 && content[i] < ' ' && !isSpace(content[i])) {
        return null;
      }
    }
    int from = starts(content, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(content, from, content.length - from))
          .toString();
    } catch (CharacterCodingException e) {
      // Numbers are the same in all of them; only names of columns and people need the right one.
      return decoded(content, from, GB18030);
    }
  }

  private static String decoded(byte[] content, int from, Charset charset) {
    return new String(content, from, content.length - from, charset);
  }

  private static boolean isSpace(byte b) {
    return b == '\t' || b == '\n' || b == '\r' || b == '\f';
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
}
