package io.dispatch120.dispatch.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.access.RoleTable;
import io.dispatch120.dispatch.api.Role;
import io.dispatch120.web.ContractCheck.Op;
import io.dispatch120.web.HttpProbe.Reply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every operation for every role, asked over the socket. */
class RoleTableTest {
  /** y: may; a dot: gets 403. */
  private static final String EXPECTED =
      """
      operation          dispatcher supervisor station crew responder hospital admin observer integration
      getMe              y          y          y       .    .         y        y     y        y
      signOut            y          y          y       .    .         y        y     y        y
      issueTicket        y          y          y       .    .         y        y     y        y
      getCenter          y          y          y       .    .         y        y     y        y
      receiveCall        y          y          .       .    .         .        .     .        .
      linkCall           y          y          .       .    .         .        .     .        .
      unlinkCall         y          y          .       .    .         .        .     .        .
      listIncidents      y          y          .       .    .         .        .     y        .
      getIncident        y          y          y       .    .         y        .     y        .
      changeIncident     y          y          .       .    .         .        .     .        .
      getTimeline        y          y          .       .    .         .        .     y        .
      addPatient         y          y          .       .    .         .        .     .        .
      changePatient      y          y          .       .    .         .        .     .        .
      reportLocation     y          y          .       .    .         .        .     .        .
      sendLocatorLink    y          y          .       .    .         .        .     .        .
      sendMessage        y          y          .       .    .         .        .     .        .
      getRecommendation  y          y          .       .    .         .        .     .        .
      assignUnit         y          y          .       .    .         .        .     .        .
      closeIncident      y          y          .       .    .         .        .     .        .
      reopenIncident     .          y          .       .    .         .        .     .        .
      getAssignment      y          y          y       .    .         y        .     y        .
      recordMilestone    y          y          y       .    .         .        .     .        .
      correctMilestone   .          y          .       .    .         .        .     .        .
      withdrawMilestone  y          y          .       .    .         .        .     .        .
      declineAssignment  y          y          .       .    .         .        .     .        .
      cancelAssignment   y          y          .       .    .         .        .     .        .
      chooseDestination  y          y          .       .    .         .        .     .        .
      acknowledgeAlert   y          y          .       .    .         .        .     .        .
      snoozeAlert        y          y          .       .    .         .        .     .        .
      listUnits          y          y          y       .    .         .        y     y        .
      getUnit            y          y          y       .    .         .        y     y        .
      setAvailability    y          y          .       .    .         .        .     .        .
      reportPositions    y          y          .       .    .         .        .     .        .
      getRoutes          y          y          .       .    .         .        .     y        .
      listRoadClosures   y          y          .       .    .         .        .     y        .
      previewRoadClosure y          y          .       .    .         .        .     .        .
      closeRoad          y          y          .       .    .         .        .     .        .
      openRoad           y          y          .       .    .         .        .     .        .
      listTriageCards    y          y          .       .    .         .        y     y        .
      proposeTriageCard  .          y          .       .    .         .        y     .        .
      approveTriageCard  .          y          .       .    .         .        y     .        .
      withdrawTriageCard .          y          .       .    .         .        y     .        .
      recordTriage       y          y          .       .    .         .        .     .        .
      openChestPain      y          y          .       .    .         .        .     .        .
      getChestPain       y          y          .       .    .         y        .     y        .
      recordCaseMilestone y          y          .       .    .         y        .     .        .
      removeCaseMilestone y          y          .       .    .         y        .     .        .
      recordVisit        y          y          .       .    .         y        .     .        .
      recordDiagnosis    y          y          .       .    .         y        .     .        .
      recordVitals       y          y          .       .    .         y        .     .        .
      recordTroponin     y          y          .       .    .         y        .     .        .
      getChecklist       y          y          .       .    .         y        .     .        .
      answerChecklist    y          y          .       .    .         y        .     .        .
      recordBypass       y          y          .       .    .         y        .     .        .
      sendPreAlert       y          y          .       .    .         .        .     .        .
      storeEcg           y          y          .       .    .         y        .     .        .
      openEcgUpload      y          y          .       .    .         y        .     .        .
      getEcgUpload       y          y          .       .    .         y        .     .        .
      appendEcgUpload    y          y          .       .    .         y        .     .        .
      getEcgContent      y          y          .       .    .         y        .     .        .
      getEcgWaveform     y          y          .       .    .         y        .     .        .
      withdrawEcg        y          y          .       .    .         y        .     .        .
      reportChestPain    .          y          .       .    .         y        .     .        .
      concludeChestPain  y          y          .       .    .         y        .     .        .
      getAdvice          y          y          .       .    .         y        .     y        .
      sendOtherPreAlert  y          y          .       .    .         .        .     .        .
      cancelPreAlert     y          y          .       .    .         .        .     .        .
      answerEscalation   y          y          .       .    .         y        .     .        .
      listHospitals      y          y          .       .    .         y        y     y        .
      postCapacityNotice y          y          .       .    .         y        .     .        .
      liftCapacityNotice y          y          .       .    .         y        .     .        .
      putOnCall          .          y          .       .    .         y        y     .        .
      listAeds           y          y          .       .    .         .        y     y        .
      getAed             y          y          .       .    .         .        y     y        .
      putAed             .          .          .       .    .         .        y     .        .
      deleteAed          .          .          .       .    .         .        y     .        .
      importList         .          .          .       .    .         .        y     .        .
      convertDatum       y          y          y       .    .         y        y     y        y
      listEvents         .          y          .       .    .         .        .     .        y
      listTextMessages   y          y          .       .    .         .        .     .        .
      getBoard           y          y          .       .    .         .        .     y        .
      """;

