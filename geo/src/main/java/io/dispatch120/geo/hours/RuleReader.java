package io.dispatch120.geo.hours;

import ch.poole.openinghoursparser.DateRange;
import ch.poole.openinghoursparser.Holiday;
import ch.poole.openinghoursparser.OpeningHoursParser;
import ch.poole.openinghoursparser.ParseException;
import ch.poole.openinghoursparser.RuleModifier;
import ch.poole.openinghoursparser.TokenMgrError;
import io.dispatch120.geo.api.OpeningHours.State;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the OpenStreetMap notation into our rules. The grammar is the parser library's, taken
 * strictly; what the words mean is decided here.
 */
final class RuleReader {

  /** The longest value OpenStreetMap stores; nothing longer is worth reading. */
  private static final int MAX_LENGTH = 255;

  /** {@code May 1} is as clear as {@code May 01}, but not for the strict grammar. */
  private static final Pattern SHORT_DAY =
      Pattern.compile("\\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\\d)(?![\\d:])");

  private static final Pattern SHORT_LAST_DAY =
      Pattern.compile(
          "\\b((?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \\d\\d ?- ?)(\\d)(?![\\d:])");

  private RuleReader() {}

  /**
   * The rules in groups: each group speaks for the minutes of which those before it are silent.
   * Empty when the text as a whole is not understood.
   */
  static Optional<RuleGroups> find(String text) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    return findParsed(withLongDays(text.strip())).flatMap(RuleReader::findGroups);
  }

  private static Optional<List<ch.poole.openinghoursparser.Rule>> findParsed(String text) {
    try {
      // Strict, but with 22:00-02:00 allowed beside 22:00-26:00.
      return Optional.of(new OpeningHoursParser(new StringReader(text)).rules(true, false));
    } catch (ParseException | TokenMgrError | StackOverflowError | RuntimeException e) {
      // Text from the world: the generated parser answers some of it with errors of its own.
      return Optional.empty();
    }
  }

  private static String withLongDays(String text) {
    String padded = SHORT_DAY.matcher(text).replaceAll("$1 0$2");
    return SHORT_LAST_DAY.matcher(padded).replaceAll("$10$2");
  }

  private static Optional<RuleGroups> findGroups(List<ch.poole.openinghoursparser.Rule> parsed) {
    int count = parsed.size();
    // A semicolon at the end is common and harmless; an empty rule elsewhere is not understood.
    if (count > 0 && isBlank(parsed.get(count - 1))) {
      count--;
    }
    List<List<Rule>> groups = new ArrayList<>();
    groups.add(new ArrayList<>());
    for (ch.poole.openinghoursparser.Rule rule : parsed.subList(0, count)) {
      if (!isUnderstood(rule)) {
        return Optional.empty();
      }
      if (rule.isFallBack()) {
        groups.add(new ArrayList<>());
      } else if (groups.size() > 1 && !rule.isAdditive()) {
        // What a plain rule after a fallback would replace is not settled anywhere.
        return Optional.empty();
      }
      groups.get(groups.size() - 1).add(rule(rule));
    }
    if (count == 0) {
      return Optional.empty();
    }
    boolean weekdays = parsed.stream().anyMatch(r -> r.getDays() != null);
    boolean holidays = parsed.stream().anyMatch(RuleReader::saysPublicHolidays);
    return Optional.of(
        new RuleGroups(groups.stream().map(List::copyOf).toList(), weekdays, holidays));
  }

  private static boolean saysPublicHolidays(ch.poole.openinghoursparser.Rule rule) {
    List<Holiday> holidays = rule.getHolidays();
    return holidays != null && holidays.stream().anyMatch(h -> h.getType() == Holiday.Type.PH);
  }

  /** Days without times are not taken for all day: in hand-made lists they rarely mean that. */
  private static boolean isUnderstood(ch.poole.openinghoursparser.Rule rule) {
    boolean contradicts = rule.isTwentyfourseven() && isClosed(rule);
    boolean says =
        rule.isTwentyfourseven()
            || rule.getTimes() != null
            || rule.getModifier() != null
            || rule.getComment() != null;
    return says && !contradicts;
  }

  private static boolean isBlank(ch.poole.openinghoursparser.Rule rule) {
    return rule.isEmpty() && rule.getComment() == null && !rule.isFallBack() && !rule.isAdditive();
  }

  private static Rule rule(ch.poole.openinghoursparser.Rule rule) {
    boolean timed = rule.getTimes() != null;
    List<TimeWindow> windows =
        timed
            ? rule.getTimes().stream().map(TimeWindows::of).toList()
            : List.of(TimeWindow.WHOLE_DAY);
    State meaning = meaning(rule);
    boolean cutsOut = meaning == State.CLOSED && timed;
    return new Rule(days(rule), windows, meaning, !rule.isAdditive() && !cutsOut);
  }

  /** A comment says on what it depends, in words: that is not known to be open. */
  private static State meaning(ch.poole.openinghoursparser.Rule rule) {
    if (isClosed(rule)) {
      return State.CLOSED;
    }
    RuleModifier modifier = rule.getModifier();
    boolean timed = rule.getTimes() != null || rule.isTwentyfourseven();
    boolean plain =
        modifier == null
            || (modifier.getModifier() == RuleModifier.Modifier.OPEN
                && modifier.getComment() == null);
    return timed && plain && rule.getComment() == null ? State.OPEN : State.UNKNOWN;
  }

  private static boolean isClosed(ch.poole.openinghoursparser.Rule rule) {
    RuleModifier modifier = rule.getModifier();
    return modifier != null
        && (modifier.getModifier() == RuleModifier.Modifier.OFF
            || modifier.getModifier() == RuleModifier.Modifier.CLOSED);
  }

  private static DaySelector days(ch.poole.openinghoursparser.Rule rule) {
    List<DaySelector> parts = new ArrayList<>();
    addAnyOf(parts, rule.getYears(), DateSelectors::years);
    addAnyOf(parts, rule.getWeeks(), DateSelectors::weeks);
    List<DateRange> dates = rule.getDates();
    addAnyOf(parts, dates, DateSelectors::dates);
    if (rule.getDays() != null || rule.getHolidays() != null) {
      parts.add(WeekdaySelectors.both(rule.getDays(), rule.getHolidays()));
    }
    return switch (parts.size()) {
      case 0 -> DaySelector.EVERY_DAY;
      case 1 -> parts.get(0);
      default -> DaySelector.allOf(parts);
    };
  }

  private static <T> void addAnyOf(
      List<DaySelector> parts,
      @Nullable List<T> selectors,
      java.util.function.Function<T, DaySelector> read) {
    if (selectors != null) {
      parts.add(DaySelector.anyOf(selectors.stream().map(read).toList()));
    }
  }

  /**
   * Rules as read.
   *
   * @param naming whether a rule names weekdays
   * @param sayHolidays whether a rule names public holidays
   */
  record RuleGroups(List<List<Rule>> groups, boolean naming, boolean sayHolidays) {}
}
