package io.dispatch120.geo.datum;

import io.dispatch120.geo.api.CoordinateSystem;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.datum.ZoneSeries.Zone;
import java.util.Optional;
import org.geotools.api.parameter.ParameterValueGroup;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.operation.DefaultMathTransformFactory;
import org.geotools.referencing.operation.transform.MolodenskiTransform;

/**
 * One Gauss-Kruger zone, calculated by GeoTools without its EPSG database: that would unpack 33 MB
 * into the machine's shared temporary directory and bring an SQL engine. The transforms used here
 * take east before north, always.
 */
final class GaussKruger implements CoordinateSystem {

  private static final double WGS84_SEMI_MAJOR_METERS = 6_378_137;
  private static final double WGS84_SEMI_MINOR_METERS =
      WGS84_SEMI_MAJOR_METERS * (1 - 1 / 298.257_223_563);

  /** From the equator to 60 degrees north, with all of China in between. */
  private static final double MAX_NORTHING_METERS = 6_700_000;

  /** Length of a degree on the equator. */
  private static final double DEGREE_METERS = 111_320;

  private final Zone zone;
  private final MathTransform toGrid;
  private final MathTransform toDegrees;
  private final MathTransform toWgs84;

  GaussKruger(Zone zone) {
    this.zone = zone;
    Frame frame = zone.frame();
    DefaultMathTransformFactory factory = Transforms.FACTORY;
    try {
      ParameterValueGroup values = factory.getDefaultParameters("Transverse_Mercator");
      values.parameter("semi_major").setValue(frame.semiMajorMeters);
      values.parameter("semi_minor").setValue(frame.semiMinorMeters);
      values.parameter("central_meridian").setValue((double) zone.meridianDegrees());
      values.parameter("latitude_of_origin").setValue(0.0);
      values.parameter("scale_factor").setValue(1.0);
      values.parameter("false_easting").setValue(zone.falseEastingMeters());
      values.parameter("false_northing").setValue(0.0);
      this.toGrid = factory.createParameterizedTransform(values);
      this.toDegrees = toGrid.inverse();
    } catch (FactoryException | TransformException e) {
      throw new IllegalStateException("GeoTools does not know its own projection", e);
    }
    this.toWgs84 =
        new MolodenskiTransform(
            false,
            frame.semiMajorMeters,
            frame.semiMinorMeters,
            false,
            WGS84_SEMI_MAJOR_METERS,
            WGS84_SEMI_MINOR_METERS,
            false,
            frame.dxMeters,
            frame.dyMeters,
            frame.dzMeters);
  }

  @Override
  public String code() {
    return "EPSG:" + zone.code();
  }

  @Override
  public double uncertaintyMeters() {
    return zone.frame().uncertaintyMeters;
  }

  @Override
  public Optional<LngLat> toWgs84(double east, double north) {
    if (!isInZone(east, north)) {
      return Optional.empty();
    }
    double[] pair = {east, north};
    transform(toDegrees, pair);
    transform(toWgs84, pair);
    return Optional.of(new LngLat(pair[0], pair[1]));
  }

  /** Easting and northing of degrees of the zone's own frame. */
  double[] toGrid(double lng, double lat) {
    double[] pair = {lng, lat};
    transform(toGrid, pair);
    return pair;
  }

  /** Surveys go some way beyond the edge of their zone; nothing goes a whole zone beyond. */
  private boolean isInZone(double east, double north) {
    double reachMeters = (zone.widthDegrees() / 2.0 + 1.5) * DEGREE_METERS;
    return Math.abs(east - zone.falseEastingMeters()) <= reachMeters
        && north >= 0
        && north <= MAX_NORTHING_METERS;
  }

  private static void transform(MathTransform transform, double[] pair) {
    try {
      transform.transform(pair, 0, pair, 0, 1);
    } catch (TransformException e) {
      throw new IllegalStateException("no transform within the zone", e);
    }
  }

  /** Loaded with the first zone: GeoTools takes a second or two to find its own parts. */
  private static final class Transforms {
    static final DefaultMathTransformFactory FACTORY = new DefaultMathTransformFactory();
  }
}
