package io.dispatch120.geo.hours;

/** What a calendar of public holidays says of a day. */
public enum DayKind {
  /** A day like its weekday. */
  ORDINARY,
  /** Free by public order, whatever its weekday. */
  HOLIDAY,
  /** A Saturday or Sunday on which people work, to make up for a bridged day (调休). */
  MAKE_UP,
  /** The calendar is for this place, but its year has not been published. */
  UNPUBLISHED,
  /** The calendar is for other places. */
  ELSEWHERE
}
