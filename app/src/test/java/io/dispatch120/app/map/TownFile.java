package io.dispatch120.app.map;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small OpenStreetMap file: a square of streets 200 m apart, at 112.9 E, 28.2 N. */
final class TownFile {
  private TownFile() {}

  /** With {@code streets} streets each way; another number is another town. */
  static Path write(Path file, int streets) throws IOException {
    StringBuilder text = new StringBuilder("<?xml version=\"1.0\"?>\n<osm version=\"0.6\">\n");
    for (int i = 0; i < streets * streets; i++) {
      text.append(
          "<node id=\"%d\" lon=\"%s\" lat=\"%s\"/>\n"
              .formatted(i + 1, 112.9 + 0.002 * (i % streets), 28.2 + 0.0018 * (i / streets)));
    }
    for (int way = 0; way < 2 * streets; way++) {
      text.append("<way id=\"%d\">".formatted(way + 1));
      for (int k = 0; k < streets; k++) {
        int node = way < streets ? way * streets + k : k * streets + way - streets;
        text.append("<nd ref=\"%d\"/>".formatted(node + 1));
      }
      text.append("<tag k=\"highway\" v=\"secondary\"/></way>\n");
    }
    return Files.writeString(file, text + "</osm>\n");
  }
}
