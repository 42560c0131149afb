package io.dispatch120.dispatch.api;

import org.jspecify.annotations.Nullable;

/**
 * Text about a person (phone, name, address, free text). The type is what keeps it safe: storage
 * encrypts every value of it with its incident's key, roles without personal data see it masked,
 * and it never shows in a log because {@link #toString()} hides it.
 */
public record Personal(String text) {
  /** What is left when the incident's key has been destroyed. */
  public static final Personal ERASED = new Personal("[erased]");

  /** Wraps {@code text}, or gives null for null. */
  public static @Nullable Personal of(@Nullable String text) {
    return text == null ? null : new Personal(text);
  }

  /**
   * First three and last four characters of a phone number, like {@code 138****1234}; shorter texts
   * vanish.
   */
  public String masked() {
    return text.length() < 8
        ? "****"
        : text.substring(0, 3) + "****" + text.substring(text.length() - 4);
  }

  @Override
  public String toString() {
    return "[personal]";
  }
}
