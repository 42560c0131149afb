package io.dispatch120.dispatch.recommendation;

import io.dispatch120.dispatch.api.Catalogue;
import io.dispatch120.dispatch.api.Catalogue.HospitalInfo;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.board.Board;
import io.dispatch120.dispatch.chestpain.DestinationQuestion.TransferTimes;
import io.dispatch120.dispatch.hospital.ServiceName;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.Travel;
import io.dispatch120.geo.api.TravelProfile;
import io.dispatch120.geo.api.TravelTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Travel times from every hospital of a centre to each with PCI: one sweep for each of these.
 * Remembered for a minute, the time after which a node looks at the hour of its roads again, or
 * until a road is closed or opened or the catalogue changes. Thread-safe; two questions at once may
 * both make it.
 */
final class TransferTable {
  private static final Duration KEPT = Duration.ofMinutes(1);

  private final Board board;
  private final TravelTimes roads;
  private volatile @Nullable Made made;

  TransferTable(Board board, TravelTimes roads) {
    this.board = board;
    this.roads = roads;
  }

  private record Made(
      Catalogue catalogue,
      long closures,
      Instant at,
      Map<HospitalId, Map<HospitalId, Double>> secondsTo) {

    boolean holds(Board board, Instant now) {
      return catalogue == board.catalogue()
          && closures == board.roads().revision()
          && !now.isBefore(at)
          && now.isBefore(at.plus(KEPT));
    }
  }

  /** Nothing is computed before the first time is asked for. */
  TransferTimes at(Instant now) {
    return (from, to) -> {
      Double seconds = table(now).secondsTo().getOrDefault(to, Map.of()).get(from);
      return seconds == null ? OptionalDouble.empty() : OptionalDouble.of(seconds);
    };
  }

  private Made table(Instant now) {
    Made known = made;
    if (known != null && known.holds(board, now)) {
      return known;
    }
    Made fresh = make(now);
    made = fresh;
    return fresh;
  }

  private Made make(Instant now) {
    long closures = board.roads().revision();
    Catalogue catalogue = board.catalogue();
    List<HospitalInfo> all = catalogue.hospitals();
    List<LngLat> places = all.stream().map(HospitalInfo::position).toList();
    Map<HospitalId, Map<HospitalId, Double>> secondsTo = new HashMap<>();
    for (HospitalInfo to : all) {
      if (to.capabilities().stream().anyMatch(c -> c.name().equals(ServiceName.PCI))) {
        List<Travel> ways = roads.toDestination(places, to.position(), TravelProfile.AMBULANCE);
        Map<HospitalId, Double> seconds = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
          seconds.put(all.get(i).id(), ways.get(i).seconds());
        }
        secondsTo.put(to.id(), seconds);
      }
    }
    return new Made(catalogue, closures, now, secondsTo);
  }
}
