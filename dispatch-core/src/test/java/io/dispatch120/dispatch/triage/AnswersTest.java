package io.dispatch120.dispatch.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.Complaint;
import io.dispatch120.dispatch.api.Priority;
import io.dispatch120.dispatch.api.Words;
import io.dispatch120.dispatch.triage.Question.Choice;
import io.dispatch120.dispatch.triage.Question.Range;
import io.dispatch120.dispatch.triage.Question.Type;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTest {
  private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
  private static final Words TEXT = new Words("问", "ask");
  private static final TriageCard CARD =
      new TriageCard(
          "card",
          1,
          "ab",
          TEXT,
          Complaint.OTHER,
          List.of("-"),
          List.of(
              question("awake", Type.YES_NO_UNKNOWN, null),
              question("kind", Type.CHOICE, null, new Choice("sharp", TEXT)),
              question("since", Type.TIME, null),
              question("age", Type.NUMBER, new Range(0, 120, TEXT))),
          Map.of(),
          List.of(
              new TriageCard.Rule(
                  "all", Condition.ALWAYS, Priority.P1, null, Set.of(), List.of(), false, false)));

  private static Question question(String id, Type type, @Nullable Range range, Choice... choices) {
    return new Question(id, TEXT, null, type, List.of(choices), range, false, Condition.ALWAYS);
  }

  @ParameterizedTest(name = "{0}={1}: {2}")
  @CsvSource({
    "awake, yes, yes",
    "awake, unknown, unknown",
    "awake, Yes,",
    "awake, '',",
    "awake, true,",
    "kind, sharp, sharp",
    "kind, blunt,",
    "age, 61, 61",
    "age, 007, 7",
    "age, 0, 0",
    "age, 120, 120",
    "age, 121,",
    "age, -1,",
    "age, 6.5,",
    "age, 99999999999999999999,",
    "age, ６１,",
    "since, 2026-11-22T03:20:00Z, 2026-11-22T03:20:00Z",
    "since, 2026-11-22T11:20:00+08:00, 2026-11-22T03:20:00Z",
    "since, 2026-11-22T04:05:00Z, 2026-11-22T04:05:00Z",
    "since, 2026-11-22T04:05:01Z,",
    "since, 2026-10-22T04:00:00Z, 2026-10-22T04:00:00Z",
    "since, 2026-10-22T03:59:59Z,",
    "since, 11:20,",
    "since, 2026-11-22T11:20:00,",
    "since, unknown, unknown",
    "weight, 70,",
  })
  void takesWhatTheCardAsksForAndNothingElse(
      String question, String value, @Nullable String expected) {
    Answers.Checked checked = Answers.check(CARD, Map.of(question, value), NOW);

    if (expected == null) {
      assertThat(checked.faults()).extracting(Answers.Fault::question).containsExactly(question);
      assertThat(checked.answers()).isEqualTo(Answers.NONE);
    } else {
      assertThat(checked.faults()).isEmpty();
      assertThat(checked.answers().byQuestion()).containsExactly(Map.entry(question, expected));
    }
  }
}
