package io.dispatch120.dispatch.importing.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as lists write them: {@code 2026-05-01}, {@code 2026/5/1 08:00}, {@code 2026年5月1日}, {@code
 * 01.05.2026}, {@code 20260501}, {@code 2026-05} (its last day), Minguo {@code 115/05/01} (1911
 * years behind), Reiwa {@code 令和8年5月1日} (2018 years behind). Pure.
 */
public final class Dates {
  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(?<era>民國|民国|令和|R)?\\s*(?<y>\\d{1,4})\\s*[-/.年]\\s*(?<m>\\d{1,2})"
              + "(?:\\s*[-/.月]\\s*(?<d>\\d{1,2})\\s*日?)?月?(?:[T ].*)?");

  private static final Pattern DAY_FIRST =
      Pattern.compile("(?<d>\\d{1,2})[./](?<m>\\d{1,2})[./](?<y>\\d{4})(?: .*)?");
  private static final Pattern COMPACT = Pattern.compile("(?<y>20\\d{2})(?<m>\\d{2})(?<d>\\d{2})");

  /** Minguo years of this century have three digits. */
  private static final int MINGUO = 1911;

  private static final int REIWA = 2018;

  private Dates() {}

  /** A day; empty when it cannot be read. */
  public static Optional<LocalDate> find(String text) {
    String plain = Texts.plain(text);
    if (plain.length() > 40) {
      return Optional.empty();
    }
    for (Pattern form : new Pattern[] {COMPACT, DAY_FIRST, YEAR_FIRST}) {
      Matcher date = form.matcher(plain);
      if (date.matches()) {
        return day(date, form == YEAR_FIRST ? date.group("era") : null);
      }
    }
    return Optional.empty();
  }

  /** A moment when the text holds one with its offset; empty otherwise. */
  public static Optional<Instant> findInstant(String text) {
    String plain = Texts.plain(text);
    if (!plain.matches("\\d{4}-\\d{2}-\\d{2}T\\S{5,30}")) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(plain).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> day(
      Matcher date, @org.jspecify.annotations.Nullable String era) {
    int year = Integer.parseInt(date.group("y"));
    if (era != null) {
      year += era.startsWith("民") ? MINGUO : REIWA;
    } else if (year >= 90 && year < 200) {
      year += MINGUO;
    }
    if (year < 1990 || year > 2199) {
      return Optional.empty();
    }
    try {
      YearMonth month = YearMonth.of(year, Integer.parseInt(date.group("m")));
      String day = date.group("d");
      return Optional.of(day == null ? month.atEndOfMonth() : month.atDay(Integer.parseInt(day)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
