package io.dispatch120.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A JSON schema of the contract, compiled once: a list of rules over a parsed value. Checking
 * allocates only for errors. Immutable and thread-safe.
 */
public final class Schema {
  /** One keyword's demand. */
  interface Rule {
    void check(JsonNode value, String at, Findings findings);
  }

  private final List<Rule> rules;

  Schema(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * Adds what is wrong to {@code findings}.
   *
   * @param at name of the field or parameter, empty for a whole body
   */
  public void check(JsonNode value, String at, Findings findings) {
    for (Rule rule : rules) {
      int before = findings.size();
      if (findings.full()) {
        return;
      }
      rule.check(value, at, findings);
      // The type comes first; what has the wrong one is not examined further.
      if (findings.size() > before) {
        return;
      }
    }
  }

  static String child(String parent, String name) {
    return parent.isEmpty() ? name : parent + "." + name;
  }
}
