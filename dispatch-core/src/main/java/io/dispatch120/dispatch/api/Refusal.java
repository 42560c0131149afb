package io.dispatch120.dispatch.api;

/**
 * An expected "no", as a value. {@code detail} is for people, in English, without personal data.
 */
public record Refusal(RefusalCode code, String detail) {}
