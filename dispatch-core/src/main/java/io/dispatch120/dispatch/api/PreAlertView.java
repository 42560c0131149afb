package io.dispatch120.dispatch.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One hospital warned of one patient.
 *
 * @param advised the hospital that stood first in the advice when another was chosen
 * @param levels how many its ladder has
 */
public record PreAlertView(
    PreAlertId id,
    PatientId patientId,
    HospitalId hospitalId,
    PreAlertKind kind,
    PreAlertState state,
    Instant sentAt,
    String sentBy,
    @Nullable Strategy strategy,
    @Nullable HospitalId advised,
    @Nullable Personal overrideReason,
    int levels,
    List<EscalationView> escalations) {}
