package io.dispatch120.dispatch.triage;

import io.dispatch120.dispatch.api.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question of a card.
 *
 * @param help what it means, for the dispatcher; null when nothing has to be said
 * @param choices of a {@link Type#CHOICE} only
 * @param range of a {@link Type#NUMBER} only
 * @param symptomOnset its answer, a time, is when the symptoms began
 * @param when it is asked only while this may hold
 */
public record Question(
    String id,
    Words text,
    @Nullable Words help,
    Type type,
    List<Choice> choices,
    @Nullable Range range,
    boolean symptomOnset,
    Condition when) {

  /** The answer "not known", the same as no answer. */
  public static final String UNKNOWN = "unknown";

  public static final String YES = "yes";
  public static final String NO = "no";

  /** What an answer looks like. Each may also be {@link #UNKNOWN}. */
  public enum Type {
    YES_NO_UNKNOWN,
    CHOICE,
    /** ISO 8601. */
    TIME,
    /** A whole number within the range. */
    NUMBER
  }

  public record Choice(String id, Words text) {}

  /**
   * @param unit such as years
   */
  public record Range(int from, int to, Words unit) {}

  public Question {
    choices = List.copyOf(choices);
  }

  /** The fixed answers: of yes and no, or the choices; none of times and numbers. */
  public List<String> words() {
    return type == Type.YES_NO_UNKNOWN
        ? List.of(YES, NO)
        : choices.stream().map(Choice::id).toList();
  }
}
