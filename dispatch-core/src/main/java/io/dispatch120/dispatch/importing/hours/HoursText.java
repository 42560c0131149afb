package io.dispatch120.dispatch.importing.hours;

import io.dispatch120.dispatch.importing.value.Texts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Hours in words to OpenStreetMap notation. All or nothing: what is not wholly understood is empty,
 * and the device then counts as "hours unknown". Pure.
 */
public final class HoursText {
  /** {@code 除节假日外} is read as {@code 节假日以外}. */
  private static final Pattern OUTSIDE_WORDS = Pattern.compile("除了?([^除外]{1,16}?)(?:以外|之外|外)");

  private final List<Token> tokens;
  private final List<String> rules = new ArrayList<>();
  private int at;

  private HoursText(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** The hours that {@code text} gives; empty when any part of it is not understood. */
  public static Optional<String> find(String text) {
    String plain = Texts.plain(text);
    String ordered = OUTSIDE_WORDS.matcher(plain).replaceAll(" $1以外 ");
    return Tokens.of(ordered)
        .flatMap(
            tokens -> {
              HoursText reading = new HoursText(tokens);
              return reading.statements() && !reading.rules.isEmpty()
                  ? Optional.of(String.join("; ", reading.rules))
                  : Optional.<String>empty();
            })
        // What is written as OpenStreetMap wants it stays as it is written.
        .map(osm -> OsmHours.isProper(plain) ? plain : osm)
        .or(() -> OsmHours.matches(plain) ? Optional.of(plain) : Optional.empty());
  }

  private boolean statements() {
    skipBreaks();
    while (at < tokens.size()) {
      if (!statement()) {
        return false;
      }
      skipBreaks();
    }
    return true;
  }

  private void skipBreaks() {
    while (at < tokens.size()
        && (tokens.get(at) instanceof Token.Break || tokens.get(at) instanceof Token.And)) {
      at++;
    }
  }

  private boolean statement() {
    if (takenAway()) {
      return true;
    }
    Set<String> days = new LinkedHashSet<>();
    if (!days(days)) {
      return false;
    }
    boolean first = rules.isEmpty();
    if (days.isEmpty() && !first) {
      return false;
    }
    Optional<String> when = when(days);
    if (when.isEmpty()) {
      return false;
    }
    if (days.isEmpty() && peek() instanceof Token.Days && last()) {
      // The days stand behind the times: 8:00-17:00 (周一至周五).
      if (!days(days) || at < tokens.size()) {
        return false;
      }
    } else if (days.isEmpty() && at < tokens.size() && !offOnly()) {
      return false;
    }
    write(days, when.get());
    return true;
  }

  /** {@code (节假日除外)} after the hours: those days are off. */
  private boolean takenAway() {
    Token after = peek(2);
    boolean ends = after == null || after instanceof Token.Break || after instanceof Token.And;
    if (!rules.isEmpty()
        && ends
        && peek() instanceof Token.Days named
        && peek(1) instanceof Token.Except) {
      rules.add(DayList.of(named.days()) + " off");
      at += 2;
      return true;
    }
    return false;
  }

  /** Whether no times follow. */
  private boolean last() {
    for (int i = at; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token instanceof Token.Time
          || token instanceof Token.AllDay
          || token instanceof Token.Off) {
        return false;
      }
    }
    return true;
  }

  /** Whether all that follows takes days away again: {@code 24小时; 节假日休息}. */
  private boolean offOnly() {
    for (int i = at; i < tokens.size(); i++) {
      if (tokens.get(i) instanceof Token.Time || tokens.get(i) instanceof Token.AllDay) {
        return false;
      }
    }
    return true;
  }

  /** Days, ranges of days and exceptions, as many as there are. */
  private boolean days(Set<String> days) {
    while (at < tokens.size()) {
      Token token = tokens.get(at);
      if (token instanceof Token.Days named) {
        at++;
        if (peek() instanceof Token.To && peek(1) instanceof Token.Days until) {
          if (!addRange(days, named.days(), until.days())) {
            return false;
          }
          at += 2;
        } else {
          days.addAll(named.days());
        }
      } else if (token instanceof Token.Except) {
        at++;
        if (!except(days)) {
          return false;
        }
      } else if (token instanceof Token.And && peek(1) instanceof Token.Days) {
        at++;
      } else {
        return true;
      }
    }
    return true;
  }

  private static boolean addRange(Set<String> days, List<String> from, List<String> until) {
    int first = from.size() == 1 ? DayWords.WEEK.indexOf(from.get(0)) : -1;
    int last = until.isEmpty() ? -1 : DayWords.WEEK.indexOf(until.get(0));
    if (first < 0 || last < 0) {
      return false;
    }
    for (int day = first; day != last; day = (day + 1) % 7) {
      days.add(DayWords.WEEK.get(day));
    }
    days.addAll(until);
    return true;
  }

  /** What was named so far is left out of the week. */
  private static boolean except(Set<String> days) {
    if (days.isEmpty() || days.stream().anyMatch(day -> day.contains("["))) {
      return false;
    }
    List<String> named = List.copyOf(days);
    boolean onlyHolidays = named.equals(List.of("PH"));
    days.clear();
    for (String day : DayWords.WEEK) {
      if (!named.contains(day)) {
        days.add(day);
      }
    }
    if (named.contains("PH")) {
      days.add(DayWords.NO_HOLIDAYS);
    }
    return onlyHolidays || !days.isEmpty();
  }

  /** Times, all day, or off. */
  private Optional<String> when(Set<String> days) {
    List<String> spans = new ArrayList<>();
    while (at < tokens.size()) {
      Token token = tokens.get(at);
      if (token instanceof Token.Off) {
        at++;
        boolean alone = !days.isEmpty() || tokens.size() == 1;
        return spans.isEmpty() && alone ? Optional.of("off") : Optional.empty();
      } else if (token instanceof Token.AllDay) {
        at++;
        return spans.isEmpty() && sayAllDayOnce() ? Optional.of("00:00-24:00") : Optional.empty();
      } else if (token instanceof Token.Time from
          && peek(1) instanceof Token.To
          && peek(2) instanceof Token.Time until) {
        Optional<String> span = Span.of(from, until);
        if (span.isEmpty()) {
          return Optional.empty();
        }
        spans.add(span.get());
        at += 3;
        if (peek() instanceof Token.Break && peek(1) instanceof Token.Time) {
          at++;
        }
      } else if (token instanceof Token.And && peek(1) instanceof Token.Time) {
        at++;
      } else {
        break;
      }
    }
    return spans.isEmpty() ? Optional.empty() : Optional.of(String.join(",", spans));
  }

  /** {@code 24小时全天候} says it twice. */
  private boolean sayAllDayOnce() {
    while (peek() instanceof Token.AllDay) {
      at++;
    }
    return true;
  }

  private void write(Set<String> days, String when) {
    boolean noHolidays = days.remove(DayWords.NO_HOLIDAYS);
    boolean everyDay = days.isEmpty() || days.containsAll(DayWords.WEEK);
    boolean always = everyDay && when.equals("00:00-24:00");
    String named = everyDay && !days.contains("PH") ? "" : DayList.of(days);
    if (always && !noHolidays && !days.contains("PH")) {
      rules.add("24/7");
    } else {
      rules.add((named + " " + when).strip());
    }
    if (noHolidays) {
      rules.add("PH off");
    }
  }

  private @Nullable Token peek() {
    return peek(0);
  }

  private @Nullable Token peek(int ahead) {
    return at + ahead < tokens.size() ? tokens.get(at + ahead) : null;
  }
}
