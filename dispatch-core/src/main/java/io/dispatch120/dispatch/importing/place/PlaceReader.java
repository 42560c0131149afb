package io.dispatch120.dispatch.importing.place;

import io.dispatch120.dispatch.importing.place.CoordinateText.Axis;
import io.dispatch120.dispatch.importing.place.CoordinateText.Value;
import io.dispatch120.dispatch.importing.value.Texts;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.ServiceArea;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From the cells of a row to a position, seen from a centre: a pair that lies near the centre only
 * the other way round is turned. Immutable.
 */
public final class PlaceReader {
  /** A list of a centre holds its surroundings too: a prefecture is hardly wider. */
  public static final double NEAR_METERS = 250_000;

  /** Nobody's device lies in the sea off Ghana: an empty cell that became a number. */
  private static final double NULL_ISLAND_DEGREES = 0.01;

  private final Projection projection;
  private final LngLat center;
  private final @Nullable ServiceArea area;

  /**
   * @param center of the map of the centre
   * @param area it serves; null: everything near counts as inside
   */
  public PlaceReader(Projection projection, LngLat center, @Nullable ServiceArea area) {
    this.projection = projection;
    this.center = center;
    this.area = area;
  }

  /** From two cells. */
  public Place read(String lng, String lat) {
    boolean noLng = Texts.orNull(lng) == null;
    boolean noLat = Texts.orNull(lat) == null;
    if (noLng && noLat) {
      return Place.refused("no position");
    }
    if (noLng || noLat) {
      String given = noLng ? lat : lng;
      return CoordinateText.isPair(given)
          ? readPair(given)
          : Place.refused(noLng ? "no longitude" : "no latitude");
    }
    Optional<Value> first = CoordinateText.findValue(lng);
    Optional<Value> second = CoordinateText.findValue(lat);
    if (first.isEmpty() || second.isEmpty()) {
      return Place.refused(
          "the " + (first.isEmpty() ? "longitude" : "latitude") + " cannot be read");
    }
    boolean crossed = second.get().axis() == Axis.LNG && first.get().axis() != Axis.LNG;
    return crossed
        ? turned(second.get(), first.get())
        : of(first.get().degrees(), second.get().degrees());
  }

  /** From one cell with both, longitude first unless that makes no sense. */
  public Place readPair(String pair) {
    if (Texts.orNull(pair) == null) {
      return Place.refused("no position");
    }
    Optional<List<Value>> values = CoordinateText.findPair(pair);
    if (values.isEmpty()) {
      return Place.refused("the position cannot be read");
    }
    Value first = values.get().get(0);
    Value second = values.get().get(1);
    boolean latFirst = first.axis() == Axis.LAT || second.axis() == Axis.LNG;
    Place straight =
        latFirst ? of(second.degrees(), first.degrees()) : of(first.degrees(), second.degrees());
    // In one cell both orders are in use, so the other one is nothing to warn of.
    return new Place(straight.position(), straight.fault(), false, straight.outside());
  }

  private Place turned(Value lng, Value lat) {
    Place straight = of(lng.degrees(), lat.degrees());
    return new Place(straight.position(), straight.fault(), true, straight.outside());
  }

  private Place of(double x, double y) {
    if (Math.abs(x) < NULL_ISLAND_DEGREES && Math.abs(y) < NULL_ISLAND_DEGREES) {
      return Place.refused("the position is 0,0, which means none");
    }
    Optional<LngLat> straight = projection.toWgs84(x, y);
    if (straight.isPresent() && near(straight.get())) {
      return placed(straight.get(), false);
    }
    Optional<LngLat> turned = projection.toWgs84(y, x);
    if (turned.isPresent() && (straight.isEmpty() || near(turned.get()))) {
      return placed(turned.get(), true);
    }
    return straight
        .map(position -> placed(position, false))
        .orElseGet(
            () ->
                Place.refused(
                    "no coordinates of this datum; those of a map projection need the datum's"
                        + " EPSG code"));
  }

  private Place placed(LngLat position, boolean swapped) {
    return new Place(position, null, swapped, !inside(position));
  }

  private boolean near(LngLat position) {
    return position.distanceMetersTo(center) <= NEAR_METERS;
  }

  private boolean inside(LngLat position) {
    return area == null ? near(position) : area.contains(position);
  }
}
