package io.dispatch120.dispatch.ecg.csv;

/** Numbers as programs write them: point or comma, exponent, or a word for "none". */
final class NumberText {
  /** What {@link #parse} gives for what is no number. No cell can mean it. */
  static final double NONE = Double.POSITIVE_INFINITY;

  /** As many digits as a long holds; more tell nothing. */
  private static final int MOST_DIGITS = 18;

  private static final int LARGEST_EXPONENT = 30;

  private static final double[] POWERS = new double[2 * LARGEST_EXPONENT + MOST_DIGITS + 1];

  static {
    for (int i = 0; i < POWERS.length; i++) {
      POWERS[i] = Double.parseDouble("1e" + i);
    }
  }

  private NumberText() {}

  /**
   * The number in a part of a text: NaN when it says that there is none, {@link #NONE} when it is
   * something else. Linear in its length.
   */
  static double parse(CharSequence text, int start, int end) {
    int at = start;
    if (at == end || isNothing(text, start, end)) {
      return Double.NaN;
    }
    boolean negative = text.charAt(at) == '-';
    if (negative || text.charAt(at) == '+') {
      at++;
    }
    long value = 0;
    int digits = 0;
    int decimals = -1;
    for (; at < end; at++) {
      char c = text.charAt(at);
      if (c >= '0' && c <= '9') {
        if (++digits > MOST_DIGITS) {
          return NONE;
        }
        value = value * 10 + (c - '0');
        decimals += decimals >= 0 ? 1 : 0;
      } else if ((c == '.' || c == ',') && decimals < 0) {
        decimals = 0;
      } else {
        break;
      }
    }
    if (digits == 0) {
      return NONE;
    }
    int exponent = 0;
    if (at < end) {
      exponent = exponent(text, at, end);
      if (exponent == Integer.MIN_VALUE) {
        return NONE;
      }
    }
    double number = scaled(value, exponent - Math.max(decimals, 0));
    return negative ? -number : number;
  }

  private static double scaled(long value, int exponent) {
    return exponent < 0 ? value / POWERS[-exponent] : value * POWERS[exponent];
  }

  /** {@code Integer.MIN_VALUE} when it is none. */
  private static int exponent(CharSequence text, int start, int end) {
    char mark = text.charAt(start);
    int at = start + 1;
    if ((mark != 'e' && mark != 'E') || at == end) {
      return Integer.MIN_VALUE;
    }
    boolean negative = text.charAt(at) == '-';
    if (negative || text.charAt(at) == '+') {
      at++;
    }
    int value = 0;
    int first = at;
    for (; at < end; at++) {
      char c = text.charAt(at);
      if (c < '0' || c > '9') {
        return Integer.MIN_VALUE;
      }
      value = value * 10 + (c - '0');
      if (value > LARGEST_EXPONENT) {
        return Integer.MIN_VALUE;
      }
    }
    return at == first ? Integer.MIN_VALUE : negative ? -value : value;
  }

  private static boolean isNothing(CharSequence text, int start, int end) {
    return switch (end - start) {
      case 1 -> text.charAt(start) == '-';
      case 2 -> matches(text, start, "na");
      case 3 -> matches(text, start, "nan") || matches(text, start, "n/a");
      case 4 -> matches(text, start, "null");
      default -> false;
    };
  }

  private static boolean matches(CharSequence text, int start, String word) {
    for (int i = 0; i < word.length(); i++) {
      if (Character.toLowerCase(text.charAt(start + i)) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
