package io.dispatch120.geo.routing;

import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.RoadClass;
import io.dispatch120.geo.api.RoadSpeeds;
import io.dispatch120.geo.api.Roads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Streets drawn by a test: junctions in hundreds of meters east and north of a corner, and straight
 * streets between them at 36 km/h, that is 10 m/s, on the equator where degrees are alike.
 */
final class Streets {

  /** An ambulance drives as the map says. */
  static final RoadSpeeds PLAIN = new RoadSpeeds(200, Map.of(), List.of(), 1.4, "test");

  private static final double METERS_PER_DEGREE = Math.toRadians(1) * LngLat.EARTH_RADIUS_METERS;

  private final List<double[]> junctions = new ArrayList<>();
  private final List<int[]> streets = new ArrayList<>();
  private final List<float[]> speeds = new ArrayList<>();
  private final List<Integer> turns = new ArrayList<>();

  int junction(double eastMeters, double northMeters) {
    junctions.add(new double[] {eastMeters, northMeters});
    return junctions.size() - 1;
  }

  /** For both directions, cars and pedestrians; the number of the edge. */
  int street(int from, int to) {
    return street(from, to, 36, 36, 5);
  }

  int oneWay(int from, int to) {
    return street(from, to, 36, 0, 5);
  }

  int street(int from, int to, float there, float back, float foot) {
    streets.add(new int[] {from, to});
    speeds.add(new float[] {there, back, foot});
    return streets.size() - 1;
  }

  void forbid(int inCourse, int outCourse) {
    turns.add(inCourse);
    turns.add(outCourse);
  }

  static LngLat at(double eastMeters, double northMeters) {
    return new LngLat(eastMeters / METERS_PER_DEGREE, northMeters / METERS_PER_DEGREE);
  }

  RoadMap map() {
    int edges = streets.size();
    int[] ends = new int[2 * edges];
    float[] car = new float[2 * edges];
    float[] foot = new float[edges];
    byte[] classes = new byte[edges];
    int[] twins = new int[edges];
    int[] first = new int[edges + 1];
    int[] lng7 = new int[2 * edges];
    int[] lat7 = new int[2 * edges];
    for (int e = 0; e < edges; e++) {
      ends[2 * e] = streets.get(e)[1];
      ends[2 * e + 1] = streets.get(e)[0];
      car[2 * e] = speeds.get(e)[0];
      car[2 * e + 1] = speeds.get(e)[1];
      foot[e] = speeds.get(e)[2];
      classes[e] = (byte) RoadClass.RESIDENTIAL.ordinal();
      twins[e] = e;
      first[e + 1] = 2 * e + 2;
      for (int end = 0; end < 2; end++) {
        double[] junction = junctions.get(streets.get(e)[end]);
        LngLat point = at(junction[0], junction[1]);
        lng7[2 * e + end] = (int) Math.round(point.lng() / Network.DEGREES);
        lat7[2 * e + end] = (int) Math.round(point.lat() / Network.DEGREES);
      }
    }
    int[] forbidden = turns.stream().mapToInt(i -> i).toArray();
    Network network =
        new Network(
            junctions.size(), ends, car, foot, classes, twins, first, lng7, lat7, forbidden);
    return new RoadMap(
        RoadGraphImport.order(new MapSource("streets", 1, "00"), network, progress -> {}));
  }

  Roads roads() {
    return map().newRoads(PLAIN);
  }
}
