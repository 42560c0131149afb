package io.dispatch120.dispatch.importing.value;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Texts in one form, whatever keyboard they were typed on. */
public final class Texts {
  private static final Pattern SPACE = Pattern.compile("[\\p{Z}\\s\\p{Cc}\\uFEFF\\u200B]+");
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Texts() {}

  /** Full-width letters and digits as plain ones, all white space as single blanks, no ends. */
  public static String plain(String text) {
    String plain = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
    return tidy(plain);
  }

  /** As the list has it, but white space as single blanks, and none at the ends. */
  public static String tidy(String text) {
    return isTidy(text) ? text : SPACE.matcher(text).replaceAll(" ").strip();
  }

  /** For comparing: {@link #plain}, lower case, letters and digits only. */
  public static String key(String text) {
    return NO_LETTERS.matcher(plain(text).toLowerCase(Locale.ROOT)).replaceAll("");
  }

  /** What lists write where they have nothing to say counts as nothing. */
  public static @Nullable String orNull(String text) {
    String tidy = tidy(text);
    return switch (plain(tidy).toLowerCase(Locale.ROOT)) {
      case "",
          "-",
          "--",
          "—",
          "/",
          "\\",
          "n/a",
          "null",
          "none",
          "nil",
          "無",
          "无",
          "なし",
          "k.a.",
          "." ->
          null;
      default -> tidy;
    };
  }

  /** At most {@code length} characters, never half a surrogate pair. */
  public static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(length - 2)) ? length - 2 : length - 1;
    return text.substring(0, end) + "…";
  }

  /** Most texts are, and there are many. */
  private static boolean isTidy(String text) {
    boolean blank = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = c == ' ';
      boolean plainLetter = (c > ' ' && c < 0x7F) || (c >= '一' && c <= '鿿');
      if ((space && blank) || !(space || plainLetter)) {
        return false;
      }
      blank = space;
    }
    return text.isEmpty() || !blank;
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7E) {
        return false;
      }
    }
    return true;
  }
}
