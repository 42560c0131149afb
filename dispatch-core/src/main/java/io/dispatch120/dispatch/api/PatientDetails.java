package io.dispatch120.dispatch.api;

import org.jspecify.annotations.Nullable;

/** What is known of a patient; a null field leaves what was known before. */
public record PatientDetails(
    @Nullable Personal name,
    @Nullable Sex sex,
    @Nullable Integer ageYears,
    @Nullable TriageTag tag,
    @Nullable Personal findings,
    @Nullable Outcome outcome) {}
