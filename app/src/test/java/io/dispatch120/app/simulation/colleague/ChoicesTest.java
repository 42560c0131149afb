package io.dispatch120.app.simulation.colleague;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChoicesTest {
  private static final String ADVICE =
      """
      {"units":[{"unitId":"A24"},{"unitId":"A07"},{"unitId":"A03"},
                {"unitId":"A01","blockedBy":"unit_committed"}],
       "hospitals":[
         {"hospitalId":"town","travelSeconds":300,"capabilities":[{"name":"thrombolysis"}]},
         {"hospitalId":"city","travelSeconds":700,"capabilities":[{"name":"pci_24x7"}]},
         {"hospitalId":"far","travelSeconds":1500,"capabilities":[{"name":"stroke"}]}]}
      """;

  @Test
  void takesTheProposalThatIsNobodyElses() {
    assertThat(Choices.findUnit(json(ADVICE), Set.of("A24"))).contains("A07");
    assertThat(Choices.findUnit(json(ADVICE), Set.of("A24", "A07"))).contains("A03");
    assertThat(Choices.findUnit(json(ADVICE), Set.of("A24", "A07", "A03"))).isEmpty();
    assertThat(Choices.findUnit(json("{\"units\":[]}"), Set.of())).isEmpty();
  }

  @Test
  void prefersAHospitalThatCanDoWhatIsNeededIfItIsNotTooFar() {
    assertThat(Choices.findHospital(json(ADVICE), "chest_pain")).contains("city");
    assertThat(Choices.findHospital(json(ADVICE), "stroke")).contains("town");
    assertThat(Choices.findHospital(json(ADVICE), "burn")).contains("town");
    assertThat(Choices.findHospital(json("{\"hospitals\":[]}"), "burn")).isEmpty();
  }

  @Test
  void seesWhatMattersOfAnIncident() {
    IncidentPicture picture =
        PictureReader.read(
            json(
                """
                {"id":"i1","status":"transporting",
                 "assignments":[
                   {"id":"a1","unitId":"A07","status":"declined","milestones":{"assigned":{}}},
                   {"id":"a2","unitId":"A03","status":"transporting","destinationHospitalId":"city",
                    "milestones":{"assigned":{},"transporting":{}}}],
                 "alerts":[
                   {"id":"x1","tier":1},{"id":"x2","tier":2},{"id":"x3","tier":1,"owner":"wang"},
                   {"id":"x4","tier":1,"clearedAt":"2026-11-22T04:00:00Z"}]}
                """));
    assertThat(picture.alertIds()).isEqualTo(List.of("x1"));
    assertThat(picture.unitsSent()).containsExactlyInAnyOrder("A03", "A07");
    assertThat(picture.transported()).isTrue();
    assertThat(picture.assignments().get(1).destined()).isTrue();
    assertThat(picture.assignments().get(0).destined()).isFalse();
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
