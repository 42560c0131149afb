package io.dispatch120.dispatch.triage;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What answers must be: in one of {@code anyOf}, every named question must have one of the accepted
 * answers. Empty means always.
 */
public record Condition(List<Map<String, Accepted>> anyOf) {
  public static final Condition ALWAYS = new Condition(List.of());

  /**
   * The accepted answers of one question: words, or a range that is half open.
   *
   * @param words answers as they are, among them {@code unknown} where not knowing counts
   * @param atLeast of a number its value, of a time the minutes since then
   */
  public record Accepted(Set<String> words, @Nullable Integer atLeast, @Nullable Integer below) {
    public Accepted {
      words = Collections.unmodifiableSet(new TreeSet<>(words));
    }

    /** Whether a number, or minutes, lie in the range; false when there is no range. */
    boolean covers(long number) {
      return (atLeast != null || below != null)
          && (atLeast == null || number >= atLeast)
          && (below == null || number < below);
    }
  }

  public Condition {
    anyOf =
        anyOf.stream().map(all -> Collections.unmodifiableMap(new LinkedHashMap<>(all))).toList();
  }

  public boolean always() {
    return anyOf.isEmpty();
  }
}
