package io.dispatch120.dispatch.api;

/** Whether an assignment will reach the crew's device at once. */
public enum CrewLink {
  CONNECTED,
  BACKGROUND,
  LOST
}
