package io.dispatch120.dispatch.api;

/**
 * A typed identity: one short text, written as that text in JSON, never mixed up with another
 * kind's.
 */
public interface Id {
  /** Longest text an identity may have. */
  int MAX_LENGTH = 64;

  String value();

  /** Refuses empty or overlong texts, and control characters, which no storage need keep. */
  static void check(String value) {
    if (value.isBlank()
        || value.length() > MAX_LENGTH
        || value.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "an id has 1 to " + MAX_LENGTH + " printable characters, not '" + value + "'");
    }
  }
}
