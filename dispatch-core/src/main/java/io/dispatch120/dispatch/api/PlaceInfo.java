package io.dispatch120.dispatch.api;

import io.dispatch120.geo.api.LngLat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place by its names, for finding addresses while somebody types.
 *
 * @param aliases what else it is called
 * @param category kind of place, as the list has it
 * @param source the list it came from
 */
public record PlaceInfo(
    String id,
    String name,
    LngLat position,
    @Nullable String district,
    List<String> aliases,
    @Nullable String category,
    String source) {

  public PlaceInfo {
    aliases = List.copyOf(aliases);
  }
}
