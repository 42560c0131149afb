package io.dispatch120.dispatch.report;

import io.dispatch120.dispatch.chestpain.CaseTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one case gives to one figure. */
sealed interface Measure {
  /** The figure is not asked of the case. */
  Measure NONE = new None();

  record None() implements Measure {}

  /**
   * It is asked of it, and cannot be told.
   *
   * @param milestones that nobody recorded
   */
  record Missing(List<String> milestones) implements Measure {}

  /**
   * From one step to another; the end may lie before the beginning.
   *
   * @param target of this case, as it was when the case was opened
   */
  record Took(CaseTime from, CaseTime to, Duration target) implements Measure {
    Duration length() {
      return Duration.between(from.at(), to.at());
    }

    boolean negative() {
      return to.at().isBefore(from.at());
    }

    boolean within() {
      return length().compareTo(target) <= 0;
    }
  }

  /**
   * @param seq the entry that says so; 0 when it is the absence of one
   */
  record Whether(boolean yes, long seq) implements Measure {}

  /** An interval between two steps, or which of them is missing. */
  static Measure between(
      String from, @Nullable CaseTime begin, String to, @Nullable CaseTime end, Duration target) {
    if (begin != null && end != null) {
      return new Took(begin, end, target);
    }
    List<String> missing = new ArrayList<>();
    if (begin == null) {
      missing.add(from);
    }
    if (end == null) {
      missing.add(to);
    }
    return new Missing(List.copyOf(missing));
  }
}
