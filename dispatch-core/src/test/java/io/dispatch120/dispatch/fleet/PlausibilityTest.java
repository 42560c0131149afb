package io.dispatch120.dispatch.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.api.UnitPosition;
import io.dispatch120.dispatch.board.VirtualTime;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.index.QuadTreeIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlausibilityTest {
  private static final UnitId A = new UnitId("A01");
  private static final Instant START = VirtualTime.START;
  private static final double METERS_PER_DEGREE =
      Math.toRadians(1) * LngLat.EARTH_RADIUS_METERS * Math.cos(Math.toRadians(28.2));

  private final VirtualTime time = new VirtualTime();
  private final FleetTracker fleet = new FleetTracker(new QuadTreeIndex<>(), time);

  /** A report from {@code meters} east of the start. */
  private static UnitPosition at(double meters, double seconds) {
    return new UnitPosition(
        A,
        new LngLat(112.9 + meters / METERS_PER_DEGREE, 28.2),
        START.plusMillis(Math.round(seconds * 1_000)),
        null,
        null,
        null);
  }

  /** The unit stands at 0 m at 0 s; then it is heard of here, {@code meters@seconds}. */
  @ParameterizedTest(name = "{0}: believed at {1} m, suspect {2}")
  @CsvSource({
    // Driving, and the errors of fixes between houses.
    "300@10, 300, false",
    "499@0.1, 499, false",
    "690@10, 690, false",
    "710@10, 0, true",
    // A single jump, and back: void.
    "9000@5, 0, true",
    "9000@5 40@10, 40, false",
    "9000@5 9050@10 40@15, 40, false",
    "9000@5 9050@10 40@15 9000@20 9050@25, 40, true",
    // It is really there: three that agree within a minute.
    "9000@5 9050@10, 0, true",
    "9000@5 9050@10 9100@15, 9100, false",
    "9000@20 9050@50 9100@80, 9100, false",
    // Here, there and everywhere is nowhere.
    "9000@5 30000@6 60000@7 90000@8, 0, true",
    "9000@5 30000@6 30010@7 30020@8, 30020, false",
    // Too far apart to agree; the three after that do.
    "90000@5 90000@66 90000@70, 0, true",
    "90000@5 90000@66 90000@70 90000@74, 90000, false",
    // With time it can have driven there.
    "9000@5 9000@130, 9000, false"
  })
  void believesWhatCanHaveDriven(String reports, double believedMeters, boolean suspect) {
    time.pass(Duration.ofMinutes(5));
    fleet.take(List.of(at(0, 0)));

    for (String report : reports.trim().split(" ")) {
      String[] parts = report.split("@");
      fleet.take(List.of(at(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]))));
      assertThat(fleet.findPosition(A))
          .as("shown where it says it is")
          .map(p -> p.position().lng())
          .contains(at(Double.parseDouble(parts[0]), 0).position().lng());
    }

    LngLat believed = at(believedMeters, 0).position();
    assertThat(fleet.suspect(A)).isEqualTo(suspect);
    assertThat(fleet.findBelievable(A)).map(UnitPosition::position).contains(believed);
    assertThat(fleet.index().find(A)).contains(believed);
  }

  @Test
  void backFilledReportsNeitherMoveNorConfirmAnything() {
    fleet.take(List.of(at(0, 0)));
    fleet.take(List.of(at(9_000, 30), at(9_000, 10), at(9_000, 20), at(10, 5)));

    assertThat(fleet.suspect(A)).isTrue();
    assertThat(fleet.findPosition(A)).contains(at(9_000, 30));
    assertThat(fleet.index().find(A)).contains(at(0, 0).position());
  }

  @Test
  void aClockThatIsWrongByAgesBreaksNothing() {
    fleet.take(
        List.of(
            new UnitPosition(
                A,
                new LngLat(112.9, 28.2),
                Instant.parse("0001-01-01T00:00:00Z"),
                null,
                null,
                null)));
    fleet.take(List.of(at(9_000, 0)));

    assertThat(fleet.suspect(A)).isFalse();
    assertThat(fleet.findBelievable(A)).contains(at(9_000, 0));
  }

  @Test
  void nothingIsHeardOfAUnitThatIsGone() {
    fleet.take(List.of(at(0, 0)));
    fleet.take(List.of(at(9_000, 5)));
    fleet.place(Map.of());

    assertThat(fleet.suspect(A)).isFalse();
    assertThat(fleet.findBelievable(A)).isEmpty();
  }
}
