package io.dispatch120.dispatch.ecg.aecg;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A point in time as HL7 writes it: {@code YYYYMMDD[HHMM[SS[.ssss]]][+ZZZZ]}. What is left out is
 * zero.
 *
 * @param zone null when none was written
 */
record Hl7Time(LocalDateTime local, @Nullable ZoneOffset zone) {
  private static final int LONGEST = 32;

  /** Null when it is no such time. */
  static @Nullable Hl7Time find(@Nullable String text) {
    if (text == null || text.length() < 8 || text.length() > LONGEST) {
      return null;
    }
    int digits = digits(text, 0);
    if (digits != 8 && digits != 10 && digits != 12 && digits != 14) {
      return null;
    }
    try {
      LocalDateTime local =
          LocalDateTime.of(
              number(text, 0, 4),
              number(text, 4, 2),
              number(text, 6, 2),
              number(text, 8, digits >= 10 ? 2 : 0),
              number(text, 10, digits >= 12 ? 2 : 0),
              number(text, 12, digits >= 14 ? 2 : 0));
      int at = digits;
      if (at < text.length() && text.charAt(at) == '.') {
        int fraction = digits(text, at + 1);
        int kept = Math.min(fraction, 9);
        local = local.plusNanos(number(text, at + 1, kept) * (long) Math.pow(10, 9 - kept));
        at += 1 + fraction;
      }
      return at == text.length() ? new Hl7Time(local, null) : zoned(local, text.substring(at));
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Null when it is no such date. A time behind it does not matter. */
  static @Nullable LocalDate findDate(@Nullable String text) {
    Hl7Time time = find(text);
    return time == null ? null : time.local().toLocalDate();
  }

  private static @Nullable Hl7Time zoned(LocalDateTime local, String zone) {
    if (zone.equals("Z")) {
      return new Hl7Time(local, ZoneOffset.UTC);
    }
    char sign = zone.charAt(0);
    if (zone.length() != 5 || (sign != '+' && sign != '-') || digits(zone, 1) != 4) {
      return null;
    }
    int minutes = number(zone, 1, 2) * 60 + number(zone, 3, 2);
    return new Hl7Time(local, ZoneOffset.ofTotalSeconds((sign == '-' ? -minutes : minutes) * 60));
  }

  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at - from;
  }

  private static int number(String text, int from, int length) {
    int value = 0;
    for (int i = from; i < from + length; i++) {
      value = value * 10 + text.charAt(i) - '0';
    }
    return value;
  }
}
