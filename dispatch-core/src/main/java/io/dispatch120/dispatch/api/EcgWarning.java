package io.dispatch120.dispatch.api;

/** Something to look at in an ECG. {@code detail} is for people, in English, without names. */
public record EcgWarning(EcgWarningCode code, String detail) {}
