package io.dispatch120.geo.hours;

import static java.util.Map.entry;

import io.dispatch120.geo.hours.SimpleOpeningHours.Rule;
import io.dispatch120.geo.hours.SimpleOpeningHours.Span;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the subset that {@link SimpleOpeningHours} describes; linear in the length of the text. */
final class OpeningHoursParser {

  private static final int MINUTES_A_DAY = 24 * 60;

  private static final String ALWAYS = "24/7";

  /** The longest value OpenStreetMap stores; nothing longer is worth reading. */
  private static final int MAX_LENGTH = 255;

  private static final Map<String, DayOfWeek> DAYS =
      Map.ofEntries(
          entry("Mo", DayOfWeek.MONDAY),
          entry("Tu", DayOfWeek.TUESDAY),
          entry("We", DayOfWeek.WEDNESDAY),
          entry("Th", DayOfWeek.THURSDAY),
          entry("Fr", DayOfWeek.FRIDAY),
          entry("Sa", DayOfWeek.SATURDAY),
          entry("Su", DayOfWeek.SUNDAY));

  /** Days without times are left out: in hand-made lists they rarely mean all day. */
  private static final Pattern RULE =
      Pattern.compile(
          "(?<days>(?:Mo|Tu|We|Th|Fr|Sa|Su)[A-Za-z,\\- ]*?)?\\s*(?<times>[0-9][0-9:,\\-/ ]*|off|closed)");

  private static final Pattern DAY_RANGE =
      Pattern.compile("(?<from>[A-Z][a-z])(?:\\s*-\\s*(?<to>[A-Z][a-z]))?");

  private static final Pattern SPAN =
      Pattern.compile("(\\d{1,2}):([0-5]\\d)\\s*-\\s*(\\d{1,2}):([0-5]\\d)");

  private OpeningHoursParser() {}

  /** The rules in the order of the text; empty when any part is not understood. */
  static Optional<List<Rule>> findRules(String text) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    List<Rule> rules = new ArrayList<>();
    // A semicolon at the end is common and harmless; an empty rule elsewhere is not understood.
    for (String part : text.strip().split(";")) {
      Matcher rule = RULE.matcher(part.strip());
      if (!rule.matches()) {
        return Optional.empty();
      }
      String daysText = rule.group("days");
      Optional<Set<DayOfWeek>> days =
          daysText == null ? Optional.of(EnumSet.allOf(DayOfWeek.class)) : findDays(daysText);
      Optional<List<Span>> spans = findSpans(rule.group("times"));
      boolean dayAnd24Hours = daysText != null && rule.group("times").equals(ALWAYS);
      if (days.isEmpty() || spans.isEmpty() || dayAnd24Hours) {
        return Optional.empty();
      }
      rules.add(new Rule(days.get(), spans.get()));
    }
    return Optional.of(List.copyOf(rules));
  }

  private static Optional<Set<DayOfWeek>> findDays(String text) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String part : text.split(",", -1)) {
      Matcher range = DAY_RANGE.matcher(part.strip());
      if (!range.matches()) {
        return Optional.empty();
      }
      DayOfWeek from = DAYS.get(range.group("from"));
      DayOfWeek to = range.group("to") == null ? from : DAYS.get(range.group("to"));
      if (from == null || to == null) {
        return Optional.empty();
      }
      for (DayOfWeek day = from; day != to; day = day.plus(1)) {
        days.add(day);
      }
      days.add(to);
    }
    return Optional.of(days);
  }

  private static Optional<List<Span>> findSpans(String text) {
    if (text.equals("off") || text.equals("closed")) {
      return Optional.of(List.of());
    }
    if (text.equals(ALWAYS)) {
      return Optional.of(List.of(new Span(0, MINUTES_A_DAY)));
    }
    List<Span> spans = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      Optional<Span> span = findSpan(part.strip());
      if (span.isEmpty()) {
        return Optional.empty();
      }
      spans.add(span.get());
    }
    return Optional.of(List.copyOf(spans));
  }

  private static Optional<Span> findSpan(String text) {
    Matcher span = SPAN.matcher(text);
    if (!span.matches()) {
      return Optional.empty();
    }
    int start = minutes(span.group(1), span.group(2));
    int end = minutes(span.group(3), span.group(4));
    if (end < start) {
      end += MINUTES_A_DAY;
    }
    // Equal times mean closed in some lists and all day in others; over a day means nothing.
    boolean understood = start < MINUTES_A_DAY && end > start && end - start <= MINUTES_A_DAY;
    return understood ? Optional.of(new Span(start, end)) : Optional.empty();
  }

  private static int minutes(String hours, String minutes) {
    return Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
  }
}
