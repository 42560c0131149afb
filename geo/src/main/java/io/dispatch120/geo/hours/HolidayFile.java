package io.dispatch120.geo.hours;

import io.dispatch120.geo.hours.HolidayCalendar.Reading;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one text of {@link HolidayCalendar#read}; for one use. */
final class HolidayFile {

  /** Some thirty lines a year: enough for a century and against a file of something else. */
  private static final int MAX_LINES = 5_000;

  /** The longest holiday has nine days; more is a mistyped date. */
  private static final int MAX_DAYS = 31;

  private static final int MAX_ERRORS = 20;

  private final Set<ZoneId> zones = new HashSet<>();
  private final Set<Integer> years = new HashSet<>();
  private final Map<LocalDate, DayKind> days = new HashMap<>();
  private final Map<LocalDate, Integer> lines = new HashMap<>();
  private final List<String> errors = new ArrayList<>();

  Reading read(Reader text) throws IOException {
    BufferedReader reader = new BufferedReader(text);
    int number = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      if (number > MAX_LINES || errors.size() >= MAX_ERRORS) {
        errors.add("line " + number + ": not read any further");
        break;
      }
      readLine(number, number == 1 ? withoutByteOrderMark(line) : line);
    }
    checkWhole();
    return errors.isEmpty()
        ? new Reading(Optional.of(new HolidayCalendar(zones, years, days)), List.of())
        : new Reading(Optional.empty(), List.copyOf(errors));
  }

  private void readLine(int number, String line) {
    String content = line.strip();
    if (content.isEmpty() || content.startsWith("#")) {
      return;
    }
    String[] cells = content.split(",", -1);
    String value = cells.length < 2 ? "" : cells[1].strip();
    String kind = cells[0].strip();
    try {
      switch (kind) {
        case "zone" -> zones.add(ZoneId.of(value));
        case "year" -> years.add(Integer.parseInt(value));
        case "holiday" -> addDays(number, value, end(cells), DayKind.HOLIDAY);
        case "makeup" -> addDays(number, value, end(cells), DayKind.MAKE_UP);
        default ->
            error(number, "begins with '" + kind + "', not with zone, year, holiday or makeup");
      }
    } catch (DateTimeException | NumberFormatException e) {
      error(number, "'" + kind + "' needs a value it can read: " + e.getMessage());
    }
  }

  private static String end(String[] cells) {
    return cells.length < 3 ? "" : cells[2].strip();
  }

  private void addDays(int number, String from, String to, DayKind kind) {
    LocalDate first = LocalDate.parse(from);
    LocalDate last = to.isEmpty() ? first : LocalDate.parse(to);
    if (last.isBefore(first) || last.isAfter(first.plusDays(MAX_DAYS - 1L))) {
      error(number, "must end on its first day or at most " + MAX_DAYS + " days on");
      return;
    }
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      if (days.put(day, kind) != null) {
        error(number, day + " was given before");
      }
      lines.put(day, number);
    }
  }

  private void checkWhole() {
    if (zones.isEmpty()) {
      errors.add("no zone: add a line such as zone,Asia/Shanghai");
    }
    if (years.isEmpty()) {
      errors.add("no year: add a line such as year,2026 for each year that is listed completely");
    }
    lines.forEach(
        (day, number) -> {
          if (!years.contains(day.getYear()) && errors.size() < MAX_ERRORS) {
            error(number, day + " is in a year without a line year," + day.getYear());
          }
        });
  }

  private void error(int line, String what) {
    errors.add("line " + line + ": " + what);
  }

  private static String withoutByteOrderMark(String line) {
    return line.startsWith("\uFEFF") ? line.substring(1) : line;
  }
}
