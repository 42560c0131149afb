package io.dispatch120.geo.hours;

import io.dispatch120.geo.api.OpeningHours;
import io.dispatch120.geo.hours.RuleReader.RuleGroups;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Opening hours in the OpenStreetMap notation: weekdays and nth weekdays, dates, weeks, years,
 * public holidays, spans past midnight, {@code off}, {@code unknown}, comments, rules that replace
 * ({@code ;}), add ({@code ,}) and fall back ({@code ||}). A text whose grammar is not understood
 * is UNKNOWN as a whole; a part that can not be decided (school holidays, comments, an open end,
 * the sun) is UNKNOWN where it would matter. OPEN is only said where every possible reading is
 * open.
 *
 * <p>As in OpenStreetMap a later rule replaces the earlier ones on the days it names, and {@code
 * off} with times cuts out of them. What began the evening before and is still running is UNKNOWN
 * when a later rule of the new day says closed. Around public holidays see decision 0021.
 * Immutable; a question costs O(rules), about a microsecond.
 */
public final class OsmOpeningHours implements OpeningHours {

  private final RuleGroups rules;
  private final HolidayCalendar holidays;

  private OsmOpeningHours(RuleGroups rules, HolidayCalendar holidays) {
    this.rules = rules;
    this.holidays = holidays;
  }

  /**
   * Reads the text; never fails. Missing, empty, longer than OpenStreetMap stores (255), or not
   * understood gives hours that are always UNKNOWN.
   *
   * @param holidays the public holidays of the place
   */
  public static OpeningHours parse(@Nullable String text, HolidayCalendar holidays) {
    Optional<RuleGroups> rules = text == null ? Optional.empty() : RuleReader.find(text);
    return rules.isEmpty() ? local -> State.UNKNOWN : new OsmOpeningHours(rules.get(), holidays);
  }

  @Override
  public State at(ZonedDateTime local) {
    LocalDate today = local.toLocalDate();
    int minute = local.getHour() * 60 + local.getMinute();
    List<Day> days = readings(today, local.getZone());
    List<Day> daysBefore = readings(today.minusDays(1), local.getZone());
    Verdict verdict = Verdict.SILENT;
    int first = 0;
    for (List<Rule> group : rules.groups()) {
      Verdict evening = verdict(group, first, daysBefore, minute + TimeWindow.MINUTES_A_DAY);
      verdict = verdict.otherwise(verdict(group, first, days, minute).joinedBy(evening));
      first += group.size();
    }
    return verdict.state();
  }

  /** Only hours that tell weekdays apart can be read in more than one way. */
  private List<Day> readings(LocalDate date, ZoneId zone) {
    return rules.naming()
        ? Day.readings(date, holidays, zone, rules.sayHolidays())
        : List.of(Day.plain(date, holidays, zone));
  }

  private static Verdict verdict(List<Rule> group, int first, List<Day> readings, int minute) {
    Verdict known = verdict(group, first, readings.get(0), minute);
    for (Day reading : readings.subList(1, readings.size())) {
      known = known.or(verdict(group, first, reading, minute));
    }
    return known;
  }

  private static Verdict verdict(List<Rule> group, int first, Day day, int minute) {
    Verdict verdict = Verdict.SILENT;
    int index = first;
    for (Rule rule : group) {
      verdict = rule.after(verdict, index, day, minute);
      index++;
    }
    return verdict;
  }
}
