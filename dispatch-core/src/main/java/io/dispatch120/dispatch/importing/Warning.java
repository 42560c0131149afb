package io.dispatch120.dispatch.importing;

/** What a row's message is about, for programs. */
public enum Warning {
  /** The list gives no hours. */
  HOURS_MISSING,
  /** The hours could not be read, so they are unknown. */
  HOURS_UNKNOWN,
  /** Perhaps the same as another row, or another entry. */
  DUPLICATE,
  /** Longitude and latitude stood the wrong way round, and were turned. */
  SWAPPED,
  /** Beyond the area of the centre. */
  OUTSIDE_CENTER,
  /** Something else that deserves a look. */
  CHECK
}
