package io.dispatch120.app.simulation.colleague;

/** What the colleague does about one of its incidents. */
public sealed interface ColleagueDeed {
  String incidentId();

  /**
   * Sends the proposed unit.
   *
   * @param attempt how many units were sent before
   */
  record Assign(String incidentId, int attempt) implements ColleagueDeed {}

  record ChooseHospital(String incidentId, String assignmentId) implements ColleagueDeed {}

  record OwnAlert(String incidentId, String alertId) implements ColleagueDeed {}

  record Close(String incidentId, boolean transported) implements ColleagueDeed {}
}
