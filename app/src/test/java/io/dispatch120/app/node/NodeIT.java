package io.dispatch120.app.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dispatch120.app.cli.CenterAdministration.Added;
import io.dispatch120.app.cli.JournalVerification.Verdict;
import io.dispatch120.app.cli.RunningNode;
import io.dispatch120.app.cli.UserAdministration.NewUser;
import io.dispatch120.app.cli.UserAdministration.Role;
import io.dispatch120.app.config.Configuration;
import io.dispatch120.app.config.ConfigurationReader;
import io.dispatch120.app.config.Mode;
import io.dispatch120.app.config.StartFailure;
import io.dispatch120.app.storage.DatabaseAccess;
import io.dispatch120.web.socket.CloseCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of a call on a whole node, and what operators do with one. */
class NodeIT {
  private static final String CALL =
      "{\"phone\":\"13812345678\",\"callerName\":\"王先生\",\"complaint\":\"chest_pain\","
          + "\"location\":{\"lng\":112.90829,\"lat\":28.21102,\"radiusMeters\":12,\"source\":\"link\"}}";

  @TempDir Path data;

  @Test
  void leadsACallFromThePhoneToTheClosedIncident() throws Exception {
    try (RunningNode node = new Node().start(configuration(Mode.DEMO))) {
      assertThat(node.report().lines()).anyMatch(line -> line.contains("is ready after"));
      Browser dispatcher = Browser.signedIn(port("http"), "dispatcher", "demo-dispatcher");
      dispatcher.listen("/ws/console");
      dispatcher.awaitFrame(f -> f.get("type").asText().equals("snapshot"));

      JsonNode center = dispatcher.get("/center");
      assertThat(center.get("demo").asBoolean()).isTrue();
      assertThat(center.get("stations")).hasSize(14);
      assertThat(center.get("hospitals")).hasSize(8);

      JsonNode received = dispatcher.post("/calls", CALL);
      assertThat(dispatcher.status()).as("%s", received).isEqualTo(201);
      String incident = received.get("incident").get("id").asText();
      assertThat(
              dispatcher.awaitEvent("incident_opened").get("incidents").get(0).get("id").asText())
          .isEqualTo(incident);
      JsonNode proposal =
          dispatcher
              .awaitFrame(f -> f.get("type").asText().equals("recommendation"))
              .get("recommendation");
      assertThat(proposal.get("incidentId").asText()).isEqualTo(incident);
      assertThat(proposal.get("aeds")).isNotEmpty();
      String unit = proposal.get("units").get(0).get("unitId").asText();

      Browser crew = Browser.signedIn(port("edge"), unit.toLowerCase(Locale.ROOT), "demo-crew");
      crew.listen("/ws/crew");
      crew.awaitFrame(f -> f.get("type").asText().equals("snapshot"));
      JsonNode assignment =
          dispatcher.post(
              "/incidents/" + incident + "/assignments", "{\"unitId\":\"" + unit + "\"}");
      assertThat(dispatcher.status()).as("%s", assignment).isEqualTo(201);
      JsonNode pushed = crew.awaitEvent("unit_assigned").get("assignment");
      assertThat(pushed.get("phone").asText()).isEqualTo("13812345678");
      assertThat(pushed.get("assignment").get("id")).isEqualTo(assignment.get("id"));

      runMilestones(crew, assignment.get("id").asText());
      JsonNode closed =
          dispatcher.post("/incidents/" + incident + "/close", "{\"outcome\":\"transported\"}");
      assertThat(closed.get("status").asText()).isEqualTo("closed");
      dispatcher.awaitEvent("incident_closed");
      assertThat(dispatcher.signOut()).isEqualTo(CloseCode.SESSION_ENDED);
      assertThat(crew.signOut()).isEqualTo(CloseCode.SESSION_ENDED);
    }
    assertThat(verdicts())
        .singleElement()
        .satisfies(
            verdict -> {
              assertThat(verdict.center()).isEqualTo("xiangjiang");
              assertThat(verdict.fault()).isEmpty();
              assertThat(verdict.events()).isGreaterThan(14);
            });
    assertThatThrownBy(() -> new Node().start(configuration(Mode.SERVE)))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("is a demo one");
  }

