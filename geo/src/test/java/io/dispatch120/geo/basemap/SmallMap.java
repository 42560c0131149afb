package io.dispatch120.geo.basemap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes small OpenStreetMap files. */
final class SmallMap {
  private final StringBuilder nodes = new StringBuilder();
  private final StringBuilder rest = new StringBuilder();
  private long lastNode;
  private long lastWay;
  private long lastRelation;

  long node(double lng, double lat, String... tags) {
    nodes
        .append("<node id=\"%d\" lon=\"%s\" lat=\"%s\">".formatted(++lastNode, lng, lat))
        .append(tags(tags))
        .append("</node>\n");
    return lastNode;
  }

  long way(long[] refs, String... tags) {
    rest.append("<way id=\"%d\">".formatted(++lastWay));
    for (long ref : refs) {
      rest.append("<nd ref=\"%d\"/>".formatted(ref));
    }
    rest.append(tags(tags)).append("</way>\n");
    return lastWay;
  }

  void relation(String members, String... tags) {
    rest.append("<relation id=\"%d\">".formatted(++lastRelation));
    for (String member : members.split(" ", -1)) {
      String[] parts = member.split(":", 2);
      rest.append("<member type=\"way\" ref=\"%s\" role=\"%s\"/>".formatted(parts[0], parts[1]));
    }
    rest.append(tags(tags)).append("</relation>\n");
  }

  private static String tags(String... tags) {
    StringBuilder text = new StringBuilder();
    for (String tag : tags) {
      String[] parts = tag.split("=", 2);
      text.append("<tag k=\"%s\" v=\"%s\"/>".formatted(parts[0], parts[1]));
    }
    return text.toString();
  }

  Path writeTo(Path file) throws IOException {
    return Files.writeString(
        file, "<?xml version=\"1.0\"?>\n<osm version=\"0.6\">\n" + nodes + rest + "</osm>\n");
  }
}
