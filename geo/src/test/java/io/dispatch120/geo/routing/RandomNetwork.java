package io.dispatch120.geo.routing;

import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.RoadClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A town that never was: streets between neighbors of a crooked grid, some missing, some one-way,
 * some double, some for pedestrians only, some without length; forbidden turns; an island.
 */
final class RandomNetwork {

  private static final double WEST = 112.9;
  private static final double SOUTH = 28.2;
  private static final double STEP = 0.002;

  private final Random random;
  private final int side;
  private final List<int[]> ends = new ArrayList<>();
  private final List<float[]> speeds = new ArrayList<>();
  private final List<Byte> classes = new ArrayList<>();
  private final List<Integer> twins = new ArrayList<>();
  private final List<List<int[]>> courses = new ArrayList<>();
  private final int[][] nodes;

  RandomNetwork(long seed) {
    random = new Random(seed);
    side = 2 + random.nextInt(7);
    nodes = new int[side * side + 2][];
    for (int n = 0; n < nodes.length; n++) {
      // The last two are the island, to the north.
      double x = n % side + 0.6 * random.nextDouble();
      double y = (double) n / side + 0.6 * random.nextDouble() + (n < side * side ? 0 : 3);
      nodes[n] = new int[] {steps(WEST + x * STEP), steps(SOUTH + y * STEP)};
    }
    if (random.nextInt(4) == 0) {
      nodes[1] = nodes[0];
    }
  }

  private static int steps(double degrees) {
    return (int) Math.round(degrees / Network.DEGREES);
  }

  Network make() {
    for (int n = 0; n < side * side; n++) {
      if (n % side + 1 < side) {
        streets(n, n + 1);
      }
      if (n + side < side * side) {
        streets(n, n + side);
      }
      if (random.nextInt(6) == 0) {
        streets(n, random.nextInt(side * side));
      }
    }
    street(side * side, side * side + 1, 30, 30, 5);
    return network();
  }

  private void streets(int from, int to) {
    if (from == to) {
      return;
    }
    int streets = random.nextInt(8) == 0 ? 0 : random.nextInt(8) == 0 ? 2 : 1;
    for (int s = 0; s < streets; s++) {
      float kmh = 10 + random.nextInt(80);
      int kind = random.nextInt(8);
      float there = kind == 0 || kind == 1 ? 0 : kmh;
      float back = kind == 0 || kind == 2 || kind == 3 ? 0 : random.nextInt(4) == 0 ? 20 : kmh;
      float foot = random.nextInt(8) == 0 && there + back > 0 ? 0 : 2 + random.nextInt(4);
      street(from, to, there, back, foot);
      if (random.nextInt(20) == 0) {
        int last = ends.size() - 1;
        copy(last);
      }
    }
  }

  private void street(int from, int to, float there, float back, float foot) {
    ends.add(new int[] {from, to});
    speeds.add(new float[] {there, back, foot});
    classes.add((byte) random.nextInt(RoadClass.values().length));
    twins.add(twins.size());
    List<int[]> course = new ArrayList<>();
    course.add(nodes[from]);
    for (int p = random.nextInt(4); p > 0; p--) {
      double share = random.nextDouble();
      int x = (int) (nodes[from][0] + share * (nodes[to][0] - nodes[from][0]));
      int y = (int) (nodes[from][1] + share * (nodes[to][1] - nodes[from][1]));
      course.add(new int[] {x + random.nextInt(4000) - 2000, y + random.nextInt(4000) - 2000});
    }
    course.add(nodes[to]);
    courses.add(course);
  }

  private void copy(int edge) {
    ends.add(ends.get(edge));
    speeds.add(speeds.get(edge));
    classes.add(classes.get(edge));
    twins.add(edge);
    courses.add(courses.get(edge));
  }

  private Network network() {
    int edges = ends.size();
    int[] heads = new int[2 * edges];
    float[] car = new float[2 * edges];
    float[] foot = new float[edges];
    byte[] roadClasses = new byte[edges];
    int[] firstPoints = new int[edges + 1];
    List<int[]> points = new ArrayList<>();
    for (int e = 0; e < edges; e++) {
      heads[2 * e] = ends.get(e)[1];
      heads[2 * e + 1] = ends.get(e)[0];
      car[2 * e] = speeds.get(e)[0];
      car[2 * e + 1] = speeds.get(e)[1];
      foot[e] = speeds.get(e)[2];
      roadClasses[e] = classes.get(e);
      points.addAll(courses.get(e));
      firstPoints[e + 1] = points.size();
    }
    return new Network(
        nodes.length,
        heads,
        car,
        foot,
        roadClasses,
        twins.stream().mapToInt(i -> i).toArray(),
        firstPoints,
        points.stream().mapToInt(p -> p[0]).toArray(),
        points.stream().mapToInt(p -> p[1]).toArray(),
        forbiddenTurns(heads));
  }

  private int[] forbiddenTurns(int[] heads) {
    List<Integer> turns = new ArrayList<>();
    int share = 2 + random.nextInt(20);
    for (int in = 0; in < heads.length; in++) {
      for (int out = 0; out < heads.length; out++) {
        if (heads[out ^ 1] == heads[in] && out >> 1 != in >> 1 && random.nextInt(share) == 0) {
          turns.add(in);
          turns.add(out);
        }
      }
    }
    return turns.stream().mapToInt(i -> i).toArray();
  }

  /** A place in the town, near its roads or some way off them. */
  LngLat place() {
    double x = WEST + (random.nextDouble() * (side + 1) - 0.5) * STEP;
    double y = SOUTH + (random.nextDouble() * (side + 4) - 0.5) * STEP;
    return new LngLat(x, y);
  }
}
