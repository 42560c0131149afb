package io.dispatch120.dispatch.location;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.FixSource;
import io.dispatch120.geo.api.Datum;
import io.dispatch120.geo.api.Datums;
import io.dispatch120.geo.api.LngLat;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocationFusionTest {
  private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
  private static final LngLat HERE = new LngLat(112.9, 28.2);

  @Test
  void knowsNoPositionWithoutAFix() {
    assertThat(LocationFusion.best(List.of(), NOW)).isEmpty();
  }

  @Test
  void prefersTheNewestPinToAnyFix() {
    LocationFix precise = fix("a", FixSource.LINK, 5, 0);
    LocationFix first = fix("b", FixSource.CONFIRMED, 20, 600);
    LocationFix second = fix("c", FixSource.CONFIRMED, 20, 500);
    assertThat(LocationFusion.best(List.of(first, second, precise), NOW)).contains(second);
  }

  // 1.5 m/s for the phone's age, at most 1,000 m; an address does not move.
  @ParameterizedTest(name = "{0} of {1} m after {2} s: {3} m")
  @CsvSource({
    "LINK, 50, 0, 50",
    "LINK, 50, 100, 200",
    "AML, 100, 600, 1000",
    "CARRIER, 300, 3600, 1300",
    "LINK, 50, -60, 50",
    "ADDRESS, 150, 3600, 150",
    "CONFIRMED, 20, 3600, 20",
  })
  void growsTheRadiusOfPhonesWithAge(FixSource source, double meters, long age, double grown) {
    assertThat(LocationFusion.grownRadiusMeters(fix("a", source, meters, age), NOW))
        .isEqualTo(grown);
  }

  @Test
  void letsAFreshFixOvertakeAnOldOne() {
    LocationFix old = fix("a", FixSource.LINK, 20, 120);
    LocationFix fresh = fix("b", FixSource.LINK, 100, 0);
    assertThat(LocationFusion.best(List.of(old, fresh), NOW)).contains(fresh);
    assertThat(LocationFusion.best(List.of(old, fresh), NOW.minusSeconds(110))).contains(old);
  }

  @Test
  void prefersTheNewerOfTwoEquals() {
    LocationFix old = fix("a", FixSource.ADDRESS, 100, 120);
    LocationFix fresh = fix("b", FixSource.ADDRESS, 100, 0);
    assertThat(LocationFusion.best(List.of(fresh, old), NOW)).contains(fresh);
  }

  // 0.001° of longitude is 98 m here.
  @ParameterizedTest(name = "{0}° apart, radii {1} m and {2} m: {3}")
  @CsvSource({
    "0.0010, 20, 20, false", // disjoint, but the same block
    "0.0020, 50, 50, true",
    "0.0020, 100, 100, false", // the circles overlap
    "0.0500, 2000, 100, true",
    "0.0500, 5000, 100, false",
  })
  void seesCirclesThatContradict(double degrees, double one, double other, boolean conflict) {
    LocationFix here = fix("a", FixSource.ADDRESS, one, 0);
    LocationFix there = at(new LngLat(112.9 + degrees, 28.2), other);
    assertThat(LocationConflict.findAmong(List.of(here, there)).isPresent()).isEqualTo(conflict);
  }

  @Test
  void suspectsADatumThatWouldReconcileTheTwo() {
    LocationFix here = at(HERE, 30);
    LocationFix shifted = at(new LngLat(112.905, 28.2), 30);
    LocationFix elsewhere = at(new LngLat(112.9, 28.205), 30);
    assertThat(new LocationConflict(here, shifted).reconciledByDatum(EAST)).isTrue();
    assertThat(new LocationConflict(shifted, here).reconciledByDatum(EAST)).isTrue();
    assertThat(new LocationConflict(here, elsewhere).reconciledByDatum(EAST)).isFalse();
  }

  @Test
  void suspectsAConversionThatWasOneTooMany() {
    LocationFix here = at(HERE, 30);
    LocationFix converted =
        new LocationFix("b", new LngLat(112.895, 28.2), 30, FixSource.ADDRESS, NOW, Datum.GCJ02);
    assertThat(new LocationConflict(here, converted).reconciledByDatum(EAST)).isTrue();
  }

  /** GCJ-02 lies 0.005° to the east, BD-09 0.02°. */
  private static final Datums EAST =
      new Datums() {
        @Override
        public LngLat toWgs84(LngLat point, Datum from) {
          return new LngLat(point.lng() - degrees(from), point.lat());
        }

        @Override
        public LngLat fromWgs84(LngLat point, Datum to) {
          return new LngLat(point.lng() + degrees(to), point.lat());
        }

        private double degrees(Datum datum) {
          return datum == Datum.GCJ02 ? 0.005 : 0.02;
        }
      };

  private static LocationFix at(LngLat place, double radiusMeters) {
    return new LocationFix("b", place, radiusMeters, FixSource.ADDRESS, NOW, Datum.WGS84);
  }

  private static LocationFix fix(String id, FixSource source, double meters, long ageSeconds) {
    return new LocationFix(id, HERE, meters, source, NOW.minusSeconds(ageSeconds), Datum.WGS84);
  }
}
