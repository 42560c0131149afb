package io.dispatch120.geo.basemap;

import io.dispatch120.geo.osm.OsmSink;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The first pass over a file: keeps where nodes are, and which ways areas and borders consist of.
 */
final class FirstPass implements OsmSink {
  private final NodeStore nodes;
  private final IdSet areaWays = new IdSet();
  private final Map<Long, Integer> borderZooms = new HashMap<>();

  FirstPass(NodeStore nodes) {
    this.nodes = nodes;
  }

  @Override
  public void node(long id, int lngE7, int latE7, Map<String, String> tags) throws IOException {
    nodes.add(id, lngE7, latE7);
  }

  @Override
  public void way(long id, long[] refs, Map<String, String> tags) {}

  @Override
  public void relation(long id, List<Member> members, Map<String, String> tags) {
    int border = borderZoom(tags);
    boolean area = isArea(tags);
    for (Member member : members) {
      if (member.type() != Type.WAY) {
        continue;
      }
      if (area) {
        areaWays.add(member.ref());
      }
      if (border > 0) {
        borderZooms.merge(member.ref(), border, Math::min);
      }
    }
  }

  static boolean isArea(Map<String, String> tags) {
    return "multipolygon".equals(tags.get("type")) && Tagging.area(tags) != null;
  }

  private static int borderZoom(Map<String, String> tags) {
    return "administrative".equals(tags.get("boundary"))
        ? Tagging.borderZoom(tags.getOrDefault("admin_level", ""))
        : 0;
  }

  void seal() throws IOException {
    nodes.seal();
    areaWays.seal();
  }

  NodeStore nodes() {
    return nodes;
  }

  /** Whether the way is part of an area of several ways. */
  boolean inArea(long way) {
    return areaWays.contains(way);
  }

  /** From which zoom on the way is drawn as a border; 0 = it is none. */
  int borderZoom(long way) {
    return borderZooms.getOrDefault(way, 0);
  }
}
