package io.dispatch120.geo.hours;

/** Whether something applies, as far as can be known. */
enum Answer {
  YES,
  NO,
  MAYBE;

  Answer and(Answer other) {
    if (this == NO || other == NO) {
      return NO;
    }
    return this == YES && other == YES ? YES : MAYBE;
  }

  Answer or(Answer other) {
    if (this == YES || other == YES) {
      return YES;
    }
    return this == NO && other == NO ? NO : MAYBE;
  }

  static Answer of(boolean applies) {
    return applies ? YES : NO;
  }
}
