package io.dispatch120.geo.datum;

import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.ServiceArea;
import io.dispatch120.geo.index.PolygonArea;
import java.util.Arrays;
import java.util.List;

/**
 * Where Chinese maps are shifted: the mainland with Hainan, Hong Kong and Macau, and the Xisha
 * islands.
 *
 * <p>The outline is our own: the 1:110 million country outline of Natural Earth (public domain)
 * widened by about 0.4 degrees, simplified, rounded to 0.1 degree and drawn further out around the
 * coastal islands. It errs outward by up to some 50 km on purpose: a shift missing inside China
 * sends an ambulance 600 m wrong, one too many beyond the border meets nobody whom a 120 center
 * serves.
 *
 * <p>Providers differ beyond the mainland. AMap documents its shifted data for the mainland, Hong
 * Kong and Macau, which is followed here; Taiwan and Penghu are outside (Baidu gives BD-09 there
 * too, so a Baidu position in Taiwan must not be converted by this class); Kinmen and Matsu lie
 * within the outline of the coast.
 */
final class ChinaOutline {

  private static final String MAINLAND =
      "73.6 38.2, 73.5 40.2, 74.6 40.8, 76.3 40.9, 76.7 41.4, 78 41.6, 79.8 42.5, 79.8 43.1, 80.2 43.4, "
          + "79.5 44.9, 79.7 45.3, 82.1 45.9, 83.1 47.8, 85 47.5, 85.4 48.8, 87.7 49.7, 89 48.5, 90.6 48, "
          + "91.4 47, 91.2 45.7, 93.5 45.4, 95.6 44.6, 96.5 43.2, 100.9 43.1, 105 42.1, 106 42.6, "
          + "110.2 43.3, 111.2 43.9, 110.9 44.6, 111.8 45.5, 113.4 45.3, 115.8 46.1, 117.3 47.1, "
          + "118.8 47.2, 118.1 47.6, 117.4 47.3, 115.7 47.3, 115 48.2, 116.4 50.3, 117.9 50, 118.8 50.4, "
          + "120.3 52.2, 119.8 52.6, 119.8 53, 120.9 53.7, 123.7 53.9, 126.1 53.2, 128 50.2, 129.6 49.8, "
          + "130.9 49, 131.3 48.2, 134.9 48.9, 135.5 48.6, 133.5 44.9, 131.6 44.7, 131.6 42.9, 130.8 42, "
          + "130.1 42.3, 128.6 41.7, 128.4 41, 126.9 41.2, 124.5 39.6, 121.2 38.5, 121.3 38, 122.6 37.7, "
          + "123 37, 122.8 36.6, 121.3 36.2, 119.9 35, 120.6 34.6, 122.4 32, 123.1 31.2, 123.1 29.7, "
          + "122.1 28.1, 121.4 27.4, 119.9 25.2, 118.9 24.2, 116.1 22.4, 112.2 21.2, 110.7 18.4, "
          + "109.5 17.7, 108.2 18.3, 108.1 21.1, 106.8 21.5, 106.2 22, 106.2 22.4, 105.3 22.8, 104.5 22.4, "
          + "102.1 22, 102.2 21, 101.8 20.7, 98.9 21.8, 99 22.7, 98.3 23.6, 97.5 23.5, 97.2 23.8, "
          + "97.3 25.3, 98.2 26.1, 98.2 27.2, 97.7 27.9, 96 28, 96 28.9, 95.5 28.6, 94.6 28.8, 92.6 27.5, "
          + "91.6 27.3, 90 27.8, 88.8 26.9, 88.3 27.5, 85.7 27.8, 82.1 29.7, 81.1 29.7, 79.5 30.5, "
          + "78.3 31.4, 78 32.7, 78.6 33.1, 78.4 34.2, 77.6 35.1, 75.9 35.6, 74.6 37.2, 74.4 38.1";

  private static final String XISHA = "110.9 15.6, 113.2 15.6, 113.2 17.3, 110.9 17.3";

  private static final List<List<LngLat>> RINGS = List.of(ring(MAINLAND), ring(XISHA));

  private static final ServiceArea AREA = PolygonArea.ofRings(RINGS);

  /** A tenth of a metre: far more than an iteration misses, far less than matters. */
  private static final double MARGIN_DEGREES = 1e-6;

  private static final ServiceArea AREA_WITH_MARGIN =
      PolygonArea.ofRingsWithMargin(RINGS, MARGIN_DEGREES);

  private ChinaOutline() {}

  static boolean contains(LngLat point) {
    return AREA.contains(point);
  }

  /**
   * As {@link #contains}, for a point that was calculated: one on the very outline may come out a
   * hair outside.
   */
  static boolean containsCalculated(LngLat point) {
    return AREA_WITH_MARGIN.contains(point);
  }

  private static List<LngLat> ring(String corners) {
    return Arrays.stream(corners.split(", "))
        .map(corner -> corner.split(" "))
        .map(corner -> new LngLat(Double.parseDouble(corner[0]), Double.parseDouble(corner[1])))
        .toList();
  }
}
