package io.dispatch120.dispatch.triage;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Answers to the questions of a card, checked: every id is a question's and every value one it may
 * have. Made by {@link #check}.
 *
 * @param byQuestion in their one written form: times in UTC, numbers without leading zeros
 */
public record Answers(Map<String, String> byQuestion) {
  public static final Answers NONE = new Answers(Map.of());

  /** A caller's clock, or a word like "just now", may be this much ahead. */
  static final Duration AHEAD = Duration.ofMinutes(5);

  /** What began longer ago is no emergency call's answer but a slip in the date. */
  static final Duration LONGEST_AGO = Duration.ofDays(31);

  /**
   * @param question the id as given
   */
  public record Fault(String question, String message) {}

  /**
   * @param answers without faults all that was given, with faults what is left of it
   */
  public record Checked(Answers answers, List<Fault> faults) {
    public Checked {
      faults = List.copyOf(faults);
    }
  }

  public Answers {
    byQuestion = Collections.unmodifiableMap(new TreeMap<>(byQuestion));
  }

  /**
   * Checks answers against their card.
   *
   * @param given id of the question to the answer as text
   * @param now against which times are judged
   */
  public static Checked check(TriageCard card, Map<String, String> given, Instant now) {
    Map<String, String> good = new TreeMap<>();
    List<Fault> faults = new ArrayList<>();
    new TreeMap<>(given)
        .forEach(
            (id, value) -> {
              Question question = card.findQuestion(id).orElse(null);
              if (question == null) {
                faults.add(new Fault(id, "is no question of this card"));
                return;
              }
              String written = written(question, value, now);
              if (written == null) {
                faults.add(new Fault(id, expectation(question)));
              } else {
                good.put(id, written);
              }
            });
    return new Checked(new Answers(good), faults);
  }

  private static @Nullable String written(Question question, String value, Instant now) {
    if (value.equals(Question.UNKNOWN)) {
      return value;
    }
    return switch (question.type()) {
      case YES_NO_UNKNOWN, CHOICE -> question.words().contains(value) ? value : null;
      case NUMBER -> number(question, value);
      case TIME -> time(value, now);
    };
  }

  private static @Nullable String number(Question question, String value) {
    Question.Range range = question.range();
    if (range == null || !value.matches("-?[0-9]{1,9}")) {
      return null;
    }
    int number = Integer.parseInt(value);
    return number < range.from() || number > range.to() ? null : Integer.toString(number);
  }

  private static @Nullable String time(String value, Instant now) {
    try {
      Instant at = OffsetDateTime.parse(value).toInstant().truncatedTo(ChronoUnit.SECONDS);
      return at.isAfter(now.plus(AHEAD)) || at.isBefore(now.minus(LONGEST_AGO))
          ? null
          : at.toString();
    } catch (DateTimeException notATime) {
      return null;
    }
  }

  private static String expectation(Question question) {
    Question.Range range = question.range();
    return switch (question.type()) {
      case YES_NO_UNKNOWN, CHOICE ->
          "must be one of "
              + question.words().stream().collect(Collectors.joining(", "))
              + ", unknown";
      case NUMBER ->
          range == null
              ? "must be unknown"
              : "must be a whole number from "
                  + range.from()
                  + " to "
                  + range.to()
                  + ", or unknown";
      case TIME -> "must be a time of the last 31 days like 2026-01-31T08:00:00Z, or unknown";
    };
  }
}
