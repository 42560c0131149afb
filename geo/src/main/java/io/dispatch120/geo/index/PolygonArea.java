package io.dispatch120.geo.index;

import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.ServiceArea;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * An area of one or more rings, prepared so that {@link #contains} costs O(log n) in their length.
 * Edges are straight in longitude and latitude, as on the map. A point belongs to the area when an
 * odd number of rings goes around it: rings side by side are parts, a ring inside another is a
 * hole, in any order.
 */
public final class PolygonArea implements ServiceArea {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final List<List<LngLat>> rings;
  private final PreparedGeometry prepared;

  private PolygonArea(List<List<LngLat>> rings, Geometry area) {
    this.rings = rings;
    this.prepared = PreparedGeometryFactory.prepare(area);
  }

  /**
   * The area of these rings; a ring whose last point is not its first is closed.
   *
   * @throws IllegalArgumentException when there is no ring, or one has fewer than three corners,
   *     crosses itself, or has an edge over half the Earth (as one over the antimeridian)
   */
  public static ServiceArea ofRings(List<? extends List<LngLat>> rings) {
    return ofRingsWithMargin(rings, 0);
  }

  /**
   * The area of these rings and all that lies up to {@code marginDegrees} outside of it, for
   * questions that rounding must not turn. {@link #rings} gives the rings without the margin.
   *
   * @throws IllegalArgumentException as {@link #ofRings}
   */
  public static ServiceArea ofRingsWithMargin(
      List<? extends List<LngLat>> rings, double marginDegrees) {
    if (rings.isEmpty()) {
      throw new IllegalArgumentException("an area needs at least one ring");
    }
    List<List<LngLat>> closedRings = new ArrayList<>();
    Geometry area = GEOMETRIES.createPolygon();
    for (List<LngLat> ring : rings) {
      List<LngLat> closed = closed(ring, closedRings.size());
      area = area.symDifference(polygon(closed, closedRings.size()));
      closedRings.add(closed);
    }
    Geometry widened = marginDegrees > 0 ? area.buffer(marginDegrees) : area;
    return new PolygonArea(List.copyOf(closedRings), widened);
  }

  @Override
  public boolean contains(LngLat point) {
    return prepared.covers(GEOMETRIES.createPoint(coordinate(point)));
  }

  @Override
  public List<List<LngLat>> rings() {
    return rings;
  }

  private static List<LngLat> closed(List<LngLat> ring, int number) {
    List<LngLat> points = new ArrayList<>(ring);
    if (points.stream().distinct().count() < 3) {
      throw new IllegalArgumentException(
          "ring " + number + " needs at least three different points");
    }
    if (!points.get(0).equals(points.get(points.size() - 1))) {
      points.add(points.get(0));
    }
    for (int i = 1; i < points.size(); i++) {
      if (Math.abs(points.get(i).lng() - points.get(i - 1).lng()) >= 180) {
        throw new IllegalArgumentException(
            "ring " + number + " has an edge over half the Earth at point " + i);
      }
    }
    return List.copyOf(points);
  }

  private static Polygon polygon(List<LngLat> closedRing, int number) {
    Polygon polygon =
        GEOMETRIES.createPolygon(
            closedRing.stream().map(PolygonArea::coordinate).toArray(Coordinate[]::new));
    if (!polygon.isValid()) {
      throw new IllegalArgumentException("ring " + number + " crosses or touches itself");
    }
    return polygon;
  }

  private static Coordinate coordinate(LngLat point) {
    return new Coordinate(point.lng(), point.lat());
  }
}
