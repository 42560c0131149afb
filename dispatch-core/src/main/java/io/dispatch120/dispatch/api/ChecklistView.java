package io.dispatch120.dispatch.api;

import java.util.List;
import java.util.Map;

/**
 * A checklist to be answered with yes, no or unknown.
 *
 * @param draft no physician of the centre has put it in force yet
 */
public record ChecklistView(
    String checklist, int version, boolean draft, List<QuestionView> questions) {
  public ChecklistView {
    questions = List.copyOf(questions);
  }

  /**
   * @param weight {@code absolute} or {@code relative}
   * @param text by language: {@code zh-CN} and {@code en}
   */
  public record QuestionView(String id, String weight, Map<String, String> text) {
    public QuestionView {
      text = Map.copyOf(text);
    }
  }
}
