package io.dispatch120.dispatch.view;

import io.dispatch120.dispatch.alert.Alert;
import io.dispatch120.dispatch.alert.Alert.Audience;
import io.dispatch120.dispatch.api.AlertView;
import io.dispatch120.dispatch.api.IncidentId;
import org.jspecify.annotations.Nullable;

/** Alerts as clients see them. Pure. */
public final class AlertViews {
  private AlertViews() {}

  /** An alert of {@code incident}, which is null for an alert about the centre itself. */
  public static AlertView of(@Nullable IncidentId incident, Alert alert) {
    return new AlertView(
        alert.id(),
        alert.kind(),
        alert.tier(),
        alert.level(),
        incident,
        alert.assignmentId(),
        alert.unitId(),
        alert.hospitalId(),
        alert.proposedUnitId(),
        alert.raisedAt(),
        alert.owner(),
        alert.snoozedUntil(),
        alert.clearedAt(),
        alert.patientId(),
        alert.subject(),
        alert.audience() == Audience.HOSPITAL ? "hospital" : "dispatch");
  }
}
