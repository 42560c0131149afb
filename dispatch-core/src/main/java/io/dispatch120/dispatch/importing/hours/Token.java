package io.dispatch120.dispatch.importing.hours;

import java.util.List;

/** A piece of hours as written. */
sealed interface Token {
  /**
   * Days in OpenStreetMap notation.
   *
   * @param days such as {@code Mo}, {@code PH}, {@code Th[1]}
   */
  record Days(List<String> days) implements Token {}

  /**
   * A moment of the day in minutes, up to two days.
   *
   * @param half said to be in the morning or in the afternoon
   */
  record Time(int minutes, boolean half) implements Token {}

  /** From one to the other. */
  record To() implements Token {}

  /** Between things of one kind. */
  record And() implements Token {}

  /** The end of a statement. */
  record Break() implements Token {}

  /** All day. */
  record AllDay() implements Token {}

  /** Not at these times. */
  record Off() implements Token {}

  /** What stands before it is meant not to count ({@code 以外}, {@code 除く}). */
  record Except() implements Token {}
}
