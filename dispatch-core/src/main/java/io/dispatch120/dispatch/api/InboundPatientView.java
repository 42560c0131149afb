package io.dispatch120.dispatch.api;

import io.dispatch120.geo.api.TravelMethod;
import org.jspecify.annotations.Nullable;

/**
 * A patient on the way to a hospital. The figures are null while they would be guesswork: the unit
 * is not with the patient yet, or no position of the last minute is known.
 *
 * @param etaSeconds from where the unit is now; while it is still at the scene, if it left now
 * @param method how the way was found
 */
public record InboundPatientView(
    IncidentId incidentId,
    PatientId patientId,
    UnitId unitId,
    @Nullable Double etaSeconds,
    @Nullable Double distanceMeters,
    @Nullable TravelMethod method) {}
