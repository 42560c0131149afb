package io.dispatch120.dispatch.location;

import io.dispatch120.geo.api.Datum;
import io.dispatch120.geo.api.Datums;
import io.dispatch120.geo.api.LngLat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two fixes that cannot both be right: their circles are disjoint and their centres far apart. */
public record LocationConflict(LocationFix one, LocationFix other) {

  /** Centres nearer than this never contradict each other: it is the same block. */
  static final double MIN_DISTANCE_METERS = 150;

  private static final List<Datum> SHIFTED = List.of(Datum.GCJ02, Datum.BD09);

  /** The first conflict among {@code fixes}. Quadratic in their number. */
  public static Optional<LocationConflict> findAmong(List<LocationFix> fixes) {
    for (int i = 0; i < fixes.size(); i++) {
      for (int j = i + 1; j < fixes.size(); j++) {
        LocationConflict pair = new LocationConflict(fixes.get(i), fixes.get(j));
        if (pair.contradict(pair.one.position(), pair.other.position())) {
          return Optional.of(pair);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Whether one of the two would agree with the other had its datum been mistaken: given as WGS 84
   * though it was GCJ-02 or BD-09, or the other way round.
   */
  public boolean reconciledByDatum(Datums datums) {
    return readings(one, datums).stream().anyMatch(p -> !contradict(p, other.position()))
        || readings(other, datums).stream().anyMatch(p -> !contradict(one.position(), p));
  }

  private static List<LngLat> readings(LocationFix fix, Datums datums) {
    List<LngLat> all = new ArrayList<>();
    for (Datum datum : SHIFTED) {
      // A shifted fix that was converted although it need not be is undone; any other is converted.
      all.add(
          fix.given() == datum
              ? datums.fromWgs84(fix.position(), datum)
              : datums.toWgs84(fix.position(), datum));
    }
    return all;
  }

  private boolean contradict(LngLat here, LngLat there) {
    Instant later = one.at().isAfter(other.at()) ? one.at() : other.at();
    double reachMeters =
        LocationFusion.grownRadiusMeters(one, later)
            + LocationFusion.grownRadiusMeters(other, later);
    double meters = here.distanceMetersTo(there);
    return meters > MIN_DISTANCE_METERS && meters > reachMeters;
  }
}
