package io.dispatch120.dispatch.importing.place;

import io.dispatch120.geo.api.Datum;
import io.dispatch120.geo.api.Datums;
import io.dispatch120.geo.api.LngLat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The systems a list may be in, by name: the four datums, and EPSG codes. Thread-safe. */
public final class Projections {
  /** For messages. */
  public static final String NAMES = "wgs84, gcj02, bd09, cgcs2000 or a code such as EPSG:4547";

  private final Datums datums;
  private final Function<String, Optional<Projection>> byCode;

  /**
   * @param byCode finds the system of a code such as {@code EPSG:4547}
   */
  public Projections(Datums datums, Function<String, Optional<Projection>> byCode) {
    this.datums = datums;
    this.byCode = byCode;
  }

  /** Empty for a name that is not known. */
  public Optional<Projection> find(String name) {
    String plain = name.strip().toLowerCase(Locale.ROOT).replace("-", "");
    for (Datum datum : Datum.values()) {
      if (datum.name().toLowerCase(Locale.ROOT).equals(plain)) {
        return Optional.of((x, y) -> geographic(datum, x, y));
      }
    }
    return name.strip().toUpperCase(Locale.ROOT).startsWith("EPSG:")
        ? byCode.apply(name.strip().toUpperCase(Locale.ROOT))
        : Optional.empty();
  }

  private Optional<LngLat> geographic(Datum datum, double lng, double lat) {
    boolean onEarth = lng >= -180 && lng <= 180 && lat >= -90 && lat <= 90;
    return onEarth ? Optional.of(datums.toWgs84(new LngLat(lng, lat), datum)) : Optional.empty();
  }
}
