package io.dispatch120.geo.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LngLatTest {

  @ParameterizedTest
  @ValueSource(
      doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 180.0000001, -181})
  void refusesLongitudeThatIsNone(double lng) {
    assertThatThrownBy(() -> new LngLat(lng, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("lng must be a number from -180 to 180, but is " + lng);
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        90.0000001,
        -91,
        112.9
      })
  void refusesLatitudeThatIsNone(double lat) {
    assertThatThrownBy(() -> new LngLat(0, lat))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("lat must be a number from -90 to 90, but is " + lat);
  }

  @ParameterizedTest
  @CsvSource({"180,90", "-180,-90", "0,0"})
  void acceptsTheEndsOfTheEarth(double lng, double lat) {
    assertThat(new LngLat(lng, lat).lng()).isEqualTo(lng);
  }

  // One degree of a great circle is R * pi / 180 = 111,195.08 m.
  @ParameterizedTest
  @CsvSource({
    "0,0, 0,1, 111195.08",
    "0,0, 1,0, 111195.08",
    "0,60, 1,60, 55596.91",
    "179.5,0, -179.5,0, 111195.08",
    "0,89.5, 180,89.5, 111195.08",
    "0,0, 180,0, 20015114.35",
    "-77,38, 103,-38, 20015114.35",
    "112.933373,28.2317248, 113.0092288,25.7734864, 273447.7",
    "77,90, -120,90, 0"
  })
  void measuresGreatCircles(double lng1, double lat1, double lng2, double lat2, double meters) {
    assertThat(new LngLat(lng1, lat1).distanceMetersTo(new LngLat(lng2, lat2)))
        .isCloseTo(meters, within(0.6));
  }

  @Test
  void keepsSmallDistancesExact() {
    LngLat here = new LngLat(112.9, 28.2);
    LngLat oneCentimeterNorth =
        new LngLat(112.9, 28.2 + Math.toDegrees(0.01 / LngLat.EARTH_RADIUS_METERS));
    assertThat(here.distanceMetersTo(oneCentimeterNorth)).isCloseTo(0.01, within(1e-6));
    assertThat(here.distanceMetersTo(here)).isZero();
  }

  @Property
  boolean distanceIsSymmetricToTheLastBit(
      @ForAll @DoubleRange(min = -180, max = 180) double lng1,
      @ForAll @DoubleRange(min = -90, max = 90) double lat1,
      @ForAll @DoubleRange(min = -180, max = 180) double lng2,
      @ForAll @DoubleRange(min = -90, max = 90) double lat2) {
    LngLat a = new LngLat(lng1, lat1);
    LngLat b = new LngLat(lng2, lat2);
    return a.distanceMetersTo(b) == b.distanceMetersTo(a);
  }
}
