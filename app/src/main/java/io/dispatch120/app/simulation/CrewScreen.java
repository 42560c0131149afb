package io.dispatch120.app.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import io.dispatch120.app.simulation.crew.Task;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.geo.api.LngLat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Reads what the edge shows a crew of its assignment. */
final class CrewScreen {
  private CrewScreen() {}

  /**
   * @param view as in a crew's snapshot; missing without an assignment
   * @return empty also when the assignment has ended
   */
  static Optional<Task> read(JsonNode view) {
    JsonNode assignment = view.path("assignment");
    String status = assignment.path("status").asText().toUpperCase(Locale.ROOT);
    JsonNode hospital = assignment.path("destinationHospitalId");
    JsonNode scene = view.path("destination");
    return Arrays.stream(Milestone.values())
        .filter(milestone -> milestone.name().equals(status) && milestone != Milestone.CLEARED)
        .findFirst()
        .map(
            reached ->
                new Task(
                    assignment.path("id").asText(),
                    reached,
                    scene.hasNonNull("lng")
                        ? new LngLat(scene.path("lng").asDouble(), scene.path("lat").asDouble())
                        : null,
                    hospital.isTextual() ? hospital.asText() : null));
  }
}
