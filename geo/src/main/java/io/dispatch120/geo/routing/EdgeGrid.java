package io.dispatch120.geo.routing;

import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds edges near a place: a grid of cells, each with the edges that run through it. Immutable;
 * searches make nothing but their answer.
 */
final class EdgeGrid {

  /** Some 110 m, about a city block: few roads in each, and places are rarely farther off. */
  private static final double CELL_DEGREES = 0.001;

  private static final double METERS_PER_DEGREE = Math.toRadians(1) * 6_371_008.8;

  /** Larger maps get larger cells. */
  private static final int CELLS_PER_EDGE = 8;

  private final Network network;
  private final double west;
  private final double south;
  private final double cellLng;
  private final double cellLat;
  private final int columns;
  private final int rows;
  private final int[] first;
  private final int[] edges;

  EdgeGrid(Network network) {
    this.network = network;
    int[] box = box(network);
    west = box[0] * Network.DEGREES;
    south = box[1] * Network.DEGREES;
    double width = box[2] * Network.DEGREES - west;
    double height = box[3] * Network.DEGREES - south;
    double narrowing = Math.max(0.05, Math.cos(Math.toRadians(south + height / 2)));
    double most = 1024 + (double) CELLS_PER_EDGE * network.edges();
    double wanted = (width * narrowing / CELL_DEGREES + 1) * (height / CELL_DEGREES + 1);
    double scale = Math.max(1, Math.sqrt(wanted / most));
    cellLat = CELL_DEGREES * scale;
    cellLng = CELL_DEGREES * scale / narrowing;
    columns = (int) (width / cellLng) + 1;
    rows = (int) (height / cellLat) + 1;
    first = new int[columns * rows + 1];
    forEachCell((cell, edge) -> first[cell + 1]++);
    for (int cell = 0; cell < columns * rows; cell++) {
      first[cell + 1] += first[cell];
    }
    edges = new int[first[columns * rows]];
    int[] cursor = first.clone();
    forEachCell((cell, edge) -> edges[cursor[cell]++] = edge);
  }

  private interface CellVisitor {
    void visit(int cell, int edge);
  }

  private void forEachCell(CellVisitor visitor) {
    int[] lastEdge = new int[columns * rows];
    for (int edge = 0; edge < network.edges(); edge++) {
      int id = edge;
      int from = network.firstPoints()[edge];
      int last = network.firstPoints()[edge + 1] - 1;
      for (int point = from; point < Math.max(last, from + 1); point++) {
        int next = Math.min(point + 1, last);
        forEachCellOf(
            point,
            next,
            cell -> {
              if (lastEdge[cell] != id + 1) {
                lastEdge[cell] = id + 1;
                visitor.visit(cell, id);
              }
            });
      }
    }
  }

  /** Row by row, the cells between where a segment enters the row and where it leaves it. */
  private void forEachCellOf(int point, int next, IntConsumer visitor) {
    double fromX = (network.lng(point) - west) / cellLng;
    double fromY = (network.lat(point) - south) / cellLat;
    double toX = (network.lng(next) - west) / cellLng;
    double toY = (network.lat(next) - south) / cellLat;
    int lowRow = row(Math.min(fromY, toY));
    int highRow = row(Math.max(fromY, toY));
    double slope = toY == fromY ? 0 : (toX - fromX) / (toY - fromY);
    for (int row = lowRow; row <= highRow; row++) {
      double atLow = lowRow == highRow ? fromX : clamp(fromX + (row - fromY) * slope, fromX, toX);
      double atHigh =
          lowRow == highRow ? toX : clamp(fromX + (row + 1 - fromY) * slope, fromX, toX);
      // A hair more, since the crossing is rounded.
      int lowColumn = column(Math.min(atLow, atHigh) - 1e-9);
      int highColumn = column(Math.max(atLow, atHigh) + 1e-9);
      for (int column = lowColumn; column <= highColumn; column++) {
        visitor.accept(row * columns + column);
      }
    }
  }

  private static double clamp(double value, double one, double other) {
    return Math.max(Math.min(one, other), Math.min(Math.max(one, other), value));
  }

  private int row(double y) {
    return Math.max(0, Math.min(rows - 1, (int) Math.floor(y)));
  }

  private int column(double x) {
    return Math.max(0, Math.min(columns - 1, (int) Math.floor(x)));
  }

  /** Every edge that may run through a box of degrees; some may come twice. */
  void forEachNear(double west, double south, double east, double north, IntConsumer visitor) {
    int lowColumn = column((west - this.west) / cellLng);
    int highColumn = column((east - this.west) / cellLng);
    int highRow = row((north - this.south) / cellLat);
    for (int row = row((south - this.south) / cellLat); row <= highRow; row++) {
      int end = first[row * columns + highColumn + 1];
      for (int i = first[row * columns + lowColumn]; i < end; i++) {
        visitor.accept(edges[i]);
      }
    }
  }

  /**
   * The nearest edge that passes the filter, within a distance; of several alike, the one with the
   * lowest number.
   */
  @Nullable Snap nearest(double lng, double lat, double maxMeters, IntPredicate filter) {
    Nearest nearest = new Nearest(network, lng, lat, maxMeters);
    double x = (lng - west) / cellLng;
    double y = (lat - south) / cellLat;
    if (isFar(lng, lat, maxMeters)) {
      return null;
    }
    int column = (int) Math.floor(x);
    int row = (int) Math.floor(y);
    // At least a meter, so that searches end at the poles as well.
    double cellMeters =
        Math.max(1, Math.min(cellLat, cellLng * Math.cos(Math.toRadians(lat))) * METERS_PER_DEGREE);
    double inCell = Math.min(Math.min(x - column, column + 1 - x), Math.min(y - row, row + 1 - y));
    for (int ring = 0; (ring - 1 + inCell) * cellMeters <= nearest.meters(); ring++) {
      for (int r = row - ring; r <= row + ring; r++) {
        int step = r == row - ring || r == row + ring ? 1 : Math.max(1, 2 * ring);
        for (int c = column - ring; c <= column + ring; c += step) {
          if (r >= 0 && r < rows && c >= 0 && c < columns) {
            offerCell(r * columns + c, nearest, filter);
          }
        }
      }
    }
    return nearest.snap();
  }

  /** Whether a place lies farther outside the grid than a distance; cheap, and never wrongly so. */
  private boolean isFar(double lng, double lat, double maxMeters) {
    double outsideLat = Math.max(south - lat, lat - (south + rows * cellLat));
    double outsideLng = Math.max(west - lng, lng - (west + columns * cellLng));
    double narrowing = Math.cos(Math.toRadians(lat));
    return outsideLat * METERS_PER_DEGREE > maxMeters
        || outsideLng * narrowing * METERS_PER_DEGREE > maxMeters;
  }

  private void offerCell(int cell, Nearest nearest, IntPredicate filter) {
    for (int i = first[cell]; i < first[cell + 1]; i++) {
      if (filter.test(edges[i])) {
        nearest.offer(edges[i]);
      }
    }
  }

  private static int[] box(Network network) {
    int[] box = {
      Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE,
    };
    for (int point = 0; point < network.lng7().length; point++) {
      box[0] = Math.min(box[0], network.lng7()[point]);
      box[1] = Math.min(box[1], network.lat7()[point]);
      box[2] = Math.max(box[2], network.lng7()[point]);
      box[3] = Math.max(box[3], network.lat7()[point]);
    }
    return box;
  }
}
