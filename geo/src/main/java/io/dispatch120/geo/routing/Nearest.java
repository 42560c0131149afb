package io.dispatch120.geo.routing;

import org.jspecify.annotations.Nullable;

/** The nearest of the edges offered, to one place. Distances on a plane that touches there. */
final class Nearest {

  private static final double METERS_PER_DEGREE = Math.toRadians(1) * 6_371_008.8;

  private final Network network;
  private final double lng;
  private final double lat;
  private final double lngMeters;
  private double squareMeters;
  private int edge = Integer.MAX_VALUE;
  private int point;
  private double along;

  Nearest(Network network, double lng, double lat, double maxMeters) {
    this.network = network;
    this.lng = lng;
    this.lat = lat;
    lngMeters = Math.cos(Math.toRadians(lat)) * METERS_PER_DEGREE;
    squareMeters = maxMeters * maxMeters;
  }

  void offer(int candidate) {
    int from = network.firstPoints()[candidate];
    int last = network.firstPoints()[candidate + 1] - 1;
    double toX = (network.lng(from) - lng) * lngMeters;
    double toY = (network.lat(from) - lat) * METERS_PER_DEGREE;
    for (int p = from; p < last; p++) {
      double fromX = toX;
      double fromY = toY;
      toX = (network.lng(p + 1) - lng) * lngMeters;
      toY = (network.lat(p + 1) - lat) * METERS_PER_DEGREE;
      double stepX = toX - fromX;
      double stepY = toY - fromY;
      double square = stepX * stepX + stepY * stepY;
      double t = square > 0 ? -(fromX * stepX + fromY * stepY) / square : 0;
      t = Math.max(0, Math.min(1, t));
      double x = fromX + t * stepX;
      double y = fromY + t * stepY;
      double distance = x * x + y * y;
      if (distance < squareMeters || (distance == squareMeters && candidate < edge)) {
        squareMeters = distance;
        edge = candidate;
        point = p;
        along = t;
      }
    }
  }

  /** Nothing farther needs to be offered. */
  double meters() {
    return Math.sqrt(squareMeters);
  }

  @Nullable Snap snap() {
    if (edge == Integer.MAX_VALUE) {
      return null;
    }
    double spotLng = between(network.lng(point), network.lng(point + 1));
    double spotLat = between(network.lat(point), network.lat(point + 1));
    double before = 0;
    double total = 0;
    for (int p = network.firstPoints()[edge]; p < network.firstPoints()[edge + 1] - 1; p++) {
      double meters = network.segmentMeters(p);
      if (p < point) {
        before += meters;
      } else if (p == point) {
        before += meters * shareOfSegment(spotLng, spotLat);
      }
      total += meters;
    }
    double share = total > 0 ? Math.min(1, before / total) : 0;
    return new Snap(
        edge, point, share, spotLng, spotLat, Spheres.meters(lng, lat, spotLng, spotLat));
  }

  /** By great circles, so that no part of a road is shorter than the straight line beside it. */
  private double shareOfSegment(double spotLng, double spotLat) {
    if (along == 0 || along == 1) {
      return along;
    }
    double before = Spheres.meters(network.lng(point), network.lat(point), spotLng, spotLat);
    double after = Spheres.meters(spotLng, spotLat, network.lng(point + 1), network.lat(point + 1));
    return before + after > 0 ? before / (before + after) : 0;
  }

  /** Exact at the ends. */
  private double between(double from, double to) {
    return along == 1 ? to : from + along * (to - from);
  }
}
