package io.dispatch120.geo.aed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.dispatch120.geo.api.AedAccess;
import io.dispatch120.geo.api.AedMatch;
import io.dispatch120.geo.api.AedReadiness;
import io.dispatch120.geo.api.AedSite;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.TravelProfile;
import io.dispatch120.geo.api.TravelTimes;
import io.dispatch120.geo.travel.StraightLineTravelTimes;
import io.dispatch120.geo.travel.StraightLineTravelTimes.Assumptions;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IndexedAedFinderTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final TravelTimes WALK = new StraightLineTravelTimes(Assumptions.DEFAULTS);
  private static final LngLat PATIENT = new LngLat(112.9, 28.2);

  /** 15:00 and 03:00 in Changsha, a Monday. */
  private static final Instant AFTERNOON = Instant.parse("2026-06-01T07:00:00Z");

  private static final Instant NIGHT = Instant.parse("2026-05-31T19:00:00Z");

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

  @Property(tries = 200)
  void equalsSortingTheWholeCatalogue(
      @ForAll @Size(max = 200) List<@IntRange(max = 8) Integer> kinds,
      @ForAll @IntRange(max = 20) int limit,
      @ForAll @DoubleRange(max = 2000) double stepMeters) {
    List<AedSite> sites = new ArrayList<>();
    for (int kind : kinds) {
      String hours = kind % 3 == 0 ? "10:00-22:00" : "24/7";
      AedReadiness readiness = kind < 6 ? AedReadiness.OK : AedReadiness.UNKNOWN;
      double meters = 1 + (sites.size() * 7919L) % 50 * stepMeters;
      sites.add(
          aed(
              "A%03d".formatted(sites.size()),
              meters,
              hours,
              AedAccess.values()[kind / 3],
              readiness));
    }
    IndexedAedFinder finder = new IndexedAedFinder(sites, SHANGHAI, WALK);
    List<String> sorted =
        sites.stream()
            .sorted(
                Comparator.<AedSite>comparingDouble(site -> walkSeconds(site))
                    .thenComparing(AedSite::access)
                    .thenComparing(AedSite::id))
            .map(AedSite::id)
            .toList();
    List<String> open =
        sorted.stream()
            .filter(
                id ->
                    !"10:00-22:00"
                        .equals(sites.get(Integer.parseInt(id.substring(1))).openingHours()))
            .toList();
    assertThat(ids(finder.nearest(PATIENT, limit, NIGHT)))
        .isEqualTo(sorted.stream().limit(limit).toList());
    assertThat(ids(finder.nearestOpen(PATIENT, limit, NIGHT)))
        .isEqualTo(open.stream().limit(limit).toList());
    assertThat(ids(finder.nearestUsable(PATIENT, 500, NIGHT)))
        .containsExactlyInAnyOrderElementsOf(sorted);
  }

  private static double walkSeconds(AedSite site) {
    return WALK.lowerBoundSeconds(PATIENT.distanceMetersTo(site.position()), TravelProfile.WALKING);
  }

  private static List<String> ids(List<AedMatch> matches) {
    return matches.stream().map(match -> match.aed().id()).toList();
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
