package io.dispatch120.geo.datum;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.datum.ZoneSeries.Zone;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.cs.AxisDirection;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our table of codes, and CGCS2000 as WGS 84, against GeoTools with its EPSG database. */
class EpsgDatabaseTest {

  static IntStream codes() {
    return ZoneSeries.ALL.stream()
        .flatMapToInt(
            series -> IntStream.range(series.firstCode(), series.firstCode() + series.size()));
  }

  @ParameterizedTest
  @MethodSource("codes")
  void everyZoneAgreesWithItsCode(int code) throws FactoryException, TransformException {
    Zone zone = ZoneSeries.findZone(code).orElseThrow();
    CoordinateReferenceSystem system = CRS.decode("EPSG:" + code);
    assertThat(system.getCoordinateSystem().getAxis(0).getDirection())
        .isEqualTo(AxisDirection.NORTH);
    // Lenient: for Xian 1980 and CGCS2000 the dataset has no shift.
    MathTransform toWgs84 = CRS.findMathTransform(system, CRS.decode("EPSG:4326"), true);
    GaussKruger ours = new GaussKruger(zone);
    for (double lat : new double[] {18, 28.23, 52}) {
      double[] grid = ours.toGrid(zone.meridianDegrees() - 1.2, lat);
      double[] northEast = {grid[1], grid[0]};
      toWgs84.transform(northEast, 0, northEast, 0, 1);
      LngLat theirs = new LngLat(northEast[1], northEast[0]);
      assertThat(ours.toWgs84(grid[0], grid[1]).orElseThrow().distanceMetersTo(theirs))
          .as("EPSG:%d at %s", code, lat)
          .isLessThan(0.01);
    }
  }

  @Property(tries = 1000)
  void cgcs2000IsWgs84WithinACentimeter(
      @ForAll @DoubleRange(min = 73, max = 136) double lng,
      @ForAll @DoubleRange(min = 3, max = 54) double lat)
      throws FactoryException, TransformException {
    MathTransform transform =
        CRS.findMathTransform(CRS.decode("EPSG:4490"), CRS.decode("EPSG:4326"), true);
    double[] northEast = {lat, lng};
    transform.transform(northEast, 0, northEast, 0, 1);
    assertThat(new LngLat(northEast[1], northEast[0]).distanceMetersTo(new LngLat(lng, lat)))
        .isLessThan(0.01);
  }
}
