package io.dispatch120.dispatch.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.Availability;
import io.dispatch120.dispatch.api.Capability;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.Duty;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.StationId;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.api.UnitPosition;
import io.dispatch120.dispatch.fleet.Unit.DutyState;
import io.dispatch120.geo.api.LngLat;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
  private static final LngLat STATION = new LngLat(112.9, 28.2);

  // 0.001° of latitude is 111 m.
  @ParameterizedTest(name = "{0}, committed {1}, {2}° from its station: {3}")
  @CsvSource({
    "AVAILABLE, false, 0, AVAILABLE",
    "AVAILABLE, false, 0.0017, AVAILABLE",
    "AVAILABLE, false, 0.0019, AVAILABLE_MOBILE",
    "AVAILABLE, false, , AVAILABLE",
    "AVAILABLE, true, 0.1, COMMITTED",
    "OUT_OF_SERVICE, false, 0.1, OUT_OF_SERVICE",
    "OUT_OF_SERVICE, true, 0, COMMITTED",
    "OFF_DUTY, false, , OFF_DUTY",
    "OFF_DUTY, true, 0, COMMITTED",
  })
  void derivesAvailability(Duty duty, boolean committed, Double degrees, Availability expected) {
    Unit unit = unit(committed).on(new DutyState(duty, null, null));
    Optional<UnitPosition> position = Optional.ofNullable(degrees).map(d -> position(d, 0, null));
    assertThat(Units.availability(unit, position)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} s old, committed {1}, {2} m/s: {3}")
  @CsvSource({
    "60, true, , false",
    "61, true, , true",
    "60, false, 8, false",
    "61, false, 8, true",
    "61, false, 0.3, false",
    "61, false, , false",
    "600, false, 0, false",
    "601, false, 0, true",
  })
  void callsAPositionStale(long ageSeconds, boolean committed, Double speedMps, boolean stale) {
    Optional<UnitPosition> position = Optional.of(position(0, ageSeconds, speedMps));
    assertThat(Units.stale(unit(committed), position, NOW)).isEqualTo(stale);
  }

  @Test
  void takesAUnitWithoutPositionToBeAtItsStationUnlessItIsUnderWay() {
    assertThat(Units.stale(unit(false), Optional.empty(), NOW)).isFalse();
    assertThat(Units.stale(unit(true), Optional.empty(), NOW)).isTrue();
  }

  private static UnitPosition position(double degrees, long ageSeconds, Double speedMps) {
    return new UnitPosition(
        new UnitId("A01"),
        new LngLat(STATION.lng(), STATION.lat() + degrees),
        NOW.minusSeconds(ageSeconds),
        speedMps,
        null,
        null);
  }

  private static Unit unit(boolean committed) {
    Unit unit =
        new Unit(
            new UnitId("A01"),
            new CenterId("xj"),
            new Unit.Profile(
                "A01", "湘A", Set.of(Capability.ALS), new StationId("s"), STATION, null),
            DutyState.ON_DUTY,
            0,
            null,
            null);
    return committed ? unit.assigned(new AssignmentId("a"), new IncidentId("i")) : unit;
  }
}
