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
  /** A tap at the desk of a hospital. */
  HOSPITAL,
  /** A doctor, by the link of a text message. */
  LINK,
  /** The system itself, on what it saw. */
  SYSTEM,
  /** Proposed from the position and confirmed. */
  SUGGESTED
}
