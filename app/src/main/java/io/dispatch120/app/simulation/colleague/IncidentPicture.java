package io.dispatch120.app.simulation.colleague;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the console shows of an incident, as far as the colleague looks at it.
 *
 * @param seq the last journal entry in it
 * @param status such as {@code waiting}
 * @param alertIds of tier 1, neither owned nor cleared
 */
public record IncidentPicture(
    String id,
    long seq,
    String status,
    List<AssignmentPicture> assignments,
    List<String> alertIds) {
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
      String id, String unitId, String status, boolean transported, boolean destined) {}

  Set<String> unitsSent() {
    return assignments.stream().map(AssignmentPicture::unitId).collect(Collectors.toSet());
  }

  boolean transported() {
    return assignments.stream().anyMatch(AssignmentPicture::transported);
  }
}
