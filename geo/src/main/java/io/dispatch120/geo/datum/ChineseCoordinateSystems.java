package io.dispatch120.geo.datum;

import io.dispatch120.geo.api.CoordinateSystem;
import io.dispatch120.geo.api.CoordinateSystems;
import io.dispatch120.geo.api.LngLat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * WGS 84, CGCS2000 and the Gauss-Kruger zones of China. Zones are made when first asked for, and
 * kept: there are 192.
 */
public final class ChineseCoordinateSystems implements CoordinateSystems {

  private static final int WGS84 = 4326;
  private static final int CGCS2000 = 4490;

  private static final Pattern CODE =
      Pattern.compile("(?:EPSG:{1,2})?(\\d{4,5})", Pattern.CASE_INSENSITIVE);

  private final Map<Integer, CoordinateSystem> zones = new ConcurrentHashMap<>();

  @Override
  public Optional<CoordinateSystem> find(String code) {
    Matcher matcher = CODE.matcher(code.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int number = Integer.parseInt(matcher.group(1));
    if (number == WGS84 || number == CGCS2000) {
      return Optional.of(new Geographic(number));
    }
    return ZoneSeries.findZone(number)
        .map(zone -> zones.computeIfAbsent(number, any -> new GaussKruger(zone)));
  }

  /** Degrees; the two differ by less than anything here can tell (see {@link ChineseDatums}). */
  private record Geographic(int number) implements CoordinateSystem {
    @Override
    public String code() {
      return "EPSG:" + number;
    }

    @Override
    public double uncertaintyMeters() {
      return number == WGS84 ? 0 : Frame.CGCS2000.uncertaintyMeters;
    }

    @Override
    public Optional<LngLat> toWgs84(double east, double north) {
      boolean onEarth = Math.abs(east) <= 180 && Math.abs(north) <= 90;
      return onEarth ? Optional.of(new LngLat(east, north)) : Optional.empty();
    }
  }
}
