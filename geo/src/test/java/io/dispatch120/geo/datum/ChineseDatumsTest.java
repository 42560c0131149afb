package io.dispatch120.geo.datum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dispatch120.geo.api.Datum;
import io.dispatch120.geo.api.LngLat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChineseDatumsTest {

  private final ChineseDatums datums = new ChineseDatums();

  // Published vectors, good to a metre.
  @ParameterizedTest
  @CsvSource({
    "Changsha, GCJ02, 112.933373, 28.2317248, 112.938812046, 28.228208985",
    "Changsha, BD09, 112.933373, 28.2317248, 112.945284545, 28.234401133",
    "Chenzhou, GCJ02, 113.0092288, 25.7734864, 113.014717103, 25.770510019",
    "Chenzhou, BD09, 113.0092288, 25.7734864, 113.021178709, 25.776588465",
    "Shanghai, GCJ02, 121.5272106, 31.1774276, 121.531541859215, 31.17530398364597",
    "Shenzhen, GCJ02, 113.912316, 22.543847, 113.9171764808363, 22.540796131694766",
    "Beijing, GCJ02, 116.377817, 39.911954, 116.38404722455657, 39.91334545536069"
  })
  void agreesWithPublishedVectorsBothWays(
      String place, Datum datum, double lng, double lat, double shiftedLng, double shiftedLat) {
    LngLat wgs84 = new LngLat(lng, lat);
    LngLat shifted = new LngLat(shiftedLng, shiftedLat);
    assertThat(datums.fromWgs84(wgs84, datum).distanceMetersTo(shifted)).as(place).isLessThan(1);
    assertThat(datums.toWgs84(shifted, datum).distanceMetersTo(wgs84)).as(place).isLessThan(1);
  }

  @Property(tries = 2000)
  void thereAndBackIsExactWithinACentimeterInsideChina(
      @ForAll @DoubleRange(min = 73, max = 136) double lng,
      @ForAll @DoubleRange(min = 15, max = 54) double lat,
      @ForAll Datum datum) {
    LngLat point = new LngLat(lng, lat);
    if (ChinaOutline.contains(point)) {
      LngLat back = datums.toWgs84(datums.fromWgs84(point, datum), datum);
      assertThat(back.distanceMetersTo(point)).isLessThan(0.01);
    }
  }

  /**
   * Just inside the outline, on an edge, on corners: the shift leads out of it, and must lead back.
   */
  @ParameterizedTest
  @CsvSource({
    "GCJ02, 113.198, 16.4",
    "BD09, 113.198, 16.4",
    "GCJ02, 113.2, 16.4",
    "BD09, 113.2, 17.3",
    "GCJ02, 79.7, 45.3"
  })
  void aPositionShiftedAcrossTheOutlineComesBack(Datum datum, double lng, double lat) {
    LngLat inside = new LngLat(lng, lat);
    LngLat shifted = datums.fromWgs84(inside, datum);
    assertThat(ChinaOutline.contains(inside)).isTrue();
    assertThat(ChinaOutline.contains(shifted)).isFalse();
    assertThat(datums.toWgs84(shifted, datum).distanceMetersTo(inside)).isLessThan(0.01);
  }

  @Property(tries = 2000)
  void theOtherWayRoundIsExactToo(
      @ForAll @DoubleRange(min = 100, max = 118) double lng,
      @ForAll @DoubleRange(min = 24, max = 40) double lat,
      @ForAll Datum datum) {
    LngLat given = new LngLat(lng, lat);
    LngLat back = datums.fromWgs84(datums.toWgs84(given, datum), datum);
    assertThat(back.distanceMetersTo(given)).isLessThan(0.01);
  }

  @Property(tries = 2000)
  void nothingShiftsOutsideChina(
      @ForAll @DoubleRange(min = -180, max = 180) double lng,
      @ForAll @DoubleRange(min = -90, max = 90) double lat,
      @ForAll Datum datum) {
    LngLat point = new LngLat(lng, lat);
    if (!nearChina(point)) {
      assertThat(datums.fromWgs84(point, datum)).isEqualTo(point);
      assertThat(datums.toWgs84(point, datum)).isEqualTo(point);
    }
  }

  @ParameterizedTest
  @CsvSource({"180,90", "-180,-90", "0,0", "105,90", "105,-90", "-180,0"})
  void theEndsOfTheEarthPassUnchanged(double lng, double lat) {
    LngLat point = new LngLat(lng, lat);
    for (Datum datum : Datum.values()) {
      assertThat(datums.toWgs84(point, datum)).isEqualTo(point);
      assertThat(datums.fromWgs84(point, datum)).isEqualTo(point);
    }
  }

  @Property
  void cgcs2000IsWgs84(
      @ForAll @DoubleRange(min = -180, max = 180) double lng,
      @ForAll @DoubleRange(min = -90, max = 90) double lat) {
    LngLat point = new LngLat(lng, lat);
    assertThat(datums.toWgs84(point, Datum.CGCS2000)).isEqualTo(point);
    assertThat(datums.fromWgs84(point, Datum.CGCS2000)).isEqualTo(point);
  }

  @ParameterizedTest
  @CsvSource({"112.88, 28.19, 651, 667", "113.01, 25.77, 592, 679"})
  void theShiftIsAsLargeAsKnownInChangshaAndChenzhou(
      double lng, double lat, double least, double most) {
    LngLat point = new LngLat(lng, lat);
    assertThat(datums.fromWgs84(point, Datum.GCJ02).distanceMetersTo(point))
        .isBetween(least - 5, most + 5);
  }

  /** Border towns and islands: here a missing shift would send an ambulance wrong. */
  @ParameterizedTest
  @CsvSource({
    "Dandong,124.38,40.12", "Heihe,127.5,50.25", "Fuyuan,134.3,48.36", "Ruili,97.85,24.0",
    "Pingxiang,106.76,22.1", "Hekou,103.96,22.5", "Dongxing,107.97,21.54", "Zhangmu,85.98,27.99",
    "Yadong,88.9,27.48", "Tashkurgan,75.23,37.77", "Manzhouli,117.4,49.6", "Beijicun,122.35,53.48",
    "Zhoushan,122.2,30.0", "Shengsi,122.45,30.72", "Dongji,122.7,30.2", "Sanya,109.5,18.25",
    "Hong Kong,114.17,22.3", "Macau,113.54,22.19", "Weizhou,109.12,21.03", "Irkeshtam,73.97,39.69",
    "Hunchun,130.36,42.87", "Suifenhe,131.15,44.4", "Changdao,120.74,37.93", "Burang,81.17,30.29",
    "Motuo,95.3,29.3", "Pingtan,119.8,25.5", "Mohan,101.69,21.18", "Khorgas,80.42,44.2",
    "Tacheng,83.0,46.75", "Erenhot,111.97,43.65", "Xisha,112.34,16.83"
  })
  void theOutlineHoldsTheEdgesOfChina(String place, double lng, double lat) {
    LngLat point = new LngLat(lng, lat);
    assertThat(datums.fromWgs84(point, Datum.GCJ02).distanceMetersTo(point))
        .as(place)
        .isBetween(50.0, 1500.0);
  }

  @ParameterizedTest
  @CsvSource({
    "Taipei,121.56,25.04", "Kaohsiung,120.3,22.63", "Penghu,119.57,23.57", "Hanoi,105.85,21.03",
    "Seoul,126.98,37.57", "Pyongyang,125.75,39.03", "Vladivostok,131.9,43.12",
        "Ulaanbaatar,106.9,47.9",
    "Kathmandu,85.32,27.7", "Thimphu,89.64,27.47", "Almaty,76.9,43.25", "Bishkek,74.6,42.87",
    "Mandalay,96.08,21.97", "Delhi,77.2,28.6", "Tokyo,139.7,35.7"
  })
  void theOutlineLeavesTheNeighborsOut(String place, double lng, double lat) {
    LngLat point = new LngLat(lng, lat);
    assertThat(datums.fromWgs84(point, Datum.GCJ02)).as(place).isEqualTo(point);
  }

  @ParameterizedTest
  @CsvSource({"GCJ02", "BD09"})
  void theInverseReachesItsPrecisionLongBeforeItsCap(Datum datum) {
    LngLat given = new LngLat(112.938812046, 28.228208985);
    LngLat back = datums.fromWgs84(datums.toWgs84(given, datum), datum);
    assertThat(back.lng()).isCloseTo(given.lng(), within(1e-9));
    assertThat(back.lat()).isCloseTo(given.lat(), within(1e-9));
  }

  /** Within some 3 km of the outline. */
  private static boolean nearChina(LngLat point) {
    for (double dx = -0.05; dx <= 0.05; dx += 0.025) {
      for (double dy = -0.05; dy <= 0.05; dy += 0.025) {
        double lng = Math.max(-180, Math.min(180, point.lng() + dx));
        double lat = Math.max(-90, Math.min(90, point.lat() + dy));
        if (ChinaOutline.contains(new LngLat(lng, lat))) {
          return true;
        }
      }
    }
    return false;
  }
}
