package io.dispatch120.dispatch.importing.table;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.jspecify.annotations.Nullable;

/**
 * Finds out the character set of a list: a mark at the start, strict UTF-8, else the set in which
 * most of the bytes above ASCII are everyday characters. Linear in the size.
 */
public final class Encodings {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Charset BIG5 = Charset.forName("x-windows-950");
  private static final Charset SHIFT_JIS = Charset.forName("windows-31j");
  private static final Charset WESTERN = Charset.forName("windows-1252");

  /** Less than this share of everyday characters is no evidence. */
  private static final double ENOUGH = 0.6;

  /** A UTF-8 file that somebody's editor broke in a few places is still one. */
  private static final double NEARLY_UTF8 = 0.9;

  private Encodings() {}

  /**
   * @param named a character set by name, or null to find it out
   * @throws ListRefused when the name is unknown, or no set fits
   */
  public static Decoded decode(byte[] bytes, @Nullable String named) throws ListRefused {
    Decoded marked = byMark(bytes);
    if (marked != null) {
      return marked;
    }
    if (named != null) {
      return lenient(bytes, 0, charset(named), named);
    }
    if (Utf8Shape.of(bytes).zeros() > bytes.length / 8) {
      throw new ListRefused(
          "encoding_unknown", "This is no text, or UTF-16 without a mark: save it as UTF-8.");
    }
    Decoded utf8 = strict(bytes, StandardCharsets.UTF_8, "UTF-8");
    return utf8 != null ? utf8 : byContent(bytes);
  }

  private static @Nullable Decoded byMark(byte[] bytes) throws ListRefused {
    if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
      return lenient(bytes, 3, StandardCharsets.UTF_8, "UTF-8");
    }
    if (starts(bytes, 0xFF, 0xFE, 0, 0) || starts(bytes, 0, 0, 0xFE, 0xFF)) {
      throw new ListRefused("encoding_unknown", "UTF-32 is not read: save it as UTF-8.");
    }
    if (starts(bytes, 0xFF, 0xFE)) {
      return lenient(bytes, 2, StandardCharsets.UTF_16LE, "UTF-16LE");
    }
    if (starts(bytes, 0xFE, 0xFF)) {
      return lenient(bytes, 2, StandardCharsets.UTF_16BE, "UTF-16BE");
    }
    return null;
  }

  private static Decoded byContent(byte[] bytes) throws ListRefused {
    if (Utf8Shape.of(bytes).share() >= NEARLY_UTF8) {
      return lenient(bytes, 0, StandardCharsets.UTF_8, "UTF-8");
    }
    Evidence evidence = Evidence.of(bytes);
    Charset best = WESTERN;
    String name = "windows-1252";
    double score = evidence.western();
    if (evidence.gb18030() > score) {
      best = GB18030;
      name = "GB18030";
      score = evidence.gb18030();
    }
    if (evidence.big5() > score) {
      best = BIG5;
      name = "Big5";
      score = evidence.big5();
    }
    if (evidence.shiftJis() > score) {
      best = SHIFT_JIS;
      name = "Shift_JIS";
      score = evidence.shiftJis();
    }
    if (score < ENOUGH) {
      throw new ListRefused(
          "encoding_unknown",
          "The character set cannot be told: name it with encoding, such as GB18030, Big5 or"
              + " Shift_JIS, or save the list as UTF-8.");
    }
    return lenient(bytes, 0, best, name);
  }

  private static Charset charset(String named) throws ListRefused {
    try {
      return switch (named.toLowerCase(java.util.Locale.ROOT)) {
        case "gbk", "gb2312", "gb18030" -> GB18030;
        case "big5" -> BIG5;
        case "shift_jis", "shift-jis", "sjis" -> SHIFT_JIS;
        default -> Charset.forName(named);
      };
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new ListRefused(
          "encoding_unknown",
          "There is no character set of that name; known are UTF-8, GB18030, Big5, Shift_JIS.");
    }
  }

  private static @Nullable Decoded strict(byte[] bytes, Charset charset, String name) {
    try {
      CharBuffer text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes));
      return new Decoded(text.toString(), name, 0);
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static Decoded lenient(byte[] bytes, int from, Charset charset, String name) {
    String text = new String(bytes, from, bytes.length - from, charset);
    int unreadable = (int) text.chars().filter(c -> c == '\uFFFD').count();
    return new Decoded(text, name, unreadable);
  }

  private static boolean starts(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
