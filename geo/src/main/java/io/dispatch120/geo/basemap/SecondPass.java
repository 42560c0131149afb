package io.dispatch120.geo.basemap;

import io.dispatch120.geo.basemap.Rings.Line;
import io.dispatch120.geo.basemap.Tagging.Drawn;
import io.dispatch120.geo.osm.OsmSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The second pass over a file: cuts everything that is drawn into tiles. */
final class SecondPass implements OsmSink {
  /** Two labels of the same name nearer than this, in units of the square, are one: about 2 km. */
  private static final double SAME_LABEL = 5e-5;

  private final FirstPass first;
  private final Slicer slicer;
  private final Map<Long, Line> areaLines = new HashMap<>();
  private final Map<String, List<double[]>> labels = new HashMap<>();
  private final Extent extent = new Extent();
  private int roads;
  private int demoRoads;

  SecondPass(FirstPass first, Slicer slicer) {
    this.first = first;
    this.slicer = slicer;
  }

  @Override
  public void node(long id, int lngE7, int latE7, Map<String, String> tags) throws IOException {
    if (!tags.isEmpty()) {
      label(Tagging.label(tags), Mercator.x(lngE7), Mercator.y(latE7));
    }
  }

  @Override
  public void way(long id, long[] refs, Map<String, String> tags) throws IOException {
    Drawn line = tags.isEmpty() ? null : Tagging.line(tags);
    Drawn area = tags.isEmpty() || !closed(refs) ? null : Tagging.area(tags);
    int border = first.borderZoom(id);
    boolean part = first.inArea(id);
    boolean university = closed(refs) && "university".equals(tags.get("amenity"));
    if (line == null && area == null && border == 0 && !part && !university) {
      return;
    }
    double[] points = points(refs);
    if (points.length < 4) {
      return;
    }
    if (line != null) {
      slicer.line(line, points);
      if (line.layer() == GroundLayer.ROADS) {
        road(points, tags);
      }
    }
    if (border > 0) {
      slicer.line(new Drawn(GroundLayer.DISTRICTS, border, Traits.NONE), points);
    }
    if (part) {
      areaLines.put(id, new Line(refs[0], refs[refs.length - 1], points));
    }
    if ((area != null || university) && points.length >= 8) {
      area(area, List.of(Arrays.copyOf(points, points.length - 2)), tags);
    }
  }

  private static boolean closed(long[] refs) {
    return refs.length >= 4 && refs[0] == refs[refs.length - 1];
  }

  private void road(double[] points, Map<String, String> tags) {
    roads++;
    if (Tagging.demo(tags)) {
      demoRoads++;
    }
    extent.include(points);
  }

  private void area(@Nullable Drawn drawn, List<double[]> rings, Map<String, String> tags)
      throws IOException {
    if (drawn != null) {
      slicer.polygon(drawn, rings);
    }
    double[] inside = Rings.inside(rings);
    double hectares = Rings.area(rings.get(0)) * Mercator.squareMeters(inside[1]) / 10_000;
    label(Tagging.label(tags, hectares), inside[0], inside[1]);
  }

  @Override
  public void relation(long id, List<Member> members, Map<String, String> tags) throws IOException {
    Drawn drawn = FirstPass.isArea(tags) ? Tagging.area(tags) : null;
    if (drawn == null) {
      return;
    }
    List<double[]> outer = Rings.close(lines(members, false));
    List<double[]> inner = Rings.close(lines(members, true));
    for (List<double[]> polygon : Rings.polygons(outer, inner)) {
      area(drawn, polygon, tags);
    }
  }

  private List<Line> lines(List<Member> members, boolean inner) {
    List<Line> lines = new ArrayList<>();
    for (Member member : members) {
      Line line = member.type() == Type.WAY ? areaLines.get(member.ref()) : null;
      if (line != null && member.role().equals("inner") == inner) {
        lines.add(line);
      }
    }
    return lines;
  }

  private void label(@Nullable Drawn drawn, double x, double y) throws IOException {
    if (drawn == null) {
      return;
    }
    List<double[]> same = labels.computeIfAbsent(drawn.traits().name(), name -> new ArrayList<>());
    for (double[] other : same) {
      if (Math.hypot(other[0] - x, other[1] - y) < SAME_LABEL) {
        return;
      }
    }
    same.add(new double[] {x, y});
    slicer.point(drawn, x, y);
  }

  /** On the unit square; nodes that the file does not hold are left out. */
  private double[] points(long[] refs) {
    double[] points = new double[refs.length * 2];
    int size = 0;
    for (long ref : refs) {
      long position = first.nodes().find(ref);
      if (position != NodeStore.NONE) {
        points[size++] = Mercator.x(NodeStore.lng(position));
        points[size++] = Mercator.y(NodeStore.lat(position));
      }
    }
    return size == points.length ? points : Arrays.copyOf(points, size);
  }

  int roads() {
    return roads;
  }

  BaseMap toMap(int tiles) {
    return new BaseMap(
        Mercator.lng(extent.left),
        Mercator.lat(extent.bottom),
        Mercator.lng(extent.right),
        Mercator.lat(extent.top),
        demoRoads * 2 > roads,
        tiles);
  }

  private static final class Extent {
    private double left = 1;
    private double right;
    private double top = 1;
    private double bottom;

    void include(double[] points) {
      for (int i = 0; i < points.length; i += 2) {
        left = Math.min(left, points[i]);
        right = Math.max(right, points[i]);
        top = Math.min(top, points[i + 1]);
        bottom = Math.max(bottom, points[i + 1]);
      }
    }
  }
}
