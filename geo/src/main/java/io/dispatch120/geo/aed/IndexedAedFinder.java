package io.dispatch120.geo.aed;

import io.dispatch120.geo.api.AedAccess;
import io.dispatch120.geo.api.AedFinder;
import io.dispatch120.geo.api.AedMatch;
import io.dispatch120.geo.api.AedReadiness;
import io.dispatch120.geo.api.AedSite;
import io.dispatch120.geo.api.Arrival;
import io.dispatch120.geo.api.FastestArrivals;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.OpeningHours;
import io.dispatch120.geo.api.SpatialIndex;
import io.dispatch120.geo.api.TravelMethod;
import io.dispatch120.geo.api.TravelProfile;
import io.dispatch120.geo.api.TravelTimes;
import io.dispatch120.geo.hours.HolidayCalendar;
import io.dispatch120.geo.hours.OsmOpeningHours;
import io.dispatch120.geo.index.StaticIndex;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * AED search over one state of the catalogue. Immutable: a change of the catalogue builds a new
 * one, in O(n log n); hours are read once. A search takes O(log n + limit) as long as most AEDs
 * pass its filter, and asks for at most {@link #MAX_CANDIDATES} ways: exact among so many nearest
 * by straight line, which matters only where the lower bound of walking times proves nothing.
 */
public final class IndexedAedFinder implements AedFinder {

  /**
   * Walking times of more places are not asked for in one search. The bound is met when no road
   * leads to the AEDs around, or none from the patient; then the ways are guesses anyway.
   */
  static final int MAX_CANDIDATES = 1_000;

  private final ZoneId zone;
  private final TravelTimes travelTimes;
  private final Map<String, Device> devices;
  private final SpatialIndex<String> index;

  /** As the other constructor, with the public holidays of China. */
  public IndexedAedFinder(Collection<AedSite> sites, ZoneId zone, TravelTimes travelTimes) {
    this(sites, zone, travelTimes, HolidayCalendar.china());
  }

  /**
   * Indexes the catalogue.
   *
   * @param zone whose wall clock the opening hours mean
   * @param holidays the public holidays there
   * @throws IllegalArgumentException when two AEDs have the same id
   */
  public IndexedAedFinder(
      Collection<AedSite> sites, ZoneId zone, TravelTimes travelTimes, HolidayCalendar holidays) {
    this.zone = zone;
    this.travelTimes = travelTimes;
    this.devices = new HashMap<>();
    // Reading a text costs a tenth of a millisecond, and whole cities open at the same hours.
    Map<String, OpeningHours> read = new HashMap<>();
    for (AedSite site : sites) {
      OpeningHours hours =
          read.computeIfAbsent(
              Objects.requireNonNullElse(site.openingHours(), ""),
              text -> OsmOpeningHours.parse(text, holidays));
      if (devices.put(site.id(), new Device(site, hours)) != null) {
        throw new IllegalArgumentException("two AEDs have the id " + site.id());
      }
    }
    this.index =
        new NearestOnly<>(
            new StaticIndex<>(
                sites.stream().collect(Collectors.toMap(AedSite::id, AedSite::position))),
            MAX_CANDIDATES);
  }

  @Override
  public List<AedMatch> nearest(LngLat from, int limit, Instant at) {
    return search(from, limit, new Question(at), device -> true);
  }

  @Override
  public List<AedMatch> nearestOpen(LngLat from, int limit, Instant at) {
    Question question = new Question(at);
    return search(
        from, limit, question, device -> question.state(device) != OpeningHours.State.CLOSED);
  }

  @Override
  public List<AedMatch> nearestUsable(LngLat from, int limit, Instant at) {
    Question question = new Question(at);
    List<AedMatch> found = new ArrayList<>();
    for (Usability usability : Usability.values()) {
      int missing = limit - found.size();
      found.addAll(
          search(
              from,
              missing,
              question,
              device -> device.usability(question.state(device)) == usability));
    }
    return List.copyOf(found);
  }

  @Override
  public Optional<OpeningHours.State> stateOf(String id, Instant at) {
    return Optional.ofNullable(devices.get(id)).map(device -> device.hours().at(at.atZone(zone)));
  }

  private List<AedMatch> search(
      LngLat from, int limit, Question question, Predicate<Device> filter) {
    return FastestArrivals.withTies(
            index, travelTimes, from, TravelProfile.WALKING, limit, id -> filter.test(device(id)))
        .stream()
        .sorted(order(question.at))
        .limit(limit)
        .map(arrival -> match(arrival, question))
        .toList();
  }

  /** A way by road before one that is only guessed, as {@link FastestArrivals} has it. */
  private Comparator<Arrival<String>> order(Instant at) {
    return Comparator.<Arrival<String>, TravelMethod>comparing(way -> way.travel().method())
        .thenComparingDouble(way -> way.travel().seconds())
        .thenComparing(way -> site(way), Verification.bestFirst(at));
  }

  private AedSite site(Arrival<String> arrival) {
    return device(arrival.origin().key()).site();
  }

  private AedMatch match(Arrival<String> arrival, Question question) {
    Device device = device(arrival.origin().key());
    Boolean openNow =
        switch (question.state(device)) {
          case OPEN -> Boolean.TRUE;
          case CLOSED -> Boolean.FALSE;
          case UNKNOWN -> null;
        };
    return new AedMatch(
        device.site(), openNow, arrival.origin().distanceMeters(), arrival.travel().seconds());
  }

  private Device device(String id) {
    Device device = devices.get(id);
    if (device == null) {
      throw new IllegalStateException("the index holds an id that the catalogue does not: " + id);
    }
    return device;
  }

  /** The groups of {@link AedFinder#nearestUsable}, best first. */
  private enum Usability {
    USABLE,
    PERHAPS,
    UNUSABLE
  }

  /** One question: for its moment every text of hours is judged once. For one thread. */
  private final class Question {
    private final Instant at;
    private final ZonedDateTime local;
    private final Map<OpeningHours, OpeningHours.State> states = new IdentityHashMap<>();

    Question(Instant at) {
      this.at = at;
      this.local = at.atZone(zone);
    }

    OpeningHours.State state(Device device) {
      return states.computeIfAbsent(device.hours(), hours -> hours.at(local));
    }
  }

  /** An AED with its hours as read. */
  private record Device(AedSite site, OpeningHours hours) {

    Usability usability(OpeningHours.State state) {
      boolean works = site.readiness() == AedReadiness.OK;
      if (state == OpeningHours.State.CLOSED
          || !(works || site.readiness() == AedReadiness.UNKNOWN)) {
        return Usability.UNUSABLE;
      }
      boolean reachable = site.access() != AedAccess.RESTRICTED;
      return state == OpeningHours.State.OPEN && works && reachable
          ? Usability.USABLE
          : Usability.PERHAPS;
    }
  }
}
