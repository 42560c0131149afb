package io.dispatch120.dispatch.hospital;

import io.dispatch120.dispatch.api.Catalogue;
import io.dispatch120.dispatch.api.Catalogue.HospitalCapability;
import io.dispatch120.dispatch.api.Catalogue.HospitalInfo;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.geo.api.OpeningHours;
import io.dispatch120.geo.api.OpeningHours.State;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What every hospital of one catalogue can do at a moment. Hours are read once, when this is made;
 * a question costs some microseconds for each service that has hours. Immutable, safe for many
 * threads.
 *
 * <p>{@code UNKNOWN} is never to be treated as available: it is shown, and ranks behind what is
 * known to be open.
 */
public final class HospitalServices {
  /** What is open at all hours. */
  private static final OpeningHours ALWAYS = local -> State.OPEN;

  private final ZoneId zone;
  private final Map<HospitalId, Map<String, OpeningHours>> hours = new HashMap<>();

  /**
   * @param read makes hours from OSM text; what it can not read is UNKNOWN
   */
  public HospitalServices(Catalogue catalogue, Function<String, OpeningHours> read) {
    this.zone = ZoneId.of(catalogue.center().zone());
    for (HospitalInfo hospital : catalogue.hospitals()) {
      Map<String, OpeningHours> own = new LinkedHashMap<>();
      for (HospitalCapability capability : hospital.capabilities()) {
        OpeningHours when = capability.hours() == null ? ALWAYS : read.apply(capability.hours());
        // A service named twice is there when either is: two shifts may be two lines.
        own.merge(capability.name(), when, HospitalServices::either);
      }
      hours.put(hospital.id(), own);
    }
  }

  /** Without a reader of hours: a service that has hours is UNKNOWN. */
  public static HospitalServices withoutHours(Catalogue catalogue) {
    return new HospitalServices(catalogue, text -> local -> State.UNKNOWN);
  }

  private static OpeningHours either(OpeningHours one, OpeningHours other) {
    return local -> {
      State first = one.at(local);
      State second = other.at(local);
      if (first == State.OPEN || second == State.OPEN) {
        return State.OPEN;
      }
      return first == State.UNKNOWN || second == State.UNKNOWN ? State.UNKNOWN : State.CLOSED;
    };
  }

  /** CLOSED for a service, or a hospital, that the catalogue does not have. */
  public State stateOf(HospitalId hospital, String service, Instant at) {
    OpeningHours when = hours.getOrDefault(hospital, Map.of()).get(service);
    return when == null ? State.CLOSED : when.at(local(at));
  }

  /** By name of the service, in the order of the catalogue; empty for an unknown hospital. */
  public Map<String, State> statesOf(HospitalId hospital, Instant at) {
    ZonedDateTime local = local(at);
    Map<String, State> states = new LinkedHashMap<>();
    hours
        .getOrDefault(hospital, Map.of())
        .forEach((name, when) -> states.put(name, when.at(local)));
    return states;
  }

  /** What it surely can do. */
  public Set<String> openAt(HospitalId hospital, Instant at) {
    Set<String> open = new TreeSet<>();
    statesOf(hospital, at)
        .forEach(
            (name, state) -> {
              if (state == State.OPEN) {
                open.add(name);
              }
            });
    return open;
  }

  private ZonedDateTime local(Instant at) {
    return at.atZone(zone);
  }
}
