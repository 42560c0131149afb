package io.dispatch120.dispatch.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dispatch120.dispatch.api.AlertKind;
import io.dispatch120.dispatch.api.Capability;
import io.dispatch120.dispatch.api.Catalogue.AedInfo;
import io.dispatch120.dispatch.api.Complaint;
import io.dispatch120.dispatch.api.FixSource;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.Outcome;
import io.dispatch120.dispatch.api.Priority;
import io.dispatch120.dispatch.codec.Json;
import io.dispatch120.dispatch.journal.BoardSource.Picture;
import io.dispatch120.geo.api.AedAccess;
import io.dispatch120.geo.api.AedReadiness;
import io.dispatch120.geo.api.AedSite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The field names that clients outside read, as the external contract lists them. */
class ViewJsonTest {
  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
  private static final ObjectMapper JSON = Json.wire();

  private static IncidentStory story() {
    return IncidentStory.opened("i1", NOW)
        .called("13812341234")
        .located(TestCenter.WANGCHENGPO, FixSource.CONFIRMED)
        .complains(Complaint.CHEST_PAIN, Priority.P1)
        .assigned("A01")
        .reached("A01", Milestone.EN_ROUTE)
        .alerted("alert", AlertKind.INCIDENT_WAITING);
  }

  @Test
  void namesTheFieldsOfAnIncidentAndItsPartsAsTheContractDoes() {
    IncidentStory story = story().closed(Outcome.TRANSPORTED);
    JsonNode incident = JSON.valueToTree(IncidentViews.of(story.incident(), NOW));

    assertThat(names(incident))
        .contains("id", "number", "center", "status", "priority", "complaint", "position")
        .contains("fixes", "calls", "patients", "assignments", "version", "openedAt")
        .contains("closedAt", "outcome");
    assertThat(names(incident.at("/position"))).contains("lng", "lat", "radiusMeters");
    assertThat(names(incident.at("/position"))).contains("source", "at");
    assertThat(names(incident.at("/fixes/0")))
        .contains("id", "lng", "lat", "radiusMeters", "source", "at");
    assertThat(names(incident.at("/calls/0"))).contains("id", "incidentId", "phone", "receivedAt");
    assertThat(names(incident.at("/patients/0"))).contains("id");
    assertThat(names(incident.at("/assignments/0")))
        .contains("id", "incidentId", "unitId", "status", "milestones");
    assertThat(names(incident.at("/assignments/0/milestones")))
        .containsExactly("assigned", "en_route");
    assertThat(names(incident.at("/assignments/0/milestones/assigned")))
        .contains("at", "recordedAt", "source");
  }

  @Test
  void namesTheFieldsOfAnEndedAssignmentAsTheContractDoes() {
    IncidentStory story = story().reached("A01", Milestone.CLEARED);
    JsonNode incident = JSON.valueToTree(IncidentViews.of(story.incident(), NOW));

    assertThat(names(incident.at("/assignments/0"))).contains("endedAt");
  }

  @Test
  void namesTheFieldsOfAUnitAsTheContractDoes() {
    TestCenter center = new TestCenter().seen("A01", TestCenter.WANGCHENGPO, NOW);
    JsonNode unit =
        JSON.valueToTree(
            UnitViews.of(
                TestCenter.unit("A01", TestCenter.WANGCHENGPO, Capability.ALS)
                    .assigned(story().assignmentOf("A01"), story().incident().id()),
                center,
                NOW));

    assertThat(names(unit))
        .contains("id", "callsign", "plate", "capabilities", "station", "availability")
        .contains("position", "stale", "crewLink", "assignmentId");
    assertThat(names(unit.at("/position"))).contains("lng", "lat", "at");
  }

  @Test
  void namesTheFieldsOfAnAedAsTheContractDoes() {
    AedSite site =
        new AedSite(
            "AED-1",
            "地铁站",
            TestCenter.WANGCHENGPO,
            "A 座",
            "1",
            "服务台",
            "24/7",
            "全天",
            AedAccess.PUBLIC,
            AedReadiness.OK,
            NOW);
    AedInfo info = new AedInfo(site, "站长", "13800000000", "demo");
    TestCenter center = new TestCenter().withAeds(List.of(info));
    JsonNode aed =
        JSON.valueToTree(
            AedViews.of(center.aeds().nearest(TestCenter.WANGCHENGPO, 1, NOW).get(0), info));

    assertThat(names(aed))
        .contains("id", "name", "position", "building", "floor", "placement", "openingHours")
        .contains("hoursText", "access", "openNow", "readiness", "distanceMeters", "walkSeconds");
    assertThat(names(aed.at("/position"))).containsExactly("lng", "lat");
  }

  @Test
  void namesTheFieldsOfAnAlertEventAndABoardAsTheContractDoes() {
    IncidentStory story = story();
    JsonNode event = JSON.valueToTree(EventViews.of(story.lastEntry()));
    JsonNode board =
        JSON.valueToTree(
            BoardViews.of(
                IncidentStory.CENTER,
                new Picture(6, NOW, List.of(story.incident()), List.of()),
                new TestCenter(),
                NOW));

    assertThat(names(event)).contains("id", "seq", "type", "at", "recordedAt", "actor");
    assertThat(names(event)).contains("incidentId", "data");
    assertThat(names(event.at("/data"))).contains("id", "kind", "tier", "incidentId", "raisedAt");
    assertThat(names(board))
        .containsExactly(
            "seq", "at", "center", "incidents", "units", "alerts", "roadClosures", "hospitals");
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
