package io.dispatch120.dispatch.importing.place;

import io.dispatch120.geo.api.CoordinateSystem;
import io.dispatch120.geo.api.CoordinateSystems;
import io.dispatch120.geo.api.Datum;
import io.dispatch120.geo.api.Datums;
import io.dispatch120.geo.api.LngLat;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** The systems a list may be in, by name: the four datums, and EPSG codes. Thread-safe. */
public final class Projections {
  /** For messages. */
  public static final String NAMES = "wgs84, gcj02, bd09, cgcs2000 or a code such as EPSG:4547";

  private final Datums datums;
  private final CoordinateSystems systems;

  /**
   * @param systems knows codes such as {@code EPSG:4547}
   */
  public Projections(Datums datums, CoordinateSystems systems) {
    this.datums = datums;
    this.systems = systems;
  }

  /** Empty for a name that is not known. */
  public Optional<Projection> find(String name) {
    String plain = name.strip().toLowerCase(Locale.ROOT).replace("-", "");
    for (Datum datum : Datum.values()) {
      if (datum.name().toLowerCase(Locale.ROOT).equals(plain)) {
        return Optional.of((x, y) -> geographic(datum, x, y));
      }
    }
    return findSystem(name).map(system -> system::toWgs84);
  }

  /** How far off positions may be, beyond a metre: old grids were never tied to WGS 84 exactly. */
  public OptionalDouble findUncertaintyMeters(String name) {
    return findSystem(name).stream()
        .mapToDouble(CoordinateSystem::uncertaintyMeters)
        .filter(meters -> meters > 1)
        .findAny();
  }

  private Optional<CoordinateSystem> findSystem(String name) {
    String code = name.strip().toUpperCase(Locale.ROOT);
    return code.startsWith("EPSG:") ? systems.find(code) : Optional.empty();
  }

  private Optional<LngLat> geographic(Datum datum, double lng, double lat) {
    boolean onEarth = lng >= -180 && lng <= 180 && lat >= -90 && lat <= 90;
    return onEarth ? Optional.of(datums.toWgs84(new LngLat(lng, lat), datum)) : Optional.empty();
  }
}
