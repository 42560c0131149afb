package io.dispatch120.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DemoCallersTest {
  private static final Set<String> COMPLAINTS =
      Set.of(
          "cardiac_arrest",
          "chest_pain",
          "stroke",
          "breathing",
          "unconscious",
          "seizure",
          "bleeding",
          "trauma_traffic",
          "trauma_fall",
          "trauma_other",
          "burn",
          "poisoning",
          "obstetric",
          "paediatric",
          "allergic",
          "diabetic",
          "psychiatric",
          "mass_casualty",
          "transfer",
          "other");

  private final List<JsonNode> callers = DemoFiles.items("callers.yaml", "callers");

  @Test
  void holdsSixtySeedsWithTheirOwnPhones() {
    assertThat(callers).hasSize(60);
    assertThat(callers).extracting(caller -> caller.path("id").asText()).doesNotHaveDuplicates();
    assertThat(callers)
        .extracting(caller -> caller.path("phone").asText())
        .doesNotHaveDuplicates()
        .allMatch(phone -> phone.matches(DemoFiles.PHONE));
  }

  @Test
  void coversEveryComplaint() {
    assertThat(callers.stream().map(caller -> caller.path("complaint").asText()).distinct())
        .containsExactlyInAnyOrderElementsOf(COMPLAINTS);
  }

  @Test
  void callsFromInsideTheServiceArea() {
    Path2D area = DemoFiles.serviceArea();
    assertThat(callers)
        .allSatisfy(caller -> assertThat(DemoFiles.inside(area, caller.path("position"))).isTrue());
  }

  @Test
  void saysWhereWhatAndHowOften() {
    for (JsonNode caller : callers) {
      assertThat(caller.path("place").asText()).isNotBlank();
      assertThat(caller.path("address").asText()).matches("(岳麓区|望城区).+");
      assertThat(caller.path("note").asText()).hasSizeBetween(10, 60);
      assertThat(caller.path("weight").asInt()).isBetween(1, 10);
      assertThat(caller.path("callerWithPatient").asText()).isIn("yes", "no", "unknown");
    }
  }
}
