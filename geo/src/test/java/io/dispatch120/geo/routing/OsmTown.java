package io.dispatch120.geo.routing;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/**
 * A town as an OpenStreetMap file: a crooked grid of streets of several classes, limits, one-ways,
 * footways, bends, turn restrictions over a junction and over a street, a yard nobody gets out of,
 * and ways that name nodes which are not in the file, as cut-out extracts have them.
 */
final class OsmTown {

  static final double WEST = 112.9;
  static final double SOUTH = 28.2;
  static final double STEP = 0.002;

  private static final String[] CLASSES = {
    "primary", "secondary", "tertiary", "residential", "residential", "unclassified", "service",
  };

  private final Random random;
  private final int side;
  private final StringBuilder nodes = new StringBuilder();
  private final StringBuilder ways = new StringBuilder();
  private final StringBuilder relations = new StringBuilder();
  private int bends = 100_000;
  private int lastWay;
  private int lastRelation;

  OsmTown(long seed, int side) {
    random = new Random(seed);
    this.side = side;
  }

  String xml() {
    int[] east = new int[side * side];
    int[] north = new int[side * side];
    for (int n = 0; n < side * side; n++) {
      node(n + 1, n % side + 0.4 * random.nextDouble(), (double) (n / side) + jitter());
    }
    for (int n = 0; n < side * side; n++) {
      if (n % side + 1 < side && random.nextInt(12) > 0) {
        east[n] = way(n + 1, n + 2);
      }
      if (n + side < side * side && random.nextInt(12) > 0) {
        north[n] = way(n + 1, n + side + 1);
      }
    }
    for (int n = 1; n < side * side - side - 1; n++) {
      if (random.nextInt(4) == 0 && east[n - 1] > 0 && north[n] > 0) {
        restriction("no_left_turn", east[n - 1], "node", n + 1, north[n]);
      } else if (random.nextInt(6) == 0 && east[n - 1] > 0 && east[n] > 0) {
        restriction("only_straight_on", east[n - 1], "node", n + 1, east[n]);
      } else if (random.nextInt(6) == 0 && east[n - 1] > 0 && north[n] > 0 && east[n + side] > 0) {
        restriction("no_u_turn", east[n - 1], "way", north[n], east[n + side]);
      }
    }
    yard();
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<osm version=\"0.6\">\n"
        + nodes
        + ways
        + relations
        + "</osm>\n";
  }

  private double jitter() {
    return 0.4 * random.nextDouble();
  }

  /** Two corners joined with each other and with nothing else, in the middle of the town. */
  private void yard() {
    node(90_001, 1.5, 1.5);
    node(90_002, 1.6, 1.6);
    ways.append("<way id=\"9000\"><nd ref=\"90001\"/><nd ref=\"90002\"/>");
    ways.append("<tag k=\"highway\" v=\"service\"/></way>\n");
    // As at the border of an extract: the second node is elsewhere.
    ways.append("<way id=\"9001\"><nd ref=\"1\"/><nd ref=\"777777777\"/>");
    ways.append("<tag k=\"highway\" v=\"primary\"/></way>\n");
  }

  private void node(int id, double x, double y) {
    nodes.append(
        String.format(
            Locale.ROOT,
            "<node id=\"%d\" lat=\"%.7f\" lon=\"%.7f\"/>%n",
            id,
            SOUTH + y * STEP,
            WEST + x * STEP));
  }

  private int way(int from, int to) {
    int id = ++lastWay;
    ways.append("<way id=\"").append(id).append("\"><nd ref=\"").append(from).append("\"/>");
    if (random.nextInt(3) == 0) {
      double x = ((from - 1) % side + (to - 1) % side) / 2.0 + jitter();
      double y = ((from - 1) / side + (to - 1) / side) / 2.0 + jitter();
      node(++bends, x, y);
      ways.append("<nd ref=\"").append(bends).append("\"/>");
    }
    ways.append("<nd ref=\"").append(to).append("\"/>");
    boolean footway = random.nextInt(15) == 0;
    tag("highway", footway ? "footway" : CLASSES[random.nextInt(CLASSES.length)]);
    if (!footway && random.nextInt(6) == 0) {
      tag("oneway", random.nextBoolean() ? "yes" : "-1");
    }
    if (!footway && random.nextInt(4) == 0) {
      tag("maxspeed", Integer.toString(20 + 10 * random.nextInt(6)));
    }
    ways.append("</way>\n");
    return id;
  }

  private void tag(String key, String value) {
    ways.append("<tag k=\"").append(key).append("\" v=\"").append(value).append("\"/>");
  }

  private void restriction(String kind, int from, String viaType, int via, int to) {
    relations.append(
        String.format(
            Locale.ROOT,
            "<relation id=\"%d\"><member type=\"way\" ref=\"%d\" role=\"from\"/>"
                + "<member type=\"%s\" ref=\"%d\" role=\"via\"/>"
                + "<member type=\"way\" ref=\"%d\" role=\"to\"/>"
                + "<tag k=\"type\" v=\"restriction\"/><tag k=\"restriction\" v=\"%s\"/>"
                + "</relation>%n",
            ++lastRelation,
            from,
            viaType,
            via,
            to,
            kind));
  }

  /** Writes it, compressed when the name ends in .gz. */
  Path write(Path file) throws IOException {
    if (file.toString().endsWith(".gz")) {
      try (Writer out =
          new OutputStreamWriter(
              new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)) {
        out.write(xml());
      }
    } else {
      Files.writeString(file, xml());
    }
    return file;
  }
}
