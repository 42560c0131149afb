package io.dispatch120.app.simulation.colleague;

import com.fasterxml.jackson.databind.JsonNode;
import io.dispatch120.app.simulation.colleague.IncidentPicture.AssignmentPicture;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads what the console's interface shows of an incident. */
public final class PictureReader {
  private PictureReader() {}

  public static IncidentPicture read(JsonNode incident) {
    return new IncidentPicture(
        incident.path("id").asText(),
        incident.path("seq").asLong(),
        incident.path("status").asText(),
        list(incident.path("assignments")).stream().map(PictureReader::assignment).toList(),
        list(incident.path("alerts")).stream()
            .filter(alert -> alert.path("tier").asInt() == 1)
            .filter(alert -> !alert.hasNonNull("owner") && !alert.hasNonNull("clearedAt"))
            .map(alert -> alert.path("id").asText())
            .toList());
  }

  private static AssignmentPicture assignment(JsonNode assignment) {
    return new AssignmentPicture(
        assignment.path("id").asText(),
        assignment.path("unitId").asText(),
        assignment.path("status").asText(),
        assignment.path("milestones").hasNonNull("transporting"),
        assignment.hasNonNull("destinationHospitalId"));
  }

  private static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }
}
