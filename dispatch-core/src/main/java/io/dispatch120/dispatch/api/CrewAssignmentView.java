package io.dispatch120.dispatch.api;

import io.dispatch120.dispatch.api.IncidentView.AssignmentView;
import io.dispatch120.dispatch.api.IncidentView.MessageView;
import io.dispatch120.dispatch.api.IncidentView.PatientView;
import io.dispatch120.dispatch.api.IncidentView.PositionView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a crew needs of its assignment, readable offline once received.
 *
 * @param destination where to go; null while the place is unknown
 * @param phone the caller's
 * @param hospitals where patients can be taken
 */
public record CrewAssignmentView(
    AssignmentView assignment,
    IncidentId incidentId,
    String number,
    Priority priority,
    @Nullable Complaint complaint,
    @Nullable PositionView destination,
    @Nullable Personal address,
    @Nullable Personal meetingPoint,
    @Nullable Personal note,
    @Nullable Personal phone,
    @Nullable Personal callerName,
    List<PatientView> patients,
    List<MessageView> messages,
    List<AedView> aeds,
    List<UnitId> otherUnits,
    List<ChestPainCaseView> cases,
    List<PreAlertView> preAlerts,
    List<CrewHospitalView> hospitals,
    Instant openedAt,
    long seq) {}
