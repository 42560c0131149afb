package io.dispatch120.dispatch.access;

import static io.dispatch120.dispatch.api.Role.ADMIN;
import static io.dispatch120.dispatch.api.Role.DISPATCHER;
import static io.dispatch120.dispatch.api.Role.HOSPITAL;
import static io.dispatch120.dispatch.api.Role.INTEGRATION;
import static io.dispatch120.dispatch.api.Role.OBSERVER;
import static io.dispatch120.dispatch.api.Role.STATION;
import static io.dispatch120.dispatch.api.Role.SUPERVISOR;

import io.dispatch120.dispatch.api.Role;
import io.dispatch120.dispatch.api.SessionUser;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which role may call which operation of the internal port. What is not in the table nobody may.
 * Crews and responders are in no line: they have the public edge. Immutable.
 *
 * <p>Where a role is narrowed to its own station or hospital, the operation itself looks.
 */
public final class RoleTable {
  private static final Set<Role> OPERATORS = Set.of(DISPATCHER, SUPERVISOR);
  private static final Map<String, Set<Role>> TABLE = table();

  private RoleTable() {}

  private static Map<String, Set<Role>> table() {
    Map<String, Set<Role>> table = new HashMap<>();
    Set<Role> everybody =
        Set.of(DISPATCHER, SUPERVISOR, STATION, HOSPITAL, ADMIN, OBSERVER, INTEGRATION);
    allow(table, everybody, "getMe", "signOut", "issueTicket", "getCenter", "convertDatum");
    allow(table, OPERATORS, "receiveCall", "linkCall", "unlinkCall");
    allow(table, OPERATORS, "changeIncident", "addPatient", "changePatient", "reportLocation");
    allow(table, OPERATORS, "sendLocatorLink", "sendMessage", "getRecommendation", "assignUnit");
    allow(table, OPERATORS, "closeIncident", "withdrawMilestone", "declineAssignment");
    allow(table, OPERATORS, "cancelAssignment", "chooseDestination");
    allow(table, OPERATORS, "acknowledgeAlert", "snoozeAlert");
    allow(table, OPERATORS, "openChestPain", "sendPreAlert", "sendOtherPreAlert", "cancelPreAlert");
    Set<Role> withHospital = Set.of(DISPATCHER, SUPERVISOR, HOSPITAL);
    allow(table, withHospital, "recordCaseMilestone", "removeCaseMilestone", "recordVisit");
    allow(table, withHospital, "recordDiagnosis", "recordVitals", "recordTroponin");
    allow(table, withHospital, "getChecklist", "answerChecklist", "recordBypass");
    allow(table, withHospital, "concludeChestPain");
    allow(table, withHospital, "answerEscalation");
    allow(table, withHospital, "storeEcg", "openEcgUpload", "getEcgUpload", "appendEcgUpload");
    allow(table, withHospital, "getEcgContent", "getEcgWaveform", "withdrawEcg");
    allow(table, Set.of(SUPERVISOR, HOSPITAL), "reportChestPain");
    allow(table, Set.of(DISPATCHER, SUPERVISOR, HOSPITAL, OBSERVER), "getChestPain", "getAdvice");
    allow(table, OPERATORS, "setAvailability", "reportPositions");
    allow(table, Set.of(SUPERVISOR), "correctMilestone", "reopenIncident");
    allow(table, Set.of(SUPERVISOR, INTEGRATION), "listEvents");
    allow(table, Set.of(DISPATCHER, SUPERVISOR, OBSERVER), "getBoard", "listIncidents");
    allow(table, Set.of(DISPATCHER, SUPERVISOR, OBSERVER), "getTimeline");
    allow(table, Set.of(DISPATCHER, SUPERVISOR, OBSERVER), "getRoutes", "listRoadClosures");
    allow(table, OPERATORS, "previewRoadClosure", "closeRoad", "openRoad");
    allow(table, Set.of(DISPATCHER, SUPERVISOR, ADMIN, OBSERVER), "listTriageCards");
    allow(table, Set.of(SUPERVISOR, ADMIN), "proposeTriageCard", "approveTriageCard");
    allow(table, Set.of(SUPERVISOR, ADMIN), "withdrawTriageCard");
    allow(table, OPERATORS, "recordTriage");
    Set<Role> boards = Set.of(DISPATCHER, SUPERVISOR, OBSERVER, ADMIN, HOSPITAL);
    allow(table, boards, "listHospitals");
    Set<Role> noticing = Set.of(DISPATCHER, SUPERVISOR, HOSPITAL);
    allow(table, noticing, "postCapacityNotice", "liftCapacityNotice");
    allow(table, Set.of(SUPERVISOR, ADMIN, HOSPITAL), "putOnCall");
    Set<Role> desks = Set.of(DISPATCHER, SUPERVISOR, OBSERVER, STATION, HOSPITAL);
    allow(table, desks, "getIncident", "getAssignment");
    allow(table, Set.of(DISPATCHER, SUPERVISOR, STATION), "recordMilestone");
    allow(table, Set.of(DISPATCHER, SUPERVISOR, OBSERVER, STATION, ADMIN), "listUnits", "getUnit");
    allow(table, Set.of(DISPATCHER, SUPERVISOR, OBSERVER, ADMIN), "listAeds", "getAed");
    allow(table, Set.of(ADMIN), "importList", "putAed", "deleteAed");
    allow(table, OPERATORS, "listTextMessages");
    return Map.copyOf(table);
  }

  private static void allow(Map<String, Set<Role>> table, Set<Role> roles, String... operations) {
    for (String operation : operations) {
      table.put(operation, Collections.unmodifiableSet(EnumSet.copyOf(roles)));
    }
  }

  public static boolean admits(Role role, String operationId) {
    return TABLE.getOrDefault(operationId, Set.of()).contains(role);
  }

  /** Whether somebody of this role may sign in on the internal port. */
  public static boolean admits(Role role) {
    return admits(role, "getMe");
  }

  /** Whether personal data is masked in everything this user reads. */
  public static boolean masks(SessionUser user) {
    return user.role() == OBSERVER;
  }
}
