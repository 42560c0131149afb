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
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * AED search over one state of the catalogue. Immutable: a change of the catalogue builds a new
 * one, in O(n log n); hours are read once. A search takes O(log n + limit) as long as most AEDs
 * pass its filter.
 */
public final class IndexedAedFinder implements AedFinder {

  private final ZoneId zone;
  private final TravelTimes travelTimes;
  private final Map<String, Device> devices;
  private final SpatialIndex<String> index;

  /**
   * Indexes the catalogue.
   *
   * @param zone whose wall clock the opening hours mean
   * @throws IllegalArgumentException when two AEDs have the same id
   */
  public IndexedAedFinder(Collection<AedSite> sites, ZoneId zone, TravelTimes travelTimes) {
    this.zone = zone;
    this.travelTimes = travelTimes;
    this.devices = new HashMap<>();
    for (AedSite site : sites) {
      Device device =
          new Device(site, OsmOpeningHours.parse(site.openingHours(), HolidayCalendar.china()));
      if (devices.put(site.id(), device) != null) {
        throw new IllegalArgumentException("two AEDs have the id " + site.id());
      }
    }
    this.index =
        new StaticIndex<>(sites.stream().collect(Collectors.toMap(AedSite::id, AedSite::position)));
  }

  @Override
  public List<AedMatch> nearest(LngLat from, int limit, Instant at) {
    return search(from, limit, at.atZone(zone), device -> true);
  }

  @Override
  public List<AedMatch> nearestOpen(LngLat from, int limit, Instant at) {
    ZonedDateTime local = at.atZone(zone);
    return search(
        from, limit, local, device -> device.hours().at(local) != OpeningHours.State.CLOSED);
  }

  @Override
  public List<AedMatch> nearestUsable(LngLat from, int limit, Instant at) {
    ZonedDateTime local = at.atZone(zone);
    List<AedMatch> found = new ArrayList<>();
    for (Usability usability : Usability.values()) {
      int missing = limit - found.size();
      found.addAll(search(from, missing, local, device -> device.usability(local) == usability));
    }
    return List.copyOf(found);
  }

  private List<AedMatch> search(
      LngLat from, int limit, ZonedDateTime local, Predicate<Device> filter) {
    return FastestArrivals.withTies(
            index, travelTimes, from, TravelProfile.WALKING, limit, id -> filter.test(device(id)))
        .stream()
        .map(arrival -> match(arrival, local))
        .sorted(
            Comparator.comparingDouble(AedMatch::walkSeconds)
                .thenComparing(match -> match.aed().access())
                .thenComparing(match -> match.aed().id()))
        .limit(limit)
        .toList();
  }

  private AedMatch match(Arrival<String> arrival, ZonedDateTime local) {
    Device device = device(arrival.origin().key());
    return new AedMatch(
        device.site(),
        device.openNow(local),
        arrival.origin().distanceMeters(),
        arrival.travel().seconds());
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

  /** An AED with its hours as read. */
  private record Device(AedSite site, OpeningHours hours) {

    @Nullable Boolean openNow(ZonedDateTime local) {
      return switch (hours.at(local)) {
        case OPEN -> Boolean.TRUE;
        case CLOSED -> Boolean.FALSE;
        case UNKNOWN -> null;
      };
    }

    Usability usability(ZonedDateTime local) {
      OpeningHours.State state = hours.at(local);
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
