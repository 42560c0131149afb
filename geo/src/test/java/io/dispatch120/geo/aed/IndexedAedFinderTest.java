package io.dispatch120.geo.aed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.dispatch120.geo.api.AedAccess;
import io.dispatch120.geo.api.AedMatch;
import io.dispatch120.geo.api.AedReadiness;
import io.dispatch120.geo.api.AedSite;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.OpeningHours;
import io.dispatch120.geo.api.TravelProfile;
import io.dispatch120.geo.api.TravelTimes;
import io.dispatch120.geo.travel.StraightLineTravelTimes;
import io.dispatch120.geo.travel.StraightLineTravelTimes.Assumptions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IndexedAedFinderTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final TravelTimes WALK = new StraightLineTravelTimes(Assumptions.DEFAULTS);
  private static final LngLat PATIENT = new LngLat(112.9, 28.2);

  /** 15:00 and 03:00 in Changsha, a Monday. */
  private static final Instant AFTERNOON = Instant.parse("2026-06-01T07:00:00Z");

  private static final Instant NIGHT = Instant.parse("2026-05-31T19:00:00Z");

  private static final String DAYTIME = "10:00-22:00";

  @Test
  void nearestListsAllByWalkingTimeWithTheirState() {
    IndexedAedFinder finder =
        finder(
            aed("mall", 300, "10:00-22:00", AedAccess.PUBLIC, AedReadiness.OK),
            aed("metro", 100, "24/7", AedAccess.PUBLIC, AedReadiness.FAULT),
            aed("park", 200, null, AedAccess.PUBLIC, AedReadiness.UNKNOWN));
    List<AedMatch> matches = finder.nearest(PATIENT, 10, NIGHT);
    assertThat(ids(matches)).containsExactly("metro", "park", "mall");
    assertThat(matches).extracting(AedMatch::openNow).containsExactly(true, null, false);
    assertThat(matches.get(0).distanceMeters()).isCloseTo(100, within(0.01));
    assertThat(matches.get(0).walkSeconds()).isCloseTo(100, within(0.01));
    assertThat(ids(finder.nearest(PATIENT, 2, NIGHT))).containsExactly("metro", "park");
  }

  @Test
  void nearestOpenLeavesTheClosedOutAndKeepsUnknownHours() {
    IndexedAedFinder finder =
        finder(
            aed("mall", 100, "10:00-22:00", AedAccess.PUBLIC, AedReadiness.OK),
            aed("park", 200, "依据班次", AedAccess.PUBLIC, AedReadiness.OK),
            aed("metro", 300, "05:50-24:50", AedAccess.STAFFED, AedReadiness.OK),
            aed("hospital", 400, "24/7", AedAccess.STAFFED, AedReadiness.OK));
    assertThat(ids(finder.nearestOpen(PATIENT, 10, NIGHT))).containsExactly("park", "hospital");
    assertThat(ids(finder.nearestOpen(PATIENT, 3, AFTERNOON)))
        .containsExactly("mall", "park", "metro");
  }

  @Test
  void nearestUsableTakesUsableThenUncertainThenUnusable() {
    IndexedAedFinder finder =
        finder(
            aed("closed", 10, "10:00-22:00", AedAccess.PUBLIC, AedReadiness.OK),
            aed("faulty", 20, "24/7", AedAccess.PUBLIC, AedReadiness.FAULT),
            aed("expired", 30, "24/7", AedAccess.PUBLIC, AedReadiness.EXPIRED),
            aed("missing", 40, null, AedAccess.PUBLIC, AedReadiness.MISSING),
            aed("hoursUnknown", 50, null, AedAccess.PUBLIC, AedReadiness.OK),
            aed("neverChecked", 60, "24/7", AedAccess.PUBLIC, AedReadiness.UNKNOWN),
            aed("restricted", 70, "24/7", AedAccess.RESTRICTED, AedReadiness.OK),
            aed("staffed", 800, "24/7", AedAccess.STAFFED, AedReadiness.OK),
            aed("public", 900, "24/7", AedAccess.PUBLIC, AedReadiness.OK));
    assertThat(ids(finder.nearestUsable(PATIENT, 20, NIGHT)))
        .containsExactly(
            "staffed",
            "public",
            "hoursUnknown",
            "neverChecked",
            "restricted",
            "closed",
            "faulty",
            "expired",
            "missing");
    assertThat(ids(finder.nearestUsable(PATIENT, 3, NIGHT)))
        .containsExactly("staffed", "public", "hoursUnknown");
    assertThat(ids(finder.nearestUsable(PATIENT, 1, AFTERNOON))).containsExactly("closed");
  }

  @Test
  void atEqualTimePublicComesFirstThenStaffedThenRestrictedThenById() {
    IndexedAedFinder finder =
        finder(
            aed("a-restricted", 100, "24/7", AedAccess.RESTRICTED, AedReadiness.OK),
            aed("b-staffed", 100, "24/7", AedAccess.STAFFED, AedReadiness.OK),
            aed("d-public", 100, "24/7", AedAccess.PUBLIC, AedReadiness.OK),
            aed("c-public", 100, "24/7", AedAccess.PUBLIC, AedReadiness.OK));
    assertThat(ids(finder.nearest(PATIENT, 4, NIGHT)))
        .containsExactly("c-public", "d-public", "b-staffed", "a-restricted");
    assertThat(ids(finder.nearest(PATIENT, 1, NIGHT))).containsExactly("c-public");
  }

  @Test
  void atEqualTimeThoseOfAFreshCheckComeFirst() {
    IndexedAedFinder finder =
        finder(
            checked("a-never", null, AedAccess.PUBLIC),
            checked("b-long-ago", NIGHT.minus(Duration.ofDays(366)), AedAccess.PUBLIC),
            checked("c-tomorrow", NIGHT.plus(Duration.ofDays(2)), AedAccess.PUBLIC),
            checked("d-staffed", NIGHT.minus(Duration.ofDays(1)), AedAccess.STAFFED),
            checked("e-public", NIGHT.minus(Duration.ofDays(365)), AedAccess.PUBLIC),
            aed("f-nearer", 99, "24/7", AedAccess.STAFFED, AedReadiness.OK));
    assertThat(ids(finder.nearestUsable(PATIENT, 10, NIGHT)))
        .containsExactly(
            "f-nearer", "e-public", "d-staffed", "a-never", "b-long-ago", "c-tomorrow");
    assertThat(ids(finder.nearestUsable(PATIENT, 2, NIGHT)))
        .containsExactly("f-nearer", "e-public");
  }

  /** The ways are those on which the AED is carried to the patient. */
  @Test
  void anAedWithoutARoadStandsBehindThoseWithOne() {
    TravelTimes roads = new FakeRoads(0.5, position -> position.distanceMetersTo(PATIENT) < 50);
    IndexedAedFinder finder =
        new IndexedAedFinder(
            List.of(
                aed("island", 20, "24/7", AedAccess.PUBLIC, AedReadiness.OK),
                aed("street", 400, "24/7", AedAccess.PUBLIC, AedReadiness.OK)),
            SHANGHAI,
            roads);
    assertThat(ids(finder.nearestUsable(PATIENT, 2, NIGHT))).containsExactly("street", "island");
  }

  @Test
  void tellsTheStateOfOneAed() {
    IndexedAedFinder finder =
        finder(
            aed("mall", 300, "10:00-22:00", AedAccess.PUBLIC, AedReadiness.OK),
            aed("park", 200, null, AedAccess.PUBLIC, AedReadiness.UNKNOWN));
    assertThat(finder.stateOf("mall", NIGHT)).contains(OpeningHours.State.CLOSED);
    assertThat(finder.stateOf("mall", AFTERNOON)).contains(OpeningHours.State.OPEN);
    assertThat(finder.stateOf("park", NIGHT)).contains(OpeningHours.State.UNKNOWN);
    assertThat(finder.stateOf("none", NIGHT)).isEmpty();
  }

  /** A bound that proves nothing must not make a search ask for the ways of a whole city. */
  @Test
  void asksForAThousandWaysAtMostWhenTheBoundProvesNothing() {
    List<AedSite> city = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      city.add(aed("A%05d".formatted(i), 10 + i, "24/7", AedAccess.PUBLIC, AedReadiness.OK));
    }
    FakeRoads roads = new FakeRoads(0, position -> false);
    IndexedAedFinder finder = new IndexedAedFinder(city, SHANGHAI, roads);
    assertThat(ids(finder.nearestUsable(PATIENT, 3, NIGHT)))
        .allMatch(id -> id.compareTo("A00020") < 0);
    assertThat(roads.places).isEqualTo(IndexedAedFinder.MAX_CANDIDATES);
  }

  @Test
  void anEmptyCatalogueFindsNothing() {
    IndexedAedFinder finder = finder();
    assertThat(finder.nearest(PATIENT, 3, NIGHT)).isEmpty();
    assertThat(finder.nearestOpen(PATIENT, 3, NIGHT)).isEmpty();
    assertThat(finder.nearestUsable(PATIENT, 3, NIGHT)).isEmpty();
  }

  @Test
  void refusesTwoAedsOfOneIdAndNegativeLimits() {
    AedSite metro = aed("metro", 100, "24/7", AedAccess.PUBLIC, AedReadiness.OK);
    assertThatThrownBy(() -> finder(metro, metro))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("two AEDs have the id metro");
    IndexedAedFinder finder = finder(metro);
    assertThatThrownBy(() -> finder.nearestUsable(PATIENT, -1, NIGHT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("limit must not be negative");
  }

  @Property(tries = 300)
  void equalsSortingTheWholeCatalogue(
      @ForAll("catalogue") List<AedSite> sites, @ForAll @IntRange(max = 20) int limit) {
    IndexedAedFinder finder = new IndexedAedFinder(sites, SHANGHAI, WALK);
    Comparator<AedSite> byTime =
        Comparator.<AedSite>comparingDouble(site -> walkSeconds(site))
            .thenComparing(AedSite::access)
            .thenComparing(AedSite::id);
    List<AedSite> all = sites.stream().sorted(byTime).toList();
    List<AedSite> notClosed =
        all.stream().filter(site -> !DAYTIME.equals(site.openingHours())).toList();
    List<AedSite> usableFirst =
        sites.stream()
            .sorted(
                Comparator.comparingInt(IndexedAedFinderTest::groupAtNight).thenComparing(byTime))
            .toList();
    assertThat(sites(finder.nearest(PATIENT, limit, NIGHT))).isEqualTo(first(limit, all));
    assertThat(sites(finder.nearestOpen(PATIENT, limit, NIGHT))).isEqualTo(first(limit, notClosed));
    assertThat(sites(finder.nearestUsable(PATIENT, limit, NIGHT)))
        .isEqualTo(first(limit, usableFirst));
  }

  /** Few distances, so that equal times are common. */
  @Provide
  Arbitrary<List<AedSite>> catalogue() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 60),
            Arbitraries.of(DAYTIME, "24/7", "?"),
            Arbitraries.of(AedAccess.class),
            Arbitraries.of(AedReadiness.class))
        .as((tens, hours, access, readiness) -> aed("", tens * 10, hours, access, readiness))
        .list()
        .ofMaxSize(150)
        .map(IndexedAedFinderTest::numbered);
  }

  private static List<AedSite> numbered(List<AedSite> sites) {
    List<AedSite> numbered = new ArrayList<>();
    for (AedSite site : sites) {
      String id = "A%03d".formatted(numbered.size());
      numbered.add(
          new AedSite(
              id,
              id,
              site.position(),
              null,
              null,
              null,
              site.openingHours(),
              null,
              site.access(),
              site.readiness(),
              null));
    }
    return numbered;
  }

  private static int groupAtNight(AedSite site) {
    boolean unusable =
        DAYTIME.equals(site.openingHours())
            || EnumSet.of(AedReadiness.FAULT, AedReadiness.EXPIRED, AedReadiness.MISSING)
                .contains(site.readiness());
    boolean doubtful =
        "?".equals(site.openingHours())
            || site.readiness() == AedReadiness.UNKNOWN
            || site.access() == AedAccess.RESTRICTED;
    if (unusable) {
      return 2;
    }
    return doubtful ? 1 : 0;
  }

  private static List<AedSite> first(int limit, List<AedSite> sites) {
    return sites.stream().limit(limit).toList();
  }

  private static List<AedSite> sites(List<AedMatch> matches) {
    return matches.stream().map(AedMatch::aed).toList();
  }

  private static double walkSeconds(AedSite site) {
    return WALK.lowerBoundSeconds(PATIENT.distanceMetersTo(site.position()), TravelProfile.WALKING);
  }

  private static List<String> ids(List<AedMatch> matches) {
    return matches.stream().map(match -> match.aed().id()).toList();
  }

  private static AedSite checked(String id, @Nullable Instant checkedAt, AedAccess access) {
    AedSite site = aed(id, 100, "24/7", access, AedReadiness.OK);
    return new AedSite(
        id,
        id,
        site.position(),
        null,
        null,
        null,
        site.openingHours(),
        null,
        access,
        site.readiness(),
        checkedAt);
  }

  private static IndexedAedFinder finder(AedSite... sites) {
    return new IndexedAedFinder(List.of(sites), SHANGHAI, WALK);
  }

  /**
   * An AED some metres north of the patient; with detour 1.4 and 1.4 m/s it takes a second a metre.
   */
  private static AedSite aed(
      String id,
      double metersNorth,
      @Nullable String hours,
      AedAccess access,
      AedReadiness readiness) {
    LngLat position =
        new LngLat(
            PATIENT.lng(),
            PATIENT.lat() + Math.toDegrees(metersNorth / LngLat.EARTH_RADIUS_METERS));
    return new AedSite(id, id, position, null, "B1", null, hours, hours, access, readiness, null);
  }
}
