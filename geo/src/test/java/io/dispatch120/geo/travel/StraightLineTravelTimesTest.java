package io.dispatch120.geo.travel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.Travel;
import io.dispatch120.geo.api.TravelMethod;
import io.dispatch120.geo.api.TravelProfile;
import io.dispatch120.geo.travel.StraightLineTravelTimes.Assumptions;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StraightLineTravelTimesTest {

  private static final LngLat MEIXIHU = new LngLat(112.90277, 28.20521);
  private static final LngLat RONGWANZHEN = new LngLat(112.94684, 28.20023);

  private final StraightLineTravelTimes travelTimes =
      new StraightLineTravelTimes(new Assumptions(1.5, 10, 2));

  @Test
  void multipliesTheStraightLineByTheDetourAndDividesBySpeed() {
    double straightMeters = MEIXIHU.distanceMetersTo(RONGWANZHEN);
    Travel drive = only(TravelProfile.AMBULANCE);
    assertThat(drive.distanceMeters()).isCloseTo(1.5 * straightMeters, within(1e-6));
    assertThat(drive.seconds()).isCloseTo(0.15 * straightMeters, within(1e-6));
    assertThat(drive.method()).isEqualTo(TravelMethod.STRAIGHT_LINE);
    assertThat(only(TravelProfile.WALKING).seconds())
        .isCloseTo(0.75 * straightMeters, within(1e-6));
  }

  @Test
  void answersInTheOrderOfTheOrigins() {
    List<Travel> ways =
        travelTimes.toDestination(List.of(RONGWANZHEN, MEIXIHU), MEIXIHU, TravelProfile.AMBULANCE);
    assertThat(ways).hasSize(2);
    assertThat(ways.get(0).seconds()).isPositive();
    assertThat(ways.get(1).seconds()).isZero();
    assertThat(travelTimes.toDestination(List.of(), MEIXIHU, TravelProfile.WALKING)).isEmpty();
  }

  @Test
  void fiveKilometersTakeAnAmbulanceAboutTwelveMinutesByDefault() {
    StraightLineTravelTimes defaults = new StraightLineTravelTimes(Assumptions.DEFAULTS);
    assertThat(defaults.lowerBoundSeconds(5000, TravelProfile.AMBULANCE))
        .isCloseTo(722, within(1.0));
  }

  @Property
  void theBoundNeverExceedsTheTimeAndGrowsWithDistance(
      @ForAll @DoubleRange(min = 112, max = 114) double lng,
      @ForAll @DoubleRange(min = 27, max = 29) double lat,
      @ForAll @DoubleRange(max = 1) double share,
      @ForAll TravelProfile profile) {
    LngLat origin = new LngLat(lng, lat);
    double straightMeters = origin.distanceMetersTo(MEIXIHU);
    double seconds = travelTimes.toDestination(List.of(origin), MEIXIHU, profile).get(0).seconds();
    assertThat(travelTimes.lowerBoundSeconds(straightMeters, profile)).isLessThanOrEqualTo(seconds);
    assertThat(travelTimes.lowerBoundSeconds(share * straightMeters, profile))
        .isLessThanOrEqualTo(seconds);
  }

  @ParameterizedTest
  @CsvSource({
    "0.9, 10, 1.4, detourFactor",
    "NaN, 10, 1.4, detourFactor",
    "1.4, 0, 1.4, ambulanceMetersPerSecond",
    "1.4, Infinity, 1.4, ambulanceMetersPerSecond",
    "1.4, 10, -1, walkingMetersPerSecond"
  })
  void refusesAssumptionsThatCannotBe(
      double detour, double ambulance, double walking, String name) {
    assertThatThrownBy(() -> new Assumptions(detour, ambulance, walking))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(name + " must be at least");
  }

  @ParameterizedTest
  @CsvSource({"NaN, 1", "-1, 1", "1, Infinity", "1, -0.1"})
  void aWayHasFiniteFigures(double seconds, double meters) {
    assertThatThrownBy(() -> new Travel(seconds, meters, TravelMethod.ROAD))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be finite and not negative");
  }

  private Travel only(TravelProfile profile) {
    return travelTimes.toDestination(List.of(MEIXIHU), RONGWANZHEN, profile).get(0);
  }
}
