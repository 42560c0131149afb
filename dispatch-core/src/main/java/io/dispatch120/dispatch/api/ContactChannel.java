package io.dispatch120.dispatch.api;

/** How somebody on a hospital's ladder is told. */
public enum ContactChannel {
  /** The screen of the hospital's desk. */
  CONSOLE,
  /** A text message with a link to answer by one tap. */
  SMS,
  /** A dispatcher telephones. */
  PHONE
}
