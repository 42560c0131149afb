package io.dispatch120.app.simulation.crew;

import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.Routes;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What every driver of the town knows: its roads and where its hospitals are. Immutable. */
public record Atlas(Routes roads, Map<String, LngLat> hospitals) {
  public Atlas {
    hospitals = Map.copyOf(hospitals);
  }

  /** The hospital that was named, else the nearest as the crow flies. */
  Optional<LngLat> findHospital(@Nullable String id, LngLat from) {
    return Optional.ofNullable(id)
        .map(hospitals::get)
        .or(
            () ->
                hospitals.values().stream()
                    .min(Comparator.comparingDouble(from::distanceMetersTo)));
  }
}
