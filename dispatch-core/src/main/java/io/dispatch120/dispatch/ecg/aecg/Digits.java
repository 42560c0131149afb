package io.dispatch120.dispatch.ecg.aecg;

import io.dispatch120.dispatch.ecg.wave.EcgFault;
import io.dispatch120.dispatch.ecg.wave.EcgUnreadable;
import io.dispatch120.dispatch.ecg.wave.SampleBuffer;

/**
 * The numbers of {@code <digits>}, which the parser hands over in pieces that may end within a
 * number. Constant time for each character. Not thread-safe.
 */
final class Digits {
  /** Longer than any number of an ECG, short of the range of a long. */
  private static final int LONGEST = 17;

  private static final int LONGEST_UNUSUAL = 40;

  private final SampleBuffer into;
  private final StringBuilder unusual = new StringBuilder();
  private boolean started;
  private boolean negative;
  private boolean plain = true;
  private int length;
  private long value;

  Digits(SampleBuffer into) {
    this.into = into;
  }

  void take(char[] text, int from, int count) throws EcgUnreadable {
    for (int i = from; i < from + count; i++) {
      char c = text[i];
      if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
        end();
      } else if (plain && c >= '0' && c <= '9') {
        value = value * 10 + (c - '0');
        grow();
      } else if (!started && (c == '-' || c == '+')) {
        negative = c == '-';
        started = true;
      } else {
        takeUnusual(c);
      }
    }
  }

  /** Decimals, exponents and NaN: the standard has none, some programs write them. */
  private void takeUnusual(char c) throws EcgUnreadable {
    if (plain) {
      plain = false;
      if (length > 0) {
        unusual.append(value);
      }
    }
    unusual.append(c);
    grow();
  }

  private void grow() throws EcgUnreadable {
    started = true;
    if (++length > (plain ? LONGEST : LONGEST_UNUSUAL)) {
      throw noNumber();
    }
  }

  /** What was taken last ends a number. */
  void end() throws EcgUnreadable {
    if (!started) {
      return;
    }
    if (length == 0) {
      throw noNumber();
    }
    double number = plain ? value : parsed();
    into.add(negative ? -number : number);
    started = false;
    negative = false;
    plain = true;
    length = 0;
    value = 0;
    unusual.setLength(0);
  }

  private double parsed() throws EcgUnreadable {
    String text = unusual.toString();
    if (text.equalsIgnoreCase("nan")) {
      return Double.NaN;
    }
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number) && !Character.isLetter(text.charAt(text.length() - 1))) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw noNumber();
    }
    throw noNumber();
  }

  private EcgUnreadable noNumber() {
    return new EcgUnreadable(
        EcgFault.DAMAGED,
        "Sample "
            + (into.length() + 1)
            + " of a lead is no number: export the ECG again, or as PDF.");
  }
}
