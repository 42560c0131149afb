package io.dispatch120.dispatch.api;

/** Who says that a milestone was reached. */
public enum MilestoneSource {
  /** The dispatch centre itself: the assignment was made. */
  DISPATCH,
  /** A tap of the crew. */
  CREW,
  /** A dispatcher, on the crew's word. */
  VOICE,
  /** A vehicle terminal. */
  TERMINAL,
  /** Proposed from the position and confirmed. */
  SUGGESTED
}
