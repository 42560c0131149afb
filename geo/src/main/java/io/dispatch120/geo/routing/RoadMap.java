package io.dispatch120.geo.routing;

import io.dispatch120.geo.api.RoadSpeeds;
import io.dispatch120.geo.api.Roads;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A road map in memory, shared by all centers of a node. Safe for many threads. Holds no file open,
 * so there is nothing to close, and its folder may be replaced meanwhile.
 */
public final class RoadMap {

  /**
   * Travel times kept for times of day and walking speeds, over all centers: those in use, and some
   * that come back. 16 bytes for each arc of the hierarchy.
   */
  private static final int MAX_METRICS = 6;

  private static final BitSet NOTHING_CLOSED = new BitSet();

  private final MapData data;
  private final float[] edgeMeters;
  private final double[] fastestKmh;
  private final Duplicates duplicates;
  private final Snapper snapper;
  private final SweepPool sweeps;
  private final ClosureFinder closures;
  private final Map<MetricKey, Metric> metrics =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<MetricKey, Metric> eldest) {
          return size() > MAX_METRICS;
        }
      };

  private record MetricKey(RoadSpeeds speeds, Optional<RoadSpeeds.Slot> slot, boolean walking) {}

  RoadMap(MapData data) {
    this.data = data;
    Network network = data.network();
    edgeMeters = new float[network.edges()];
    for (int edge = 0; edge < edgeMeters.length; edge++) {
      edgeMeters[edge] = (float) network.meters(edge);
    }
    fastestKmh = Costs.fastestKmh(network);
    duplicates = Duplicates.of(network);
    EdgeGrid grid = new EdgeGrid(network);
    snapper = new Snapper(grid, data.mainland());
    sweeps = new SweepPool(data.hierarchy());
    closures = new ClosureFinder(network, duplicates, grid);
  }

  /**
   * Reads the map of a folder made by {@link RoadGraphImport#build}; about a second for a province.
   *
   * @throws MapUnreadable when there is none, it was made by another version of this program, or it
   *     is damaged: import it again
   * @throws IOException when the disk cannot be read
   */
  public static RoadMap open(Path folder) throws IOException, MapUnreadable {
    return new RoadMap(MapFile.read(folder));
  }

  /** The file it was made from. */
  public MapSource source() {
    return data.source();
  }

  /** How many junctions it has, ends of roads included. */
  public int junctions() {
    return data.network().nodes();
  }

  /** How many pieces of road between junctions it has. */
  public int roads() {
    return data.network().edges();
  }

  /**
   * A view for one center, with nothing closed and the traffic of no particular hour until {@link
   * Roads#use}. Takes milliseconds for a city, a second or so for a province, as {@code use} does
   * when it is the first to need an hour.
   */
  public Roads newRoads(RoadSpeeds speeds) {
    return new MapRoads(this, speeds);
  }

  /** Travel times without closures; shared by all who need the same. */
  Metric metric(RoadSpeeds speeds, Optional<RoadSpeeds.Slot> slot, boolean walking) {
    MetricKey key = new MetricKey(speeds, slot, walking);
    synchronized (metrics) {
      return metrics.computeIfAbsent(
          key, k -> newMetric(costs(k.speeds(), k.slot(), k.walking()), NOTHING_CLOSED));
    }
  }

  Metric newMetric(Costs costs, BitSet closedEdges) {
    return new Metric(data.hierarchy(), data.links(), costs, closedEdges);
  }

  Costs costs(RoadSpeeds speeds, Optional<RoadSpeeds.Slot> slot, boolean walking) {
    return walking
        ? Costs.walking(data.network(), edgeMeters, speeds)
        : Costs.driving(data.network(), edgeMeters, speeds, slot);
  }

  double[] fastestKmh() {
    return fastestKmh;
  }

  MapData data() {
    return data;
  }

  Places places(Metric metric, double offRoadMetersPerSecond) {
    return new Places(
        data, duplicates, metric.costs(), metric.closedEdges(), offRoadMetersPerSecond);
  }

  Snapper snapper() {
    return snapper;
  }

  SweepPool sweeps() {
    return sweeps;
  }

  ClosureFinder closures() {
    return closures;
  }
}
