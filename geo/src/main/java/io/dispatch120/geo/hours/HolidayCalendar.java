package io.dispatch120.geo.hours;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Public holidays and the working days that make up for them, as ordered for the zones it names.
 * Immutable, safe for many threads; a look-up is O(1).
 */
public final class HolidayCalendar {

  private static final String CHINA_RESOURCE = "holidays-cn.csv";

  /** Knows no place: every day is {@link DayKind#ELSEWHERE}. */
  public static final HolidayCalendar NONE = new HolidayCalendar(Set.of(), Set.of(), Map.of());

  private final Set<ZoneId> zones;
  private final Set<Integer> years;
  private final Map<LocalDate, DayKind> days;

  HolidayCalendar(Set<ZoneId> zones, Set<Integer> years, Map<LocalDate, DayKind> days) {
    this.zones = Set.copyOf(zones);
    this.years = Set.copyOf(years);
    this.days = Map.copyOf(days);
  }

  /**
   * Mainland China as published by the State Council, for the years that {@code holidays-cn.csv}
   * beside this class names.
   */
  public static HolidayCalendar china() {
    return China.CALENDAR;
  }

  /**
   * Reads a calendar from lines {@code kind,from,to,name}, with {@code #} before comments:
   *
   * <ul>
   *   <li>{@code zone,Asia/Shanghai}: a zone whose wall clock the days are of;
   *   <li>{@code year,2026}: a year that is listed completely;
   *   <li>{@code holiday,2026-02-15,2026-02-23,name} and {@code makeup,2026-02-14}: days, both ends
   *       included; without an end it is one day.
   * </ul>
   *
   * <p>One bad line refuses all of it: a calendar with a gap would call a holiday a working day.
   *
   * @throws IOException when the text can not be read
   */
  public static Reading read(Reader text) throws IOException {
    return new HolidayFile().read(text);
  }

  /** What the day is in the zone. */
  public DayKind kindOf(LocalDate day, ZoneId zone) {
    if (!zones.contains(zone)) {
      return DayKind.ELSEWHERE;
    }
    if (!years.contains(day.getYear())) {
      return DayKind.UNPUBLISHED;
    }
    return days.getOrDefault(day, DayKind.ORDINARY);
  }

  /** Whether the year is listed; when not, hours that depend on holidays are unknown in it. */
  public boolean covers(int year) {
    return years.contains(year);
  }

  /**
   * A file as read.
   *
   * @param calendar present when there are no errors
   * @param errors what has to be mended, each with its line number
   */
  public record Reading(Optional<HolidayCalendar> calendar, List<String> errors) {}

  private static final class China {
    static final HolidayCalendar CALENDAR = load();

    private static HolidayCalendar load() {
      try (InputStream in = HolidayCalendar.class.getResourceAsStream(CHINA_RESOURCE)) {
        if (in == null) {
          throw new IllegalStateException(CHINA_RESOURCE + " is missing from the program");
        }
        Reading reading = read(new InputStreamReader(in, StandardCharsets.UTF_8));
        return reading
            .calendar()
            .orElseThrow(() -> new IllegalStateException(CHINA_RESOURCE + ": " + reading.errors()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
