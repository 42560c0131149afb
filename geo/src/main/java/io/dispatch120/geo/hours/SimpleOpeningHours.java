package io.dispatch120.geo.hours;

import io.dispatch120.geo.api.OpeningHours;
import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A subset of the OpenStreetMap {@code opening_hours} notation: {@code 24/7}, days and ranges of
 * days, lists of time spans, spans past midnight ({@code 22:00-02:00}, {@code 05:50-24:50}), {@code
 * off} and {@code closed}, rules separated by semicolons. Whatever else the text holds makes all of
 * it UNKNOWN: half understood hours are not hours.
 *
 * <p>As in OpenStreetMap a later rule replaces the earlier ones on the days it names. What began
 * the evening before and is still running is UNKNOWN when a later rule of the new day says closed:
 * evaluators take it for closed, those who wrote it mostly mean open. Immutable.
 */
public final class SimpleOpeningHours implements OpeningHours {

  private static final int MINUTES_A_DAY = 24 * 60;

  private final List<Rule> rules;

  private SimpleOpeningHours(List<Rule> rules) {
    this.rules = rules;
  }

  /**
   * Reads the text; never fails. Missing, empty or not understood gives hours that are always
   * UNKNOWN.
   */
  public static OpeningHours parse(@Nullable String text) {
    List<Rule> rules =
        text == null ? List.of() : OpeningHoursParser.findRules(text).orElse(List.of());
    return rules.isEmpty() ? local -> State.UNKNOWN : new SimpleOpeningHours(rules);
  }

  @Override
  public State at(ZonedDateTime local) {
    int minute = local.getHour() * 60 + local.getMinute();
    int today = lastRuleOn(local.getDayOfWeek());
    if (today >= 0 && rules.get(today).coversMinute(minute)) {
      return State.OPEN;
    }
    int yesterday = lastRuleOn(local.getDayOfWeek().minus(1));
    if (yesterday >= 0 && rules.get(yesterday).coversMinute(minute + MINUTES_A_DAY)) {
      return yesterday >= today ? State.OPEN : State.UNKNOWN;
    }
    return State.CLOSED;
  }

  /** Index of the rule in force on a day, -1 when no rule names the day. */
  private int lastRuleOn(DayOfWeek day) {
    for (int i = rules.size() - 1; i >= 0; i--) {
      if (rules.get(i).days().contains(day)) {
        return i;
      }
    }
    return -1;
  }

  /** Days and the spans that begin on them; no span means closed. */
  record Rule(Set<DayOfWeek> days, List<Span> spans) {
    boolean coversMinute(int minute) {
      return spans.stream()
          .anyMatch(span -> span.startMinute() <= minute && minute < span.endMinute());
    }
  }

  /** Minutes since the midnight before; the end, not included, may lie on the next day. */
  record Span(int startMinute, int endMinute) {}
}
