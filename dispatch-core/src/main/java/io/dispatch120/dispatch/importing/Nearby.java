package io.dispatch120.dispatch.importing;

import io.dispatch120.dispatch.importing.value.Texts;
import io.dispatch120.geo.api.LngLat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds entries of the same name a few metres apart. A grid of cells keeps it linear, whatever the
 * list holds.
 */
final class Nearby {
  /** Two readings of one place by two phones differ as much. */
  static final double METERS = 25;

  private static final double CELL_DEGREES = 0.0005;

  /** More under one name in one cell say nothing new. */
  private static final int PER_CELL = 6;

  /**
   * @param label of a row or an entry, for people
   * @param detail where exactly; empty when not said
   */
  record Spot(String label, String detail, LngLat position) {}

  private record Cell(long x, long y, String name) {}

  private final Map<Cell, List<Spot>> cells = new HashMap<>();

  /** A spot of the same name close by, unless both say that they are at different corners. */
  Optional<Spot> find(String name, String detail, LngLat position) {
    String key = Texts.key(name);
    if (key.isEmpty()) {
      return Optional.empty();
    }
    String corner = Texts.key(detail);
    for (long dx = -1; dx <= 1; dx++) {
      for (long dy = -1; dy <= 1; dy++) {
        for (Spot spot : cells.getOrDefault(cell(position, dx, dy, key), List.of())) {
          boolean apart =
              !corner.isEmpty() && !spot.detail().isEmpty() && !spot.detail().equals(corner);
          if (!apart && spot.position().distanceMetersTo(position) <= METERS) {
            return Optional.of(spot);
          }
        }
      }
    }
    return Optional.empty();
  }

  void add(String name, String detail, LngLat position, String label) {
    List<Spot> spots =
        cells.computeIfAbsent(cell(position, 0, 0, Texts.key(name)), cell -> new ArrayList<>(1));
    if (spots.size() < PER_CELL) {
      spots.add(new Spot(label, Texts.key(detail), position));
    }
  }

  private static Cell cell(LngLat position, long dx, long dy, String name) {
    return new Cell(
        (long) Math.floor(position.lng() / CELL_DEGREES) + dx,
        (long) Math.floor(position.lat() / CELL_DEGREES) + dy,
        name);
  }
}
