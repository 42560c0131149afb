package io.dispatch120.dispatch.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.Role;
import io.dispatch120.web.HttpProbe.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What narrowed roles see and do, beyond the role table. */
class ScopeTest {
  private static ConsoleHarness api;
  private static String own;
  private static String foreign;

  @BeforeAll
  static void start() throws Exception {
    api = new ConsoleHarness();
    own = api.assignment("A01");
    foreign = api.assignment("B01");
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  private static String incidentOf(String assignment) {
    return api.get("/assignments/" + assignment).json().getString("incidentId");
  }

  @Test
  void aStationSeesOnlyItsOwnUnitsAndAssignments() {
    assertThat(api.as(Role.STATION, "GET", "/assignments/" + own, "").status()).isEqualTo(200);
    assertThat(api.as(Role.STATION, "GET", "/assignments/" + foreign, "").status()).isEqualTo(404);
    assertThat(api.as(Role.STATION, "GET", "/incidents/" + incidentOf(own), "").status())
        .isEqualTo(200);
    assertThat(api.as(Role.STATION, "GET", "/incidents/" + incidentOf(foreign), "").status())
        .isEqualTo(404);
    assertThat(api.as(Role.STATION, "GET", "/units", "").json().getJsonArray("items")).hasSize(2);
    assertThat(api.as(Role.STATION, "GET", "/units/B01", "").status()).isEqualTo(404);
  }

  @Test
  void aStationAcceptsItsOwnAssignmentsAndNothingElse() {
    String mine = api.assignment("A02");
    String accept = "{\"milestone\":\"acknowledged\"}";
    assertThat(
            api.as(Role.STATION, "POST", "/assignments/" + foreign + "/milestones", accept)
                .status())
        .isEqualTo(404);
    assertThat(
            api.as(
                    Role.STATION,
                    "POST",
                    "/assignments/" + mine + "/milestones",
                    "{\"milestone\":\"en_route\"}")
                .status())
        .isEqualTo(403);
    Reply accepted = api.as(Role.STATION, "POST", "/assignments/" + mine + "/milestones", accept);
    assertThat(accepted.json().getString("status")).isEqualTo("acknowledged");
  }

  @Test
  void aHospitalSeesOnlyWhatIsOnItsWay() {
    assertThat(api.as(Role.HOSPITAL, "GET", "/assignments/" + foreign, "").status()).isEqualTo(404);
    api.post("/assignments/" + foreign + "/destination", "{\"hospitalId\":\"H2\"}");
    assertThat(api.as(Role.HOSPITAL, "GET", "/assignments/" + foreign, "").status()).isEqualTo(404);
    api.post("/assignments/" + foreign + "/destination", "{\"hospitalId\":\"H1\"}");
    assertThat(api.as(Role.HOSPITAL, "GET", "/assignments/" + foreign, "").status()).isEqualTo(200);
    assertThat(api.as(Role.HOSPITAL, "GET", "/incidents/" + incidentOf(foreign), "").status())
        .isEqualTo(200);
    assertThat(api.as(Role.HOSPITAL, "GET", "/incidents/" + incidentOf(own), "").status())
        .isEqualTo(403);
  }

  @Test
  void anObserverReadsWithoutPersonalData() {
    for (String path :
        new String[] {
          "/board",
          "/incidents",
          "/incidents/" + incidentOf(own),
          "/incidents/" + incidentOf(own) + "/timeline",
          "/aeds"
        }) {
      Reply reply = api.as(Role.OBSERVER, "GET", path, "");
      assertThat(reply.status()).as(path).isEqualTo(200);
      assertThat(reply.body()).as(path).doesNotContain("13800001234").doesNotContain("13911112222");
    }
    assertThat(api.as(Role.OBSERVER, "GET", "/board", "").body()).contains("138****1234");
    assertThat(api.as(Role.OBSERVER, "GET", "/incidents?q=13800001234", "").status())
        .isEqualTo(403);
    assertThat(api.get("/board").body()).contains("13800001234");
  }
}
