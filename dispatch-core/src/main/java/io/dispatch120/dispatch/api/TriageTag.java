package io.dispatch120.dispatch.api;

/** Colour of a patient in a mass-casualty incident (红黄绿黑). */
public enum TriageTag {
  RED,
  YELLOW,
  GREEN,
  BLACK
}
