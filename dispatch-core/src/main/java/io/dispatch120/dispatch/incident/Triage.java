package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.TriageResult;
import java.time.Instant;

/**
 * How a patient was triaged last (分诊).
 *
 * @param at when the answers were given
 */
public record Triage(PatientId patientId, TriageResult result, Instant at) {}
