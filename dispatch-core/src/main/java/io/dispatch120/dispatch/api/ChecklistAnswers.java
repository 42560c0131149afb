package io.dispatch120.dispatch.api;

import java.util.Map;

/**
 * A checklist as it was answered.
 *
 * @param checklist such as {@code thrombolysis}
 * @param answers {@code yes}, {@code no} or {@code unknown} by the id of the question
 */
public record ChecklistAnswers(String checklist, int version, Map<String, String> answers) {
  public ChecklistAnswers {
    answers = Map.copyOf(answers);
  }
}
