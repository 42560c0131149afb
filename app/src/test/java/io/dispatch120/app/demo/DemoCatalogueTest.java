package io.dispatch120.app.demo;

import static io.dispatch120.app.demo.DemoFiles.PHONE;
import static io.dispatch120.app.demo.DemoFiles.bilingual;
import static io.dispatch120.app.demo.DemoFiles.ids;
import static io.dispatch120.app.demo.DemoFiles.inside;
import static io.dispatch120.app.demo.DemoFiles.items;
import static io.dispatch120.app.demo.DemoFiles.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.geom.Path2D;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DemoCatalogueTest {
  private static final Set<String> UNIT_CAPABILITIES =
      Set.of("bls", "als", "icu", "neonatal", "negative_pressure", "ecg12");
  private static final Set<String> CREW_ROLES = Set.of("doctor", "nurse", "driver", "stretcher");

  private final JsonNode center = DemoFiles.yaml("center.yaml");
  private final Path2D area = DemoFiles.serviceArea();
  private final List<JsonNode> stations = items("stations.yaml", "stations");
  private final List<JsonNode> units = items("units.yaml", "units");

  @Test
  void namesTheCenterItsZoneAndItsNumbers() {
    assertThat(center.path("source").asText()).isEqualTo("demo");
    assertThat(center.path("id").asText()).isEqualTo("xiangjiang");
    assertThat(ZoneId.of(center.path("zone").asText())).isEqualTo(ZoneId.of("Asia/Shanghai"));
    assertThat(center.path("incidentNumberPrefix").asText()).isEqualTo("XJ");
    assertThat(bilingual(center.path("name"))).isTrue();
  }

  @Test
  void closesTheServiceAreaCounterClockwiseAroundTheMapCenter() {
    JsonNode ring = center.path("serviceArea");
    assertThat(ring.get(0)).isEqualTo(ring.get(ring.size() - 1));
    assertThat(signedArea(ring)).isPositive();
    assertThat(inside(area, center.path("map").path("center"))).isTrue();
  }

  @Test
  void keepsEveryStationInsideTheServiceAreaWithAUnit() {
    assertThat(stations).hasSizeGreaterThanOrEqualTo(12);
    assertThat(ids(stations))
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("ST-[A-Z0-9]{2,3}"));
    assertThat(stations)
        .allSatisfy(station -> assertThat(inside(area, station.path("position"))).isTrue());
    assertThat(stations)
        .allSatisfy(station -> assertThat(station.path("phone").asText()).matches(PHONE));
    assertThat(stations)
        .allSatisfy(station -> assertThat(bilingual(station.path("name"))).isTrue());
    assertThat(units.stream().map(unit -> unit.path("station").asText()).distinct())
        .containsExactlyInAnyOrderElementsOf(ids(stations));
  }

  @Test
  void numbersUnitsAndTheirTerminalsFromOneToTwentyFour() {
    assertThat(ids(units))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 24).mapToObj("A%02d"::formatted).toList());
    assertThat(units)
        .extracting(unit -> unit.path("terminalPhone").asText())
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 24).mapToObj("0139000000%02d"::formatted).toList());
  }

  @Test
  void givesEveryUnitItsOwnCallsignPlateAndPhone() {
    assertThat(units)
        .extracting(unit -> unit.path("callsign").asText())
        .doesNotHaveDuplicates()
        .doesNotContain("");
    assertThat(units)
        .extracting(unit -> unit.path("plate").asText())
        .doesNotHaveDuplicates()
        .allMatch(plate -> plate.matches("湘A·(?=(?:\\d*[A-Z]){0,2}\\d*$)[A-HJ-NP-Z0-9]{5}"));
    assertThat(units)
        .extracting(unit -> unit.path("crewPhone").asText())
        .doesNotHaveDuplicates()
        .allMatch(phone -> phone.matches(PHONE));
    assertThat(units)
        .allSatisfy(unit -> assertThat(CREW_ROLES).containsAll(texts(unit.path("crew"))));
    assertThat(units)
        .allSatisfy(unit -> assertThat(texts(unit.path("crew"))).contains("driver", "nurse"));
  }

  @Test
  void mixesUnitCapabilities() {
    assertThat(units)
        .allSatisfy(
            unit -> assertThat(UNIT_CAPABILITIES).containsAll(texts(unit.path("capabilities"))))
        .allSatisfy(
            unit ->
                assertThat(texts(unit.path("capabilities")))
                    .contains("bls")
                    .doesNotHaveDuplicates());
    assertThat(unitsWith("als")).hasSizeBetween(13, 23);
    assertThat(unitsWith("ecg12")).hasSizeBetween(12, 20).isSubsetOf(unitsWith("als"));
    assertThat(unitsWith("icu")).hasSize(2);
    assertThat(unitsWith("neonatal")).hasSize(1);
    assertThat(unitsWith("negative_pressure")).hasSize(1);
    assertThat(units.stream().filter(unit -> unit.path("station").asText().equals("ST-WCP")))
        .hasSize(2);
  }

  @Test
  void mansEveryAdvancedUnitWithADoctor() {
    assertThat(unitsWith("als"))
        .allSatisfy(unit -> assertThat(texts(unit.path("crew"))).contains("doctor"));
  }

  private List<JsonNode> unitsWith(String capability) {
    return units.stream()
        .filter(unit -> texts(unit.path("capabilities")).contains(capability))
        .toList();
  }

  private static double signedArea(JsonNode ring) {
    double twice = 0;
    for (int i = 0; i + 1 < ring.size(); i++) {
      JsonNode a = ring.get(i);
      JsonNode b = ring.get(i + 1);
      twice +=
          a.path(0).asDouble() * b.path(1).asDouble() - b.path(0).asDouble() * a.path(1).asDouble();
    }
    return twice / 2;
  }
}
