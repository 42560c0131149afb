package io.dispatch120.geo.basemap;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts features into the pieces of tiles at every zoom. What two tiles show of a line meets
 * exactly: points are rounded and left out before the cut, on the grid of the whole zoom, and every
 * piece reaches {@link #BUFFER} beyond its tile. Not thread-safe.
 */
final class Slicer implements AutoCloseable {
  /** Units of a tile's side. */
  static final int EXTENT = 4096;

  /** As wide as half of the widest line a client draws, at its largest zoom. */
  static final int BUFFER = 64;

  /** Half a pixel of a tile of 512; the finest zoom is enlarged and keeps all but the last bit. */
  private static final double TOLERANCE = 4;

  private static final double FINEST_TOLERANCE = 1;

  /** Smaller areas, two pixels square, are not drawn before the finest zoom. */
  private static final double LEAST_AREA = 256;

  private final ZoomScratch[] zooms = new ZoomScratch[BaseMap.MAX_ZOOM + 1];
  private final Bytes bytes = new Bytes();

  Slicer(Path scratch) throws IOException {
    for (int zoom = BaseMap.MIN_ZOOM; zoom <= BaseMap.MAX_ZOOM; zoom++) {
      zooms[zoom] = new ZoomScratch(scratch, zoom);
    }
  }

  ZoomScratch zoom(int zoom) {
    return zooms[zoom];
  }

  /** On the unit square. */
  void point(Tagging.Drawn drawn, double x, double y) throws IOException {
    for (int zoom = drawn.minZoom(); zoom <= BaseMap.MAX_ZOOM; zoom++) {
      int[] at = Shapes.onGrid(new double[] {x, y}, scale(zoom));
      int column = tile(at[0], zoom);
      int row = tile(at[1], zoom);
      // A label belongs to one tile: others would place it again.
      add(zoom, column, row, drawn, Form.POINT, List.of(at));
    }
  }

  void line(Tagging.Drawn drawn, double[] line) throws IOException {
    for (int zoom = drawn.minZoom(); zoom <= BaseMap.MAX_ZOOM; zoom++) {
      int[] simple = Shapes.simplify(Shapes.onGrid(line, scale(zoom)), tolerance(zoom));
      if (simple.length < 4) {
        continue;
      }
      Traits traits = traits(drawn, zoom);
      Tagging.Drawn shown = new Tagging.Drawn(drawn.layer(), drawn.minZoom(), traits);
      for (int column = first(simple, 0, zoom); column <= last(simple, 0, zoom); column++) {
        for (int[] strip : clip(simple, 0, column)) {
          for (int row = first(strip, 1, zoom); row <= last(strip, 1, zoom); row++) {
            add(zoom, column, row, shown, Form.LINE, clip(strip, 1, row));
          }
        }
      }
    }
  }

  private static List<int[]> clip(int[] line, int axis, int tile) {
    int low = tile * EXTENT;
    return Shapes.clipLine(line, axis, low - BUFFER, low + EXTENT + BUFFER);
  }

  /** Names are kept from the zoom on at which clients write them. */
  private static Traits traits(Tagging.Drawn drawn, int zoom) {
    boolean major = List.of("motorway", "trunk", "primary").contains(drawn.traits().kind());
    boolean named = zoom >= (major ? 12 : 14);
    return named ? drawn.traits() : drawn.traits().unnamed();
  }

  /** The outer ring first, then holes; rings are not closed. */
  void polygon(Tagging.Drawn drawn, List<double[]> rings) throws IOException {
    for (int zoom = drawn.minZoom(); zoom <= BaseMap.MAX_ZOOM; zoom++) {
      List<int[]> simple = new ArrayList<>();
      for (double[] ring : rings) {
        int[] ready = ring(ring, zoom);
        if (Math.abs(Shapes.area(ready)) < (zoom == BaseMap.MAX_ZOOM ? 1 : LEAST_AREA)) {
          if (simple.isEmpty()) {
            break;
          }
          continue;
        }
        boolean turn = Shapes.area(ready) > 0 != simple.isEmpty();
        simple.add(turn ? Shapes.reversed(ready) : ready);
      }
      if (!simple.isEmpty()) {
        slicePolygon(zoom, drawn, simple);
      }
    }
  }

  /** Simplified in two halves, so that a ring does not fold into a line. */
  private static int[] ring(double[] ring, int zoom) {
    int[] grid = Shapes.onGrid(ring, scale(zoom));
    int[] closed = new int[grid.length + 2];
    System.arraycopy(grid, 0, closed, 0, grid.length);
    closed[grid.length] = grid[0];
    closed[grid.length + 1] = grid[1];
    int[] simple = Shapes.simplify(closed, tolerance(zoom));
    return java.util.Arrays.copyOf(simple, simple.length - 2);
  }

  private void slicePolygon(int zoom, Tagging.Drawn drawn, List<int[]> rings) throws IOException {
    int[] outer = rings.get(0);
    for (int column = first(outer, 0, zoom); column <= last(outer, 0, zoom); column++) {
      List<int[]> strip = clipRings(rings, 0, column);
      if (strip.isEmpty()) {
        continue;
      }
      for (int row = first(strip.get(0), 1, zoom); row <= last(strip.get(0), 1, zoom); row++) {
        add(zoom, column, row, drawn, Form.POLYGON, clipRings(strip, 1, row));
      }
    }
  }

  private static List<int[]> clipRings(List<int[]> rings, int axis, int tile) {
    int low = tile * EXTENT - BUFFER;
    int high = (tile + 1) * EXTENT + BUFFER;
    List<int[]> clipped = new ArrayList<>();
    for (int[] ring : rings) {
      int[] part = Shapes.clipRing(ring, axis, low, high);
      if (part.length > 0) {
        clipped.add(part);
      } else if (clipped.isEmpty()) {
        return clipped;
      }
    }
    return clipped;
  }

  private void add(int zoom, int column, int row, Tagging.Drawn drawn, Form form, List<int[]> parts)
      throws IOException {
    if (parts.isEmpty()) {
      return;
    }
    List<int[]> moved = new ArrayList<>(parts.size());
    for (int[] part : parts) {
      int[] local = new int[part.length];
      for (int i = 0; i < part.length; i += 2) {
        local[i] = part[i] - column * EXTENT;
        local[i + 1] = part[i + 1] - row * EXTENT;
      }
      moved.add(local);
    }
    bytes.clear();
    new Piece(drawn.layer(), form, drawn.traits(), moved).writeTo(bytes);
    zooms[zoom].add(column, row, bytes);
  }

  private static double scale(int zoom) {
    return (double) ((long) EXTENT << zoom);
  }

  private static double tolerance(int zoom) {
    return zoom == BaseMap.MAX_ZOOM ? FINEST_TOLERANCE : TOLERANCE;
  }

  private static int tile(int at, int zoom) {
    return Math.max(0, Math.min((1 << zoom) - 1, Math.floorDiv(at, EXTENT)));
  }

  private static int first(int[] line, int axis, int zoom) {
    int least = Integer.MAX_VALUE;
    for (int i = axis; i < line.length; i += 2) {
      least = Math.min(least, line[i]);
    }
    return tile(least - BUFFER, zoom);
  }

  private static int last(int[] line, int axis, int zoom) {
    int most = Integer.MIN_VALUE;
    for (int i = axis; i < line.length; i += 2) {
      most = Math.max(most, line[i]);
    }
    return tile(most + BUFFER, zoom);
  }

  @Override
  public void close() throws IOException {
    for (ZoomScratch zoom : zooms) {
      if (zoom != null) {
        zoom.close();
      }
    }
  }
}