  private static void runMilestones(Browser crew, String assignment) throws Exception {
    for (String milestone :
        List.of(
            "acknowledged",
            "en_route",
            "on_scene",
            "patient_contact",
            "transporting",
            "at_hospital",
            "handed_over",
            "cleared")) {
      JsonNode reached =
          crew.post(
              "/crew/assignments/" + assignment + "/milestones",
              "{\"milestone\":\"" + milestone + "\"}");
      assertThat(crew.status()).as("%s: %s", milestone, reached).isEqualTo(200);
      assertThat(reached.get("status").asText()).isEqualTo(milestone);
    }
    crew.post("/crew/assignments/" + assignment + "/milestones", "{\"milestone\":\"cleared\"}");
    assertThat(crew.status()).isEqualTo(409);
  }

  @Test
  void aFreshInstallationTakesCallsAtOnceAndServesCentresThatAreBrought() throws Exception {
    addUser("li.na", Role.dispatcher, Optional.empty());
    Added added = access().with(database -> new CenterTool().add(database, demoFiles()));
    assertThat(added).isEqualTo(new Added("xiangjiang", 14, 24, 8, 130));
    assertThatThrownBy(() -> access().with(database -> new CenterTool().add(database, demoFiles())))
        .hasMessageContaining("there is a centre xiangjiang already");
    addUser("wang.wei", Role.dispatcher, Optional.of("xiangjiang"));
    try (RunningNode node = new Node().start(configuration(Mode.SERVE))) {
      assertThat(node.report().accounts()).isEmpty();
      Browser first = Browser.signedIn(port("http"), "li.na", "long enough");
      first.post("/calls", CALL);
      assertThat(first.status()).isEqualTo(201);
      assertThat(first.get("/units").get("items")).isEmpty();
      Browser second = Browser.signedIn(port("http"), "wang.wei", "long enough");
      assertThat(second.get("/units").get("items")).hasSize(24);
      assertThat(second.get("/board").get("incidents")).as("centres are apart").isEmpty();
    }
    assertThatThrownBy(() -> new Node().start(configuration(Mode.DEMO)))
        .isInstanceOf(StartFailure.class);
  }

  private void addUser(String name, Role role, Optional<String> center) {
    NewUser user =
        new NewUser(name, role, center, Optional.empty(), Optional.empty(), Optional.empty());
    access()
        .with(
            database -> {
              new UserTool().add(database, user, "long enough".toCharArray());
              return user;
            });
  }

  private static Path demoFiles() {
    return Path.of("src/main/resources/demo").toAbsolutePath();
  }

  private List<Verdict> verdicts() {
    return access().with(database -> new JournalTool().verify(database));
  }

  private DatabaseAccess access() {
    return new DatabaseAccess(configuration(Mode.SERVE).storage());
  }

  private Configuration configuration(Mode mode) {
    Map<String, String> environment = new HashMap<>();
    environment.put("DISPATCH120_DATA_DIR", data.toString());
    environment.put("DISPATCH120_HTTP_PORT", "0");
    environment.put("DISPATCH120_EDGE_PORT", "0");
    environment.put("DISPATCH120_MANAGEMENT_PORT", "0");
    environment.put("DISPATCH120_JTT808_PORT", "off");
    if (mode == Mode.DEMO) {
      // What happens here is this test's own doing.
      environment.put("DISPATCH120_SIMULATE", "off");
    }
    return new ConfigurationReader(environment, null, data).read(mode, List.of());
  }

  private int port(String name) throws Exception {
    return new ObjectMapper()
        .readTree(Files.readString(data.resolve("ports.json")))
        .get(name)
        .asInt();
  }
}
