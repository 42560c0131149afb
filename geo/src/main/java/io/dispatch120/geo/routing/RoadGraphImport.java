package io.dispatch120.geo.routing;

import io.dispatch120.geo.routing.ImportProgress.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Makes a map folder from OpenStreetMap data. Stateless.
 *
 * <p>Memory: a map of 90,000 junctions and 161,000 roads was made in a heap of 128 MB.
 */
public final class RoadGraphImport {

  private RoadGraphImport() {}

  /** What an import made. */
  public record Result(MapSource source, int junctions, int roads, int turnRestrictions) {}

  /**
   * Reads a file and writes a folder. Blocks, a minute or two for a province. What the folder held
   * before stays, and can be used, until the new map is whole; when anything fails it stays for
   * good. Maps in use are not touched.
   *
   * @param osmFile .osm.pbf, .osm or .osm.gz; told apart by content
   * @param folder is made if need be; gets one file
   * @param progress is told from this thread
   * @throws MapUnreadable when the file is broken, empty, not OpenStreetMap data or has no roads
   * @throws IOException when the disk fails
   */
  public static Result build(Path osmFile, Path folder, Consumer<ImportProgress> progress)
      throws IOException, MapUnreadable {
    OsmNetworkReader.quiet();
    SourceCheck.check(osmFile, progress);
    MapSource source = MapSource.of(osmFile);
    Network network = new OsmNetworkReader().read(osmFile, progress);
    NetworkCheck.check(network, source);
    progress.accept(new ImportProgress(Step.BUILDING, network.edges(), network.edges()));
    MapData map = order(source, network, progress);
    MapFile.write(
        map, folder, bytes -> progress.accept(new ImportProgress(Step.WRITING, bytes, 0)));
    return new Result(
        source, network.nodes(), network.edges(), network.forbiddenTurns().length / 2);
  }

  /** Orders a network for searches. */
  static MapData order(MapSource source, Network network, Consumer<ImportProgress> progress) {
    TurnGraph turns = TurnGraph.of(network);
    Adjacency graph = adjacency(turns, identity(turns.spots()));
    progress.accept(new ImportProgress(Step.ORDERING, 0, turns.spots()));
    Progress told = new Progress(progress, turns.spots());
    double[] x = new double[turns.spots()];
    double[] y = new double[turns.spots()];
    place(turns, x, y);
    int[] order = Dissection.order(graph, x, y, told::accept);
    int[] ranks = new int[order.length];
    for (int rank = 0; rank < order.length; rank++) {
      ranks[order[rank]] = rank;
    }
    Hierarchy hierarchy = Hierarchy.of(adjacency(turns, ranks));
    Links links = Links.of(turns, ranks, hierarchy);
    return new MapData(source, network, turns, ranks, hierarchy, links, Islands.mainland(turns));
  }

  private static int[] identity(int size) {
    int[] numbers = new int[size];
    for (int i = 0; i < size; i++) {
      numbers[i] = i;
    }
    return numbers;
  }

  private static Adjacency adjacency(TurnGraph turns, int[] numbers) {
    int[] count = new int[1];
    turns.forEachLink((from, to, course, car, foot) -> count[0]++);
    long[] pairs = new long[count[0]];
    count[0] = 0;
    turns.forEachLink(
        (from, to, course, car, foot) ->
            pairs[count[0]++] = (long) numbers[from] << 32 | numbers[to]);
    return Adjacency.of(turns.spots(), pairs, pairs.length);
  }

  /** East and north of spots, in degrees of latitude. */
  private static void place(TurnGraph turns, double[] x, double[] y) {
    Network network = turns.network();
    for (int course = 0; course < network.courses(); course++) {
      int edge = course >> 1;
      boolean forward = (course & 1) == 0;
      int point = forward ? network.firstPoints()[edge + 1] - 1 : network.firstPoints()[edge];
      double lat = network.lat(point);
      double lng = network.lng(point) * Math.cos(Math.toRadians(lat));
      x[network.ends()[course]] = lng;
      y[network.ends()[course]] = lat;
      x[turns.arrivals()[course]] = lng;
      y[turns.arrivals()[course]] = lat;
    }
  }

  /** Tells every hundredth part, not every spot. */
  private static final class Progress {
    private final Consumer<ImportProgress> progress;
    private final long total;
    private long told;

    Progress(Consumer<ImportProgress> progress, long total) {
      this.progress = progress;
      this.total = total;
    }

    void accept(long done) {
      if (done == total || (done - told) * 100 >= total) {
        told = done;
        progress.accept(new ImportProgress(Step.ORDERING, done, total));
      }
    }
  }
}
