package io.dispatch120.app.cli;

import io.dispatch120.app.config.StartFailure;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where a new password is read from: never an argument, which other users of the machine see. */
public interface PasswordSource {
  /** Shortest password taken; OWASP ASVS 5.0, 6.2.1. */
  int SHORTEST = 8;

  /** Longest password taken; OWASP ASVS 5.0, 6.2.9 asks for at least 64. */
  int LONGEST = 128;

  /**
   * @throws StartFailure when there is none, it is too short or long, or the two entries differ
   */
  char[] read(String user);

  /** Asked twice on a terminal, without echo; else the first line of standard input. */
  static PasswordSource of(@Nullable Console console, InputStream in) {
    return user -> checked(console == null ? fromInput(in) : fromTerminal(console, user));
  }

  private static char[] fromTerminal(Console console, String user) {
    char[] first = console.readPassword("Password for %s: ", user);
    char[] second = console.readPassword("Again: ");
    if (first == null || second == null) {
      return new char[0];
    }
    if (!Arrays.equals(first, second)) {
      throw new StartFailure("the two passwords differ", "Run the command again.");
    }
    return first;
  }

  private static char[] fromInput(InputStream in) {
    try {
      String line =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
      return line == null ? new char[0] : line.toCharArray();
    } catch (IOException e) {
      throw new StartFailure("no password could be read", "Give it on standard input.", e);
    }
  }

  private static char[] checked(char[] password) {
    if (password.length < SHORTEST || password.length > LONGEST) {
      throw new StartFailure(
          "the password has " + password.length + " characters",
          "Give one of " + SHORTEST + " to " + LONGEST + ", at the prompt or on standard input.");
    }
    return password;
  }
}
