package io.dispatch120.geo.api;

import java.util.List;

/**
 * A place where nobody gets through, such as a flooded underpass. What it closes depends on its
 * form.
 *
 * @param form how the points are meant
 * @param points one for {@link Form#POINT}, at least two for {@link Form#LINE}, at least three for
 *     {@link Form#AREA} (closed by itself); WGS 84
 */
public record RoadClosure(Form form, List<LngLat> points) {

  /** What a person draws. */
  public enum Form {
    /** The one road nearest to the point, between its junctions. */
    POINT(1),
    /** Every road the line crosses. */
    LINE(2),
    /** Every road that lies in the area or leads through it. */
    AREA(3);

    private final int leastPoints;

    Form(int leastPoints) {
      this.leastPoints = leastPoints;
    }
  }

  /**
   * Checks the number of points.
   *
   * @throws IllegalArgumentException when the form needs more, or is a point and has several
   */
  public RoadClosure {
    points = List.copyOf(points);
    if (points.size() < form.leastPoints || (form == Form.POINT && points.size() > 1)) {
      throw new IllegalArgumentException(
          "a closure of form " + form + " does not have " + points.size() + " points");
    }
  }
}
