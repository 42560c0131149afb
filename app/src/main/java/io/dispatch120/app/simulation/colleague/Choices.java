package io.dispatch120.app.simulation.colleague;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the colleague picks from a recommendation, as the interface gives it. */
public final class Choices {
  /** How much longer a patient travels to a hospital that can do what is needed. */
  private static final double DETOUR_SECONDS = 600;

  private static final Map<String, String> NEEDED =
      Map.of(
          "chest_pain", "pci_24x7",
          "cardiac_arrest", "pci_24x7",
          "stroke", "stroke",
          "trauma_traffic", "trauma",
          "trauma_fall", "trauma",
          "obstetric", "obstetric");

  private Choices() {}

  /** The proposal, unless it is blocked or one of those to be left alone; then the next one. */
  public static Optional<String> findUnit(JsonNode recommendation, Set<String> leftAlone) {
    return stream(recommendation.path("units"))
        .filter(unit -> !unit.hasNonNull("blockedBy"))
        .map(unit -> unit.path("unitId").asText())
        .filter(unit -> !leftAlone.contains(unit))
        .findFirst();
  }

  /** The nearest hospital that can do what the complaint needs, else the nearest. */
  public static Optional<String> findHospital(JsonNode recommendation, String complaint) {
    JsonNode hospitals = recommendation.path("hospitals");
    double limit = hospitals.path(0).path("travelSeconds").asDouble() + DETOUR_SECONDS;
    String needed = NEEDED.getOrDefault(complaint, "");
    return stream(hospitals)
        .filter(hospital -> hospital.path("travelSeconds").asDouble() <= limit)
        .filter(
            hospital ->
                stream(hospital.path("capabilities"))
                    .anyMatch(capability -> capability.path("name").asText().equals(needed)))
        .findFirst()
        .or(() -> stream(hospitals).findFirst())
        .map(hospital -> hospital.path("hospitalId").asText());
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
