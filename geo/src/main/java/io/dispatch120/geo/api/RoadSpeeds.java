package io.dispatch120.geo.api;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is assumed about speeds on roads. An ambulance drives as fast as the map lets a car drive
 * there (from limits and kinds of road), times the factor of the class, times the factor of the
 * time of day, at most {@code topSpeedKmh}. Immutable.
 *
 * @param topSpeedKmh never faster, whatever the factors say; 5 to 200
 * @param factors by class of road, against a car in free traffic; a class that is missing has 1
 * @param slots times of day with other traffic; the first one that fits counts, none means factor 1
 * @param walkingMetersPerSecond on even ground, for {@link TravelProfile#WALKING}; slower on steps
 * @param source where the figures come from, in words, so that people know what they are worth
 */
public record RoadSpeeds(
    double topSpeedKmh,
    Map<RoadClass, Double> factors,
    List<Slot> slots,
    double walkingMetersPerSecond,
    String source) {

  /** Enough for every hour of a week; each slot in use has travel times of its own in memory. */
  public static final int MAX_SLOTS = 24 * 7;

  private static final Set<DayOfWeek> WORKDAYS =
      Set.of(
          DayOfWeek.MONDAY,
          DayOfWeek.TUESDAY,
          DayOfWeek.WEDNESDAY,
          DayOfWeek.THURSDAY,
          DayOfWeek.FRIDAY);

  /**
   * Planning assumptions until a center has measured its own drives: with lights and siren a little
   * faster than cars on main roads, no faster in narrow streets; slower in the rush hours of
   * working days, where traffic is dense on main roads first; 10 % faster at night. Walking as in
   * the straight-line times, 1.4 m/s.
   */
  public static final RoadSpeeds DEFAULTS =
      new RoadSpeeds(
          120,
          Map.of(
              RoadClass.TRUNK, 1.1,
              RoadClass.PRIMARY, 1.1,
              RoadClass.SECONDARY, 1.1,
              RoadClass.TERTIARY, 1.05),
          List.of(
              rush("morning rush", LocalTime.of(7, 0), LocalTime.of(9, 30)),
              rush("evening rush", LocalTime.of(17, 0), LocalTime.of(19, 30)),
              new Slot(
                  "night",
                  Set.of(DayOfWeek.values()),
                  LocalTime.of(23, 0),
                  LocalTime.of(6, 0),
                  1.1,
                  Map.of())),
          1.4,
          "planning assumption, not measured");

  /**
   * Checks the figures.
   *
   * @throws IllegalArgumentException when one is out of range
   */
  public RoadSpeeds {
    requireWithin("topSpeedKmh", topSpeedKmh, 5, 200);
    requireWithin("walkingMetersPerSecond", walkingMetersPerSecond, 0.1, 5);
    factors = checkedFactors("factors", factors);
    slots = List.copyOf(slots);
    if (slots.size() > MAX_SLOTS) {
      throw new IllegalArgumentException(
          "there must be at most " + MAX_SLOTS + " slots, but there are " + slots.size());
    }
  }

  /** The slot that counts at a time of the wall clock. */
  public Optional<Slot> findSlot(LocalDateTime local) {
    return slots.stream().filter(slot -> slot.contains(local)).findFirst();
  }

  /**
   * A time of day with traffic of its own.
   *
   * @param name for people, such as "evening rush"
   * @param days on which it begins; one that crosses midnight ends on the next day
   * @param from first moment
   * @param to first moment after it; equal to {@code from} means a whole day
   * @param factor for classes of road that {@code factors} does not name
   * @param factors by class of road, times those of every hour
   */
  public record Slot(
      String name,
      Set<DayOfWeek> days,
      LocalTime from,
      LocalTime to,
      double factor,
      Map<RoadClass, Double> factors) {

    /**
     * Checks the figures.
     *
     * @throws IllegalArgumentException when one is out of range, or there is no day
     */
    public Slot {
      days = Set.copyOf(days);
      if (days.isEmpty()) {
        throw new IllegalArgumentException("slot '" + name + "' needs at least one day");
      }
      requireWithin("factor of slot '" + name + "'", factor, 0.05, 5);
      factors = checkedFactors("factors of slot '" + name + "'", factors);
    }

    /** Whether a moment of the wall clock lies in it. */
    public boolean contains(LocalDateTime local) {
      LocalTime time = local.toLocalTime();
      DayOfWeek day = local.getDayOfWeek();
      if (from.isBefore(to)) {
        return days.contains(day) && !time.isBefore(from) && time.isBefore(to);
      }
      boolean beganToday = days.contains(day) && !time.isBefore(from);
      boolean beganYesterday = days.contains(day.minus(1)) && time.isBefore(to);
      return beganToday || beganYesterday;
    }

    /** The factor for a class of road. */
    public double factorOf(RoadClass roadClass) {
      return factors.getOrDefault(roadClass, factor);
    }
  }

  private static Slot rush(String name, LocalTime from, LocalTime to) {
    return new Slot(
        name,
        WORKDAYS,
        from,
        to,
        0.85,
        Map.of(RoadClass.TRUNK, 0.7, RoadClass.PRIMARY, 0.7, RoadClass.SECONDARY, 0.75));
  }

  private static Map<RoadClass, Double> checkedFactors(String name, Map<RoadClass, Double> given) {
    given.forEach((roadClass, factor) -> requireWithin(name + " of " + roadClass, factor, 0.05, 5));
    return Map.copyOf(given);
  }

  private static void requireWithin(String name, double figure, double least, double most) {
    if (!(figure >= least && figure <= most)) {
      throw new IllegalArgumentException(
          name + " must be from " + least + " to " + most + ", but is " + figure);
    }
  }
}
