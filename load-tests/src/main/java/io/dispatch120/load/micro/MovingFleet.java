package io.dispatch120.load.micro;

import io.dispatch120.geo.api.LngLat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * Units of a city, the same for the same seed: half of them dense in the middle, some side by side
 * at stations, so that equal distances occur. Not thread-safe, except what is final.
 */
final class MovingFleet {
  static final double LATITUDE = 28.2;
  private static final double LONGITUDE = 112.94;

  /** Degrees from the middle to the edge of the city, some 50 km. */
  private static final double EDGE = 0.5;

  /** A second at 60 km/h, in degrees. */
  private static final double STEP = 0.00015;

  private static final int QUESTIONS = 1 << 10;

  final int size;

  /** Where somebody asks from; a power of two of them. */
  final List<LngLat> questions = new ArrayList<>();

  /** Whether a unit can be sent: one look into a hash set, as the product looks into its board. */
  final Predicate<String> ready;

  private final SplittableRandom random;
  private final String[] keys;
  private final LngLat[] positions;

  MovingFleet(int size, int readyPercent, long seed) {
    this.size = size;
    random = new SplittableRandom(seed);
    keys = new String[size];
    positions = new LngLat[size];
    Set<String> passing = new HashSet<>();
    LngLat station = anywhere();
    for (int unit = 0; unit < size; unit++) {
      keys[unit] = "U%06d".formatted(unit);
      if (random.nextInt(4) == 0) {
        positions[unit] = station;
      } else {
        positions[unit] = anywhere();
        station = positions[unit];
      }
      if (random.nextInt(100) < readyPercent) {
        passing.add(keys[unit]);
      }
    }
    ready = passing::contains;
    for (int i = 0; i < QUESTIONS; i++) {
      questions.add(anywhere());
    }
  }

  void placeAll(NearestSearch search) {
    for (int unit = 0; unit < size; unit++) {
      search.put(unit, keys[unit], positions[unit]);
    }
  }

  /** Moves one unit on. */
  void moveOne(NearestSearch search) {
    int unit = random.nextInt(size);
    LngLat from = positions[unit];
    positions[unit] =
        new LngLat(
            inside(LONGITUDE, from.lng() + STEP * (2 * random.nextDouble() - 1)),
            inside(LATITUDE, from.lat() + STEP * (2 * random.nextDouble() - 1)));
    search.put(unit, keys[unit], positions[unit]);
  }

  private LngLat anywhere() {
    double spread = random.nextBoolean() ? EDGE : EDGE / 4;
    return new LngLat(
        LONGITUDE + spread * (2 * random.nextDouble() - 1),
        LATITUDE + spread * (2 * random.nextDouble() - 1));
  }

  private static double inside(double middle, double degrees) {
    return Math.max(middle - EDGE, Math.min(middle + EDGE, degrees));
  }
}
