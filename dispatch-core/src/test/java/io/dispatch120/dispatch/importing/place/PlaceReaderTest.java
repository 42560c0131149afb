package io.dispatch120.dispatch.importing.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.ServiceArea;
import io.dispatch120.geo.datum.ChineseCoordinateSystems;
import io.dispatch120.geo.datum.ChineseDatums;
import io.dispatch120.geo.index.PolygonArea;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceReaderTest {
  private static final Projections PROJECTIONS =
      new Projections(new ChineseDatums(), new ChineseCoordinateSystems());

  private static final LngLat KAOHSIUNG = new LngLat(120.31, 22.65);
  private static final ServiceArea AREA =
      PolygonArea.ofRings(
          List.of(
              List.of(
                  new LngLat(120.1, 22.4),
                  new LngLat(120.6, 22.4),
                  new LngLat(120.6, 22.9),
                  new LngLat(120.1, 22.9))));

  private static PlaceReader reader() {
    return new PlaceReader(PROJECTIONS.find("wgs84").orElseThrow(), KAOHSIUNG, AREA);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "120.33 | 22.73",
        " 120.33° | 22.73 N",
        "１２０．３３ | ２２．７３",
        "120,3300 | 22,7300",
        "120°19'48\" | 22°43'48\"",
        "120°19′48″E | 22°43′48″N",
        "E 120° 19’ 48” | N 22° 43’ 48”",
        "120º19'48'' | 22º43'48''",
        "120度19分48秒 | 22度43分48秒",
        "东经120度19.8分 | 北纬22度43.8分",
        "120 19 48 | 22 43 48",
        "120:19:48.0 | 22:43:48.0",
        "( 120.33,22.73 ) | ",
        "| 120.33, 22.73",
      })
  void readsCoordinatesAsTheyAreWritten(String lng, String lat) {
    Place place = reader().read(lng == null ? "" : lng, lat == null ? "" : lat);
    assertThat(place.fault()).isNull();
    assertThat(place.swapped()).isFalse();
    assertThat(place.outside()).isFalse();
    near(place);
  }

  private static void near(Place place) {
    LngLat position = Objects.requireNonNull(place.position());
    assertThat(position.lng()).isCloseTo(120.33, within(1e-6));
    assertThat(position.lat()).isCloseTo(22.73, within(1e-6));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "( 120.33,22.73 )",
        "120.33，22.73",
        "120.33 22.73",
        "22.73, 120.33",
        "POINT(120.33 22.73)",
        "[120.33;22.73]",
        "N22.73 E120.33",
        "22°43'48\"N 120°19'48\"E"
      })
  void readsPairsInOneColumnInEitherOrder(String pair) {
    Place place = reader().readPair(pair);
    assertThat(place.fault()).isNull();
    near(place);
  }

  @Test
  void turnsPairsThatLieInTheCentreOnlyTheOtherWayRound() {
    Place place = reader().read("22.73", "120.33");
    near(place);
    assertThat(place.swapped()).isTrue();
    near(reader().read("N22.73", "E120.33"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        " | ",
        "0 | 0",
        "0.0000 | 0.00",
        "- | -",
        "120.33 | ",
        "abc | 22.73",
        "NaN | 22.73",
        "1e400 | 22.73",
        "250000.1 | 2510000.2",
        "120°75' | 22.73",
      })
  void refusesWhatIsNoPosition(String lng, String lat) {
    Place place = reader().read(lng == null ? "" : lng, lat == null ? "" : lat);
    assertThat(place.position()).isNull();
    assertThat(place.fault()).isNotBlank();
  }

  @Test
  void keepsWhatLiesOutsideAndSaysSo() {
    Place place = reader().read("121.5", "25.04");
    assertThat(place.position()).isEqualTo(new LngLat(121.5, 25.04));
    assertThat(place.outside()).isTrue();
    assertThat(place.swapped()).isFalse();
  }

  @Test
  void convertsFromTheDatumOfTheList() {
    LngLat changsha = new LngLat(112.94, 28.23);
    LngLat shifted = new ChineseDatums().fromWgs84(changsha, io.dispatch120.geo.api.Datum.BD09);
    Place place =
        new PlaceReader(PROJECTIONS.find("BD-09").orElseThrow(), changsha, null)
            .read(Double.toString(shifted.lng()), Double.toString(shifted.lat()));
    assertThat(Objects.requireNonNull(place.position()).distanceMetersTo(changsha)).isLessThan(1);
  }

  @Test
  void takesSystemsByTheirCode() {
    assertThat(PROJECTIONS.find("epsg:4547")).isPresent();
    assertThat(PROJECTIONS.find("EPSG:1")).isEmpty();
    assertThat(PROJECTIONS.findUncertaintyMeters("EPSG:4547")).isEmpty();
    assertThat(PROJECTIONS.findUncertaintyMeters("EPSG:2435")).hasValue(30);
    assertThat(PROJECTIONS.find("mars")).isEmpty();
    assertThat(PROJECTIONS.find("GCJ-02")).isPresent();
  }
}
