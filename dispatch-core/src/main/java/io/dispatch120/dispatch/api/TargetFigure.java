package io.dispatch120.dispatch.api;

/** A target of a centre in place of a default, and where it comes from. */
public record TargetFigure(long seconds, String source) {}
