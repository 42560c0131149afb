package io.dispatch120.web;

import io.dispatch120.web.Problem.FieldError;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a request, up to a number that still helps. For one thread. */
public final class Findings {
  private static final int MOST = 20;
  private static final int LONGEST_NAME = 100;

  private final List<FieldError> errors = new ArrayList<>(0);

  public void add(String field, String message) {
    if (!full()) {
      errors.add(new FieldError(printable(field), message));
    }
  }

  boolean full() {
    return errors.size() >= MOST;
  }

  int size() {
    return errors.size();
  }

  public List<FieldError> list() {
    return List.copyOf(errors);
  }

  /**
   * @throws ProblemException when something is wrong
   */
  public void throwIfAny() {
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors).asException();
    }
  }

  /** A field's name comes from outside too: it may be huge, or not even be text. */
  private static String printable(String field) {
    String name = field.isEmpty() ? "body" : field;
    return name.substring(0, Math.min(name.length(), LONGEST_NAME))
        .replaceAll("[^\\p{Graph} ]", "?");
  }
}
