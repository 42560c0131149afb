package io.dispatch120.app.demo;

import static io.dispatch120.app.demo.DemoFiles.PHONE;
import static io.dispatch120.app.demo.DemoFiles.bilingual;
import static io.dispatch120.app.demo.DemoFiles.ids;
import static io.dispatch120.app.demo.DemoFiles.inside;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class DemoHospitalsTest {
  private static final Set<String> HOSPITAL_CAPABILITIES =
      Set.of(
          "pci_24x7",
          "thrombolysis",
          "aortic_surgery",
          "stroke",
          "trauma",
          "obstetric",
          "neonatal");
  private static final Set<String> ACCREDITATIONS =
      Set.of("chest_pain_unit", "chest_pain_center_basic", "chest_pain_center_standard", "none");

  private final List<JsonNode> hospitals = DemoFiles.items("hospitals.yaml", "hospitals");

  @Test
  void describesHospitalsWithKnownCapabilitiesAndReadableHours() {
    assertThat(ids(hospitals))
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[a-z][a-z0-9]+"))
        .contains("xiangya3", "changsha4", "hangtian", "yuchangping", "wangcheng");
    for (JsonNode hospital : hospitals) {
      assertThat(bilingual(hospital.path("name"))).isTrue();
      assertThat(ACCREDITATIONS).contains(hospital.path("accreditation").asText());
      assertThat(hospital.path("capabilities")).isNotEmpty();
      assertThat(capabilities(hospital)).doesNotHaveDuplicates();
      assertThat(HOSPITAL_CAPABILITIES).containsAll(capabilities(hospital));
      for (JsonNode capability : hospital.path("capabilities")) {
        assertThat(capability.path("hours").asText("24/7")).matches(DemoFiles.OPENING_HOURS);
      }
    }
  }

  @Test
  void knowsTheMedianArrivalToWireOfExactlyThePciHospitals() {
    for (JsonNode hospital : hospitals) {
      boolean pci = capabilities(hospital).contains("pci_24x7");
      assertThat(hospital.has("medianArrivalToWireMinutes"))
          .as(hospital.path("id").asText())
          .isEqualTo(pci);
      if (pci) {
        assertThat(hospital.path("medianArrivalToWireMinutes").asInt()).isBetween(30, 120);
      }
    }
    assertThat(hospitals.stream().filter(hospital -> capabilities(hospital).contains("pci_24x7")))
        .hasSizeGreaterThan(1);
  }

  @Test
  void runsAChestPainUnitWithThrombolysisAtYuchangping() {
    JsonNode yuchangping =
        hospitals.stream()
            .filter(h -> h.path("id").asText().equals("yuchangping"))
            .findFirst()
            .orElseThrow();
    assertThat(yuchangping.path("accreditation").asText()).isEqualTo("chest_pain_unit");
    assertThat(capabilities(yuchangping)).contains("thrombolysis");
    assertThat(inside(DemoFiles.serviceArea(), yuchangping.path("position"))).isTrue();
  }

  @Test
  void givesEveryHospitalALadderOfAtLeastFourLevels() {
    for (JsonNode hospital : hospitals) {
      JsonNode ladder = hospital.path("ladder");
      assertThat(ladder.size()).as(hospital.path("id").asText()).isGreaterThanOrEqualTo(4);
      for (int i = 0; i < ladder.size(); i++) {
        JsonNode contact = ladder.get(i);
        assertThat(contact.path("level").asInt()).isEqualTo(i + 1);
        assertThat(bilingual(contact.path("role"))).isTrue();
        assertThat(contact.path("channel").asText()).isIn("console", "sms", "phone");
        assertThat(contact.path("phone").asText()).matches(PHONE);
      }
    }
  }

  private static List<String> capabilities(JsonNode hospital) {
    return StreamSupport.stream(hospital.path("capabilities").spliterator(), false)
        .map(capability -> capability.path("name").asText())
        .toList();
  }
}
