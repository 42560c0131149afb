package io.dispatch120.app.simulation.colleague;

import java.util.List;

/**
 * What the console shows of an incident, as far as the colleague looks at it.
 *
 * @param status such as {@code waiting}
 * @param alertIds of tier 1, neither owned nor cleared
 */
public record IncidentPicture(
    String id, String status, List<AssignmentPicture> assignments, List<String> alertIds) {
  public IncidentPicture {
    assignments = List.copyOf(assignments);
    alertIds = List.copyOf(alertIds);
  }

  /**
   * @param status such as {@code en_route}
   * @param transported a patient was taken along
   * @param destined a hospital was chosen
   */
  public record AssignmentPicture(
      String id, String status, boolean transported, boolean destined) {}

  boolean transported() {
    return assignments.stream().anyMatch(AssignmentPicture::transported);
  }
}
