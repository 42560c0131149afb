package io.dispatch120.geo.datum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dispatch120.geo.api.CoordinateSystem;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.datum.ZoneSeries.Zone;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChineseCoordinateSystemsTest {

  private final ChineseCoordinateSystems systems = new ChineseCoordinateSystems();

  /**
   * CGCS2000 calculated from the Krüger series by itself, Beijing 1954 by GeoTools from its EPSG
   * database.
   */
  @ParameterizedTest
  @CsvSource({
    "EPSG:4547, 395306.501, 3124582.804",
    "EPSG:4526, 38395306.501, 3124582.804",
    "4547, 395306.501, 3124582.804",
    "epsg:4508, 689781.859, 3125636.824",
    "EPSG:2435, 395259.124, 3124638.868",
    "EPSG:2414, 38395259.124, 3124638.868"
  })
  void findsChangshaOnItsGrids(String code, double east, double north) {
    LngLat changsha = new LngLat(112.933373, 28.2317248);
    CoordinateSystem system = systems.find(code).orElseThrow();
    LngLat found = system.toWgs84(east, north).orElseThrow();
    assertThat(found.distanceMetersTo(changsha)).as("%s: %s", code, found).isLessThan(0.01);
  }

  @Property(tries = 1000)
  void thereAndBackIsExactWithinACentimeter(
      @ForAll @IntRange(max = 20) int zone,
      @ForAll @DoubleRange(min = -2.9, max = 2.9) double fromMeridian,
      @ForAll @DoubleRange(min = 15, max = 54) double lat) {
    Zone middle = ZoneSeries.findZone(4534 + zone).orElseThrow();
    GaussKruger system = new GaussKruger(middle);
    LngLat place = new LngLat(middle.meridianDegrees() + fromMeridian, lat);
    double[] grid = system.toGrid(place.lng(), place.lat());
    LngLat back = system.toWgs84(grid[0], grid[1]).orElseThrow();
    assertThat(back.distanceMetersTo(place)).isLessThan(0.01);
  }

  /** With the axes of a grid there is no third way: taken wrongly they lead nowhere. */
  @ParameterizedTest
  @CsvSource({
    "EPSG:4547, 3124574, 395259", // swapped
    "EPSG:4547, 38395259, 3124574", // a zone's number too much
    "EPSG:4526, 395259, 3124574", // a zone's number too few
    "EPSG:4547, NaN, 3124574",
    "EPSG:4547, 395259, NaN",
    "EPSG:4547, Infinity, 3124574",
    "EPSG:4547, 395259, 99999999",
    "EPSG:4547, 395259, -1",
    "EPSG:4547, 112.93, 28.23",
    "EPSG:4490, 28.23, 112.93", // swapped degrees
    "EPSG:4326, 28.23, 112.93",
    "EPSG:4490, 395259, 3124574",
    "EPSG:4326, NaN, 1"
  })
  void findsNoPlaceForCoordinatesThatCanNotBeMeant(String code, double east, double north) {
    assertThat(systems.find(code).orElseThrow().toWgs84(east, north)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "EPSG:",
        "EPSG:1",
        "EPSG:3857",
        "EPSG:4555",
        "4489",
        "EPSG:999999999999",
        "cgcs2000",
        "EPSG:-4547",
        "EPSG:4547;DROP",
        "ESRI:4547"
      })
  void doesNotKnowOtherCodes(String code) {
    assertThat(systems.find(code)).isEmpty();
  }

  @Test
  void saysHowFarTheOldFramesMayBeOff() {
    assertThat(systems.find("EPSG:4547").orElseThrow().uncertaintyMeters()).isEqualTo(1);
    assertThat(systems.find("EPSG:2435").orElseThrow().uncertaintyMeters()).isEqualTo(30);
    assertThat(systems.find("EPSG:2383").orElseThrow().uncertaintyMeters()).isEqualTo(100);
    assertThat(systems.find("EPSG:4490").orElseThrow().code()).isEqualTo("EPSG:4490");
  }

  @Test
  void numbersZonesByTheirMeridian() {
    Zone three = ZoneSeries.findZone(4526).orElseThrow();
    Zone six = ZoneSeries.findZone(4497).orElseThrow();
    assertThat(three.meridianDegrees()).isEqualTo(114);
    assertThat(three.falseEastingMeters()).isCloseTo(38_500_000, within(0.0));
    assertThat(six.meridianDegrees()).isEqualTo(111);
    assertThat(six.falseEastingMeters()).isCloseTo(19_500_000, within(0.0));
  }
}
