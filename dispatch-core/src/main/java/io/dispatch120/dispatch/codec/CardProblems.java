package io.dispatch120.dispatch.codec;

import java.util.List;

/** A triage card that cannot be used. The message has a line for each problem. */
public final class CardProblems extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<String> problems;

  CardProblems(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** Each like {@code triage/chest_pain.yaml:12: what is wrong}. */
  public List<String> problems() {
    return problems;
  }
}
