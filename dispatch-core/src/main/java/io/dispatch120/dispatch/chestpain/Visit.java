package io.dispatch120.dispatch.chestpain;

import io.dispatch120.dispatch.api.HospitalId;
import org.jspecify.annotations.Nullable;

/** A patient in a hospital; a transfer has two. */
public record Visit(
    HospitalId hospitalId, @Nullable CaseTime arrival, @Nullable CaseTime departure) {}
