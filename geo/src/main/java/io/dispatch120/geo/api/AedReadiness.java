package io.dispatch120.geo.api;

/** What the last check of an AED found. */
public enum AedReadiness {
  /** Ready for use. */
  OK,
  /** Present, but does not work. */
  FAULT,
  /** Pads or battery past their date. */
  EXPIRED,
  /** Not at its place. */
  MISSING,
  /** Never checked, or nobody knows. */
  UNKNOWN
}
