package io.dispatch120.dispatch.chestpain;

import java.time.Instant;

/** Whether the patient was taken past the emergency department (绕行急诊) and past the CCU (绕行CCU). */
public record Bypass(
    boolean emergencyDepartment, boolean coronaryCareUnit, Instant recordedAt, long seq) {}
