package io.dispatch120.geo.api;

import java.time.LocalDateTime;
import java.util.List;

/**
 * What changes on roads while the map stays.
 *
 * @param local wall clock where the roads are: traffic depends on hour and weekday
 * @param closures where nobody gets through at that time
 */
public record RoadConditions(LocalDateTime local, List<RoadClosure> closures) {
  public RoadConditions {
    closures = List.copyOf(closures);
  }
}
