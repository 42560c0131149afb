package io.dispatch120.load.micro;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A city as an OpenStreetMap file, the same for the same seed: a crooked grid of streets with
 * arterials, one-ways, gaps and forbidden turns. Invented from end to end.
 */
final class CityFile {
  private static final double WEST = 112.6;
  private static final double SOUTH = 27.9;

  /** Some 110 m between junctions. */
  private static final double STEP = 0.001;

  private static final double CROOKED = 0.35;
  private static final int ARTERIAL_EVERY = 12;
  private static final int COLLECTOR_EVERY = 4;
  private static final int GAPS_IN_100 = 9;
  private static final int ONE_WAYS_IN_100 = 25;
  private static final int FORBIDDEN_IN_1000 = 25;

  private final int side;
  private final SplittableRandom random;
  private final List<String> ways = new ArrayList<>();
  private final List<String> relations = new ArrayList<>();

  /** By junction: the way that reaches it along the row, and the one that leaves it upwards. */
  private final long[] along;

  private final long[] upwards;

  private CityFile(int side, long seed) {
    this.side = side;
    random = new SplittableRandom(seed);
    along = new long[side * side];
    upwards = new long[side * side];
  }

  /** Writes a city of {@code side} by {@code side} junctions. */
  static Path write(Path file, int side, long seed) {
    return new CityFile(side, seed).write(file);
  }

  private Path write(Path file) {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write("<?xml version='1.0' encoding='UTF-8'?>\n<osm version='0.6'>\n");
      for (int row = 0; row < side; row++) {
        for (int column = 0; column < side; column++) {
          out.write(
              String.format(
                  Locale.ROOT,
                  "<node id='%d' version='1' lat='%.7f' lon='%.7f'/>%n",
                  row * side + column + 1,
                  SOUTH + STEP * (row + crooked()),
                  WEST + STEP * (column + crooked())));
        }
      }
      for (int line = 0; line < side; line++) {
        street(line, true);
        street(line, false);
      }
      forbidTurns();
      for (String way : ways) {
        out.write(way);
      }
      for (String relation : relations) {
        out.write(relation);
      }
      out.write("</osm>\n");
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private double crooked() {
    return CROOKED * (2 * random.nextDouble() - 1);
  }

  /** A street from end to end, in pieces between two junctions; small ones have gaps. */
  private void street(int line, boolean row) {
    boolean arterial = line % ARTERIAL_EVERY == 0;
    boolean collector = line % COLLECTOR_EVERY == 0;
    String kind = arterial ? "primary" : collector ? "tertiary" : "residential";
    int limit = arterial ? 60 : collector ? 50 : 30;
    boolean oneWay = !arterial && !collector && random.nextInt(100) < ONE_WAYS_IN_100;
    boolean reversed = random.nextBoolean();
    for (int i = 0; i + 1 < side; i++) {
      if (!arterial && random.nextInt(100) < GAPS_IN_100) {
        continue;
      }
      int from = row ? line * side + i : i * side + line;
      int to = row ? from + 1 : from + side;
      long id = ways.size() + 1L;
      ways.add(
          String.format(
              Locale.ROOT,
              "<way id='%d' version='1'><nd ref='%d'/><nd ref='%d'/><tag k='highway' v='%s'/>"
                  + "<tag k='maxspeed' v='%d'/>%s</way>%n",
              id,
              (oneWay && reversed ? to : from) + 1,
              (oneWay && reversed ? from : to) + 1,
              kind,
              limit,
              oneWay ? "<tag k='oneway' v='yes'/>" : ""));
      if (row) {
        along[to] = id;
      } else {
        upwards[from] = id;
      }
    }
  }

  /** From a row into the street upwards: no left turn. */
  private void forbidTurns() {
    for (int node = 0; node < side * side; node++) {
      if (along[node] > 0 && upwards[node] > 0 && random.nextInt(1000) < FORBIDDEN_IN_1000) {
        relations.add(
            String.format(
                Locale.ROOT,
                "<relation id='%d' version='1'><member type='way' ref='%d' role='from'/><member"
                    + " type='node' ref='%d' role='via'/><member type='way' ref='%d' role='to'/>"
                    + "<tag k='type' v='restriction'/><tag k='restriction' v='no_left_turn'/>"
                    + "</relation>%n",
                relations.size() + 1,
                along[node],
                node + 1,
                upwards[node]));
      }
    }
  }
}
