package io.dispatch120.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.dispatch120.geo.aed.IndexedAedFinder;
import io.dispatch120.geo.api.AedAccess;
import io.dispatch120.geo.api.AedMatch;
import io.dispatch120.geo.api.AedReadiness;
import io.dispatch120.geo.api.AedSite;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.OpeningHours.State;
import io.dispatch120.geo.travel.StraightLineTravelTimes;
import io.dispatch120.geo.travel.StraightLineTravelTimes.Assumptions;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** AED search over the demo's list, against sorting all of it by hours read in another way. */
class DemoAedSearchTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private static final List<LngLat> PATIENTS =
      List.of(
          new LngLat(112.9392, 28.2232), // beside Xiangya 3rd hospital
          new LngLat(112.8893, 28.2156),
          new LngLat(112.9463, 28.1990), // Yingwanzhen
          new LngLat(112.8800, 28.1900), // Meixi lake
          new LngLat(112.9098, 28.0490), // Pingtang, in the south
          new LngLat(112.7360, 28.1255), // Yuchangping, in the west
          new LngLat(112.9360, 28.3040)); // Yueliangdao, in the north

  /** The two days of the test on which weekdays are not what they are called. */
  private static final Map<LocalDate, Set<DayOfWeek>> SPECIAL =
      Map.of(
          LocalDate.parse("2026-10-01"),
          EnumSet.of(DayOfWeek.THURSDAY, DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
          LocalDate.parse("2026-10-10"),
          EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY));

  private static final Pattern RULE =
      Pattern.compile(
          "(?:(\\w\\w)(?:-(\\w\\w))? )?(?:(\\d\\d):(\\d\\d)-(\\d\\d):(\\d\\d)|(24/7)|(off))");

  private final List<AedSite> sites =
      DemoFiles.aeds().stream().map(DemoAedSearchTest::site).toList();
  private final IndexedAedFinder finder =
      new IndexedAedFinder(sites, SHANGHAI, new StraightLineTravelTimes(Assumptions.DEFAULTS));

  // A Thursday, a Saturday, a Sunday and a Monday; a holiday; a Saturday on which people work.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-26T03:00", "2026-11-26T15:00", "2026-11-28T03:00", "2026-11-28T15:00",
        "2026-11-29T03:00", "2026-11-29T15:00", "2026-11-30T03:00", "2026-11-30T15:00",
        "2026-10-01T03:00", "2026-10-01T15:00", "2026-10-10T03:00", "2026-10-10T15:00",
        "2026-11-26T00:05", "2026-11-26T22:40"
      })
  void findsWhatSortingTheWholeListFinds(LocalDateTime time) {
    Instant at = time.atZone(SHANGHAI).toInstant();
    for (LngLat patient : PATIENTS) {
      Comparator<AedSite> nearest =
          Comparator.comparingDouble(site -> site.position().distanceMetersTo(patient));
      for (int limit : List.of(1, 5, 130)) {
        assertThat(ids(finder.nearestUsable(patient, limit, at)))
            .as("usable from %s at %s", patient, time)
            .isEqualTo(
                first(
                    limit,
                    sites.stream()
                        .sorted(
                            Comparator.<AedSite>comparingInt(site -> group(site, time))
                                .thenComparing(nearest))));
        assertThat(ids(finder.nearestOpen(patient, limit, at)))
            .as("open from %s at %s", patient, time)
            .isEqualTo(
                first(
                    limit,
                    sites.stream()
                        .filter(site -> state(site, time) != State.CLOSED)
                        .sorted(nearest)));
      }
    }
  }

  /** Read off the list by hand. */
  @ParameterizedTest
  @CsvSource({
    "XJ-AED-104, 2026-11-26T03:00, OPEN", // emergency room, day and night
    "XJ-AED-104, 2026-10-01T03:00, OPEN",
    "XJ-AED-001, 2026-11-26T03:00, CLOSED", // metro, 06:30-22:30
    "XJ-AED-001, 2026-11-26T15:00, OPEN",
    "XJ-AED-001, 2026-10-01T15:00, OPEN",
    "XJ-AED-008, 2026-11-26T00:09, OPEN", // metro, 06:30-00:10
    "XJ-AED-008, 2026-11-26T00:10, CLOSED",
    "XJ-AED-082, 2026-11-26T00:29, OPEN", // railway, 06:00-00:30
    "XJ-AED-103, 2026-11-26T01:59, OPEN", // bars, 10:00-02:00
    "XJ-AED-103, 2026-11-26T03:00, CLOSED",
    "XJ-AED-060, 2026-11-26T15:00, UNKNOWN", // nobody knows its hours
    "XJ-AED-076, 2026-11-30T15:00, CLOSED", // museum, a Monday
    "XJ-AED-076, 2026-11-29T15:00, OPEN",
    "XJ-AED-110, 2026-11-26T15:00, OPEN", // community clinic: Mo-Fr, Saturday mornings
    "XJ-AED-110, 2026-11-28T15:00, CLOSED",
    "XJ-AED-110, 2026-11-28T09:00, OPEN",
    "XJ-AED-110, 2026-10-01T15:00, UNKNOWN",
    "XJ-AED-110, 2026-10-01T03:00, CLOSED",
    "XJ-AED-110, 2026-10-10T15:00, UNKNOWN",
    "XJ-AED-110, 2026-10-10T09:00, OPEN",
    "XJ-AED-086, 2026-10-10T15:00, OPEN" // open at that hour on every day
  })
  void knowsNamedDevices(String id, LocalDateTime time, State expected) {
    assertThat(finder.stateOf(id, time.atZone(SHANGHAI).toInstant()))
        .as("%s at %s", id, time)
        .contains(expected);
  }

  @ParameterizedTest
  @CsvSource({
    // Day and night, beside the patient; by day the metro station is nearer.
    "112.9392, 28.2232, 2026-11-26T03:00, XJ-AED-104",
    "112.9098, 28.0490, 2026-11-26T03:00, XJ-AED-127",
    "112.7360, 28.1255, 2026-11-26T03:00, XJ-AED-107",
    // At three only the hospital; in the afternoon the station's own.
    "112.9463, 28.1990, 2026-11-26T03:00, XJ-AED-105",
    "112.9463, 28.1999, 2026-11-26T15:00, XJ-AED-009"
  })
  void sendsTo(double lng, double lat, LocalDateTime time, String id) {
    Instant at = time.atZone(SHANGHAI).toInstant();
    assertThat(ids(finder.nearestUsable(new LngLat(lng, lat), 1, at))).containsExactly(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-26T03:00", "2026-11-26T15:00"})
  void readsTheHoursOfEveryDeviceThatHasSome(LocalDateTime time) {
    assertThat(sites)
        .filteredOn(
            site ->
                finder
                    .stateOf(site.id(), time.atZone(SHANGHAI).toInstant())
                    .equals(Optional.of(State.UNKNOWN)))
        .hasSize(4)
        .allMatch(site -> site.openingHours() == null);
  }

  private static int group(AedSite site, LocalDateTime time) {
    State state = state(site, time);
    if (state == State.CLOSED
        || EnumSet.of(AedReadiness.FAULT, AedReadiness.EXPIRED, AedReadiness.MISSING)
            .contains(site.readiness())) {
      return 2;
    }
    boolean sure =
        state == State.OPEN
            && site.readiness() == AedReadiness.OK
            && site.access() != AedAccess.RESTRICTED;
    return sure ? 0 : 1;
  }

  private static State state(AedSite site, LocalDateTime time) {
    String hours = site.openingHours();
    if (hours == null) {
      return State.UNKNOWN;
    }
    LocalDate date = time.toLocalDate();
    Set<Boolean> readings =
        SPECIAL.getOrDefault(date, EnumSet.of(date.getDayOfWeek())).stream()
            .map(day -> isOpen(hours, day, time.getHour() * 60 + time.getMinute()))
            .collect(Collectors.toSet());
    if (readings.size() > 1) {
      return State.UNKNOWN;
    }
    return readings.contains(true) ? State.OPEN : State.CLOSED;
  }

  /** In the demo's list only hours of every day pass midnight. */
  private static boolean isOpen(String hours, DayOfWeek day, int minute) {
    boolean open = false;
    for (String part : hours.split("; ")) {
      Matcher rule = RULE.matcher(part);
      assertThat(rule.matches()).as(part).isTrue();
      if (rule.group(1) != null && !names(rule.group(1), rule.group(2), day)) {
        continue;
      }
      if (rule.group(3) == null) {
        open = rule.group(7) != null;
        continue;
      }
      int start = minutes(rule.group(3), rule.group(4));
      int end = minutes(rule.group(5), rule.group(6));
      open = start < end ? start <= minute && minute < end : minute >= start || minute < end;
    }
    return open;
  }

  private static boolean names(String first, String last, DayOfWeek day) {
    List<String> week = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");
    int from = week.indexOf(first);
    int to = last == null ? from : week.indexOf(last);
    return from <= day.ordinal() && day.ordinal() <= to;
  }

  private static int minutes(String hour, String minute) {
    return Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
  }

  private static List<String> first(int limit, Stream<AedSite> sites) {
    return sites.limit(limit).map(AedSite::id).toList();
  }

  private static List<String> ids(List<AedMatch> matches) {
    return matches.stream().map(match -> match.aed().id()).toList();
  }

  private static AedSite site(NamedCsvRecord row) {
    String hours = row.getField("openingHours");
    return new AedSite(
        row.getField("id"),
        row.getField("name"),
        new LngLat(
            Double.parseDouble(row.getField("lng")), Double.parseDouble(row.getField("lat"))),
        row.getField("building"),
        row.getField("floor"),
        row.getField("placement"),
        hours.isEmpty() ? null : hours,
        row.getField("hoursText"),
        AedAccess.valueOf(row.getField("access").toUpperCase(Locale.ROOT)),
        AedReadiness.valueOf(row.getField("readiness").toUpperCase(Locale.ROOT)),
        Instant.parse(row.getField("lastCheckedAt")));
  }
}
