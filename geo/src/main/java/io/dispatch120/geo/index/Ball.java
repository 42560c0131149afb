package io.dispatch120.geo.index;

/**
 * A ball in space that holds points of the unit sphere. By the triangle inequality it gives a lower
 * bound of the chord to anything inside at the price of one square root; it knows neither
 * antimeridian nor poles.
 *
 * @param radius no point inside is farther from the center, rounding included
 */
record Ball(double x, double y, double z, double radius) {

  /**
   * What rounding may do to a chord, with a wide margin: 1e-12 of the Earth's radius is 6
   * micrometres. Bounds are loosened by it, so a wrong last digit costs a comparison and never an
   * answer.
   */
  static final double ROUNDING = 1e-12;

  /** No two points of the unit sphere are farther apart. */
  static final double LONGEST_CHORD = 2;

  /** Doubles of a point in an array of points. */
  static final int POINT = 3;

  /** Doubles of a ball in an array of balls. */
  static final int BALL = 4;

  /** A ball around points given as x, y, z after each other; without any, around nothing. */
  static Ball ofPoints(double[] points) {
    return around(points, POINT);
  }

  /** A ball around balls given as x, y, z, radius after each other. */
  static Ball ofBalls(double[] balls) {
    return around(balls, BALL);
  }

  /** In the middle of the box around all centers: near the least ball, at the price of one look. */
  private static Ball around(double[] all, int stride) {
    if (all.length == 0) {
      return new Ball(0, 0, 0, 0);
    }
    double x = middle(all, 0, stride);
    double y = middle(all, 1, stride);
    double z = middle(all, 2, stride);
    double radius = 0;
    for (int i = 0; i < all.length; i += stride) {
      double dx = all[i] - x;
      double dy = all[i + 1] - y;
      double dz = all[i + 2] - z;
      double reach = Math.sqrt(dx * dx + dy * dy + dz * dz);
      radius = Math.max(radius, stride == BALL ? reach + all[i + 3] : reach);
    }
    return new Ball(x, y, z, radius + ROUNDING);
  }

  private static double middle(double[] all, int axis, int stride) {
    double least = all[axis];
    double greatest = least;
    for (int i = axis + stride; i < all.length; i += stride) {
      least = Math.min(least, all[i]);
      greatest = Math.max(greatest, all[i]);
    }
    return (least + greatest) / 2;
  }
}
