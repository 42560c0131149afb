package io.dispatch120.geo.routing;

import java.util.Arrays;

/**
 * The network with its turn restrictions dissolved. Who comes to a junction by a course from which
 * some turns are forbidden, comes to a copy of that junction which lacks these exits. So every path
 * in this graph is allowed, and searches need not know of turns. Pedestrians stay on the junctions
 * themselves.
 *
 * @param network what it was made from
 * @param spots how many junctions and copies there are: junctions first, then copies grouped by
 *     junction
 * @param arrivals by course: the spot a car comes to
 * @param firstCopies by junction, and one more: its copies are the spots from {@code
 *     network.nodes() + firstCopies[junction]} on
 * @param firstForbidden by copy, and one more: where its forbidden exits begin
 * @param forbidden courses that may not be left by
 */
record TurnGraph(
    Network network,
    int spots,
    int[] arrivals,
    int[] firstCopies,
    int[] firstForbidden,
    int[] forbidden) {

  /** Dissolves the forbidden turns of a network. */
  static TurnGraph of(Network network) {
    int nodes = network.nodes();
    long[] turns = pairs(network.forbiddenTurns());
    long[] arriving =
        Arrays.stream(turns)
            .map(turn -> turn >>> 32)
            .distinct()
            .map(in -> (long) network.ends()[(int) in] << 32 | in)
            .sorted()
            .toArray();
    int[] arrivals = network.ends().clone();
    int[] firstCopies = new int[nodes + 1];
    int[] firstForbidden = new int[arriving.length + 1];
    int[] forbidden = new int[turns.length];
    int size = 0;
    for (int copy = 0; copy < arriving.length; copy++) {
      int in = (int) arriving[copy];
      arrivals[in] = nodes + copy;
      firstCopies[network.ends()[in] + 1]++;
      firstForbidden[copy] = size;
      int turn = Arrays.binarySearch(turns, (long) in << 32);
      for (turn = turn < 0 ? -turn - 1 : turn;
          turn < turns.length && turns[turn] >>> 32 == in;
          turn++) {
        forbidden[size++] = (int) turns[turn];
      }
    }
    firstForbidden[arriving.length] = size;
    for (int node = 0; node < nodes; node++) {
      firstCopies[node + 1] += firstCopies[node];
    }
    return new TurnGraph(
        network, nodes + arriving.length, arrivals, firstCopies, firstForbidden, forbidden);
  }

  private static long[] pairs(int[] forbiddenTurns) {
    long[] pairs = new long[forbiddenTurns.length / 2];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = (long) forbiddenTurns[2 * i] << 32 | forbiddenTurns[2 * i + 1];
    }
    return Arrays.stream(pairs).sorted().distinct().toArray();
  }

  /** How many copies a junction has. */
  int copies(int junction) {
    return firstCopies[junction + 1] - firstCopies[junction];
  }

  /** One of its copies, from 0. */
  int copy(int junction, int i) {
    return network.nodes() + firstCopies[junction] + i;
  }

  /** How many spots a course can be entered from: its start, and copies that allow it. */
  int entries(int course) {
    return 1 + copies(network.startOf(course));
  }

  /**
   * The spot a course can be entered from, or -1 when this one forbids it.
   *
   * @param i from 0 to below {@link #entries}
   */
  int entry(int course, int i) {
    int junction = network.startOf(course);
    if (i == 0) {
      return junction;
    }
    int copy = firstCopies[junction] + i - 1;
    for (int f = firstForbidden[copy]; f < firstForbidden[copy + 1]; f++) {
      if (forbidden[f] == course) {
        return -1;
      }
    }
    return network.nodes() + copy;
  }

  /** Something that wants to see every link. */
  interface LinkVisitor {
    /** A course leads from a spot to another, for cars or for pedestrians or both. */
    void link(int from, int to, int course, boolean car, boolean foot);
  }

  /** Shows every link to a visitor, in a fixed order. */
  void forEachLink(LinkVisitor visitor) {
    for (int course = 0; course < network.courses(); course++) {
      int start = network.startOf(course);
      int end = network.ends()[course];
      boolean foot = network.walkable(course >> 1);
      boolean car = network.drivable(course);
      boolean together = car && foot && arrivals[course] == end;
      if (foot) {
        visitor.link(start, end, course, together, true);
      }
      for (int i = 0; car && i < entries(course); i++) {
        int entry = entry(course, i);
        if (entry >= 0 && !(together && i == 0)) {
          visitor.link(entry, arrivals[course], course, true, false);
        }
      }
    }
  }
}
