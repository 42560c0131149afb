package io.dispatch120.geo.routing;

import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.RoadClosure;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Finds the roads that closures close. Immutable. */
final class ClosureFinder {

  /** Farther from any road a point does not mean one. */
  private static final double MAX_POINT_METERS = 200;

  private final Network network;
  private final Duplicates duplicates;
  private final EdgeGrid grid;
  private final int[] firstIncident;
  private final int[] incident;

  ClosureFinder(Network network, Duplicates duplicates, EdgeGrid grid) {
    this.network = network;
    this.duplicates = duplicates;
    this.grid = grid;
    firstIncident = new int[network.nodes() + 1];
    for (int course = 0; course < network.courses(); course++) {
      if (counts(course >> 1)) {
        firstIncident[network.ends()[course] + 1]++;
      }
    }
    for (int node = 0; node < network.nodes(); node++) {
      firstIncident[node + 1] += firstIncident[node];
    }
    incident = new int[firstIncident[network.nodes()]];
    int[] cursor = firstIncident.clone();
    for (int course = 0; course < network.courses(); course++) {
      if (counts(course >> 1)) {
        incident[cursor[network.ends()[course]]++] = course;
      }
    }
  }

  /** Whether an ambulance could use it, and it is not a copy. */
  private boolean counts(int edge) {
    return network.twins()[edge] == edge
        && (network.drivable(2 * edge) || network.drivable(2 * edge + 1));
  }

  /** Every edge that one of the closures closes, copies included. */
  BitSet closedEdges(List<RoadClosure> closures) {
    BitSet closed = new BitSet();
    for (RoadClosure closure : closures) {
      find(closure).stream()
          .forEach(
              edge -> {
                closed.set(edge);
                for (int copy : duplicates.of(edge)) {
                  closed.set(copy);
                }
              });
    }
    return closed;
  }

  /** What a closure closes, as lines. */
  List<List<LngLat>> closedBy(RoadClosure closure) {
    return find(closure).stream().mapToObj(this::line).toList();
  }

  private List<LngLat> line(int edge) {
    List<LngLat> line = new ArrayList<>();
    for (int p = network.firstPoints()[edge]; p < network.firstPoints()[edge + 1]; p++) {
      line.add(new LngLat(network.lng(p), network.lat(p)));
    }
    return List.copyOf(line);
  }

  private BitSet find(RoadClosure closure) {
    if (closure.form() == RoadClosure.Form.POINT) {
      return roadAt(closure.points().get(0));
    }
    boolean area = closure.form() == RoadClosure.Form.AREA;
    DrawnLine drawn = new DrawnLine(closure.points(), area);
    BitSet found = new BitSet();
    grid.forEachNear(
        drawn.west(),
        drawn.south(),
        drawn.east(),
        drawn.north(),
        edge -> {
          if (!found.get(edge) && counts(edge) && meets(drawn, edge, area)) {
            found.set(edge);
          }
        });
    return found;
  }

  private boolean meets(DrawnLine drawn, int edge, boolean area) {
    int from = network.firstPoints()[edge];
    int last = network.firstPoints()[edge + 1] - 1;
    if (area && drawn.surrounds(network.lng(from), network.lat(from))) {
      return true;
    }
    for (int p = from; p < last; p++) {
      if (drawn.crosses(network.lng(p), network.lat(p), network.lng(p + 1), network.lat(p + 1))) {
        return true;
      }
    }
    return false;
  }

  /** The nearest road, on both sides up to where it meets others. */
  private BitSet roadAt(LngLat point) {
    BitSet found = new BitSet();
    Snap snap = grid.nearest(point.lng(), point.lat(), MAX_POINT_METERS, this::counts);
    if (snap != null) {
      found.set(snap.edge());
      follow(2 * snap.edge(), found);
      follow(2 * snap.edge() + 1, found);
    }
    return found;
  }

  private void follow(int course, BitSet found) {
    int at = course;
    while (true) {
      int junction = network.ends()[at];
      int first = firstIncident[junction];
      if (firstIncident[junction + 1] - first != 2) {
        return;
      }
      int other = incident[first] == at ? incident[first + 1] : incident[first];
      if (found.get(other >> 1)) {
        return;
      }
      found.set(other >> 1);
      at = other ^ 1;
    }
  }
}
