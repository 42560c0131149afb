package io.dispatch120.app.simulation.colleague;

import java.util.Set;

/** What the colleague does about one of its incidents. */
public sealed interface ColleagueDeed {
  String incidentId();

  /**
   * Sends the proposed unit.
   *
   * @param triedBefore units that were sent and did not come; they are not asked again
   */
  record Assign(String incidentId, Set<String> triedBefore) implements ColleagueDeed {
    public Assign {
      triedBefore = Set.copyOf(triedBefore);
    }
  }

  record ChooseHospital(String incidentId, String assignmentId) implements ColleagueDeed {}

  record OwnAlert(String incidentId, String alertId) implements ColleagueDeed {}

  record Close(String incidentId, boolean transported) implements ColleagueDeed {}
}