  private static ConsoleHarness api;

  @BeforeAll
  static void start() throws Exception {
    api = new ConsoleHarness();
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  private static Map<String, Map<Role, Boolean>> expected() {
    List<String[]> lines = EXPECTED.lines().map(line -> line.split("\\s+")).toList();
    Map<String, Map<Role, Boolean>> table = new HashMap<>();
    for (String[] line : lines.subList(1, lines.size())) {
      Map<Role, Boolean> row = new HashMap<>();
      for (int i = 1; i < line.length; i++) {
        row.put(
            Role.valueOf(lines.get(0)[i].toUpperCase(java.util.Locale.ROOT)), line[i].equals("y"));
      }
      table.put(line[0], row);
    }
    return table;
  }

  @Test
  void hasALineForEveryOperationThatNeedsASession() {
    Set<String> operations =
        new java.util.HashSet<>(ConsoleHarness.CONTRACT.operations().stream().map(Op::id).toList());
    operations.remove("signIn");
    assertThat(expected().keySet()).isEqualTo(operations);
    assertThat(expected().values()).allMatch(row -> row.size() == Role.values().length);
  }

  @TestFactory
  Stream<DynamicTest> admitsWhomTheTableNames() {
    return ConsoleHarness.CONTRACT.operations().stream()
        .filter(op -> !op.id().equals("signIn"))
        // Signing out would end the sessions of all that follow.
        .sorted((a, b) -> Boolean.compare(a.id().equals("signOut"), b.id().equals("signOut")))
        .flatMap(
            op ->
                Stream.of(Role.values())
                    .map(
                        role ->
                            DynamicTest.dynamicTest(
                                op.id() + " by " + role, () -> check(op, role))));
  }

  private static void check(Op op, Role role) {
    boolean may = expected().get(op.id()).get(role);
    assertThat(RoleTable.admits(role, op.id())).isEqualTo(may);
    // Names nothing that exists, and no valid body: who is admitted gets anything but 403.
    String path =
        op.path()
            .substring("/api/v1".length())
            // A desk is admitted for its own hospital only.
            .replace("/hospitals/{id}", "/hospitals/H1")
            .replace("{kind}", "aeds")
            .replace("{card}", "chest_pain")
            .replace("{milestone}", "cleared")
            .replace("{ecgId}", "none")
            .replace("{uploadId}", "none")
            .replace("{name}", "none")
            .replace("{id}", "none");
    Reply reply = api.as(role, op.method(), path, op.body().isPresent() ? "{\"x\":1}" : "");
    if (may) {
      assertThat(reply.status()).as(reply.toString()).isNotIn(401, 403, 500);
    } else {
      assertThat(reply.status()).as(reply.toString()).isEqualTo(403);
      assertThat(reply.code()).isEqualTo("forbidden");
    }
  }

  @Test
  void refusesEverythingWithoutASession() {
    for (Op op : ConsoleHarness.CONTRACT.operations()) {
      if (!op.id().equals("signIn")) {
        String path =
            op.path()
                .replace("{kind}", "aeds")
                .replace("{card}", "chest_pain")
                .replace("{milestone}", "cleared")
                .replace("{ecgId}", "none")
                .replace("{uploadId}", "none")
                .replace("{name}", "none")
                .replace("{id}", "none");
        Reply reply = api.send(op.method(), path, op.body().isPresent() ? "{\"x\":1}" : "");
        assertThat(reply.status()).as(op.id()).isEqualTo(401);
      }
    }
  }

  @Test
  void knowsNoOperationThatTheContractDoesNot() {
    for (Role role : Role.values()) {
      assertThat(RoleTable.admits(role, "deleteEverything")).isFalse();
    }
  }
}
