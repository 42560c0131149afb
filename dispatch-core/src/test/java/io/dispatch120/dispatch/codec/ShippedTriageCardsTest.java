package io.dispatch120.dispatch.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.Priority;
import io.dispatch120.dispatch.api.TriageResult;
import io.dispatch120.dispatch.triage.Answers;
import io.dispatch120.dispatch.triage.Evaluation;
import io.dispatch120.dispatch.triage.Question;
import io.dispatch120.dispatch.triage.TriageCard;
import io.dispatch120.dispatch.triage.TriageCards;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The cards that are shipped, in every combination of answers. */
class ShippedTriageCardsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
  private static final TriageCards CARDS = TriageCardFiles.shipped();

  static Stream<TriageCard> cards() {
    return CARDS.all().stream();
  }

  /** Every value that makes a difference: the words, and both sides of every bound. */
  private static List<String> values(TriageCard card, Question question) {
    List<String> values = new ArrayList<>(question.words());
    TreeSet<Integer> numbers = new TreeSet<>();
    card.rules().stream()
        .flatMap(rule -> rule.when().anyOf().stream())
        .flatMap(all -> Stream.ofNullable(all.get(question.id())))
        .flatMap(range -> Stream.of(range.atLeast(), range.below()))
        .filter(bound -> bound != null)
        .forEach(bound -> numbers.addAll(List.of(bound - 1, bound)));
    if (numbers.isEmpty()) {
      numbers.add(60);
    }
    if (question.type() == Question.Type.NUMBER) {
      numbers.forEach(number -> values.add(number.toString()));
    }
    if (question.type() == Question.Type.TIME) {
      numbers.forEach(minutes -> values.add(NOW.minusSeconds(60L * minutes).toString()));
    }
    values.add(Question.UNKNOWN);
    return values;
  }

  private static void everyCombination(TriageCard card, Consumer<Map<String, String>> use) {
    combine(card, 0, new LinkedHashMap<>(), use);
  }

  private static void combine(
      TriageCard card, int from, Map<String, String> chosen, Consumer<Map<String, String>> use) {
    if (from == card.questions().size()) {
      use.accept(chosen);
      return;
    }
    Question question = card.questions().get(from);
    for (String value : values(card, question)) {
      chosen.put(question.id(), value);
      combine(card, from + 1, chosen, use);
    }
    chosen.remove(question.id());
  }

  private static TriageResult evaluate(TriageCard card, Map<String, String> given) {
    Answers.Checked checked = Answers.check(card, given, NOW);
    assertThat(checked.faults()).isEmpty();
    return Evaluation.of(card, checked.answers(), NOW);
  }

  @ParameterizedTest
  @MethodSource("cards")
  void everyCombinationHasAResultAndNotKnowingNeverMakesItLessUrgent(TriageCard card) {
    Map<Map<String, String>, Priority> known = new java.util.HashMap<>();
    everyCombination(card, given -> known.put(Map.copyOf(given), evaluate(card, given).priority()));

    assertThat(known).hasSizeGreaterThan(400);
    known.forEach(
        (given, priority) ->
            given.forEach(
                (question, answer) -> {
                  Map<String, String> less = new TreeMap<>(given);
                  less.put(question, Question.UNKNOWN);
                  assertThat(known.get(less))
                      .as("%s, without %s", given, question)
                      .isLessThanOrEqualTo(priority);
                }));
  }

  @ParameterizedTest
  @MethodSource("cards")
  void leavingAnAnswerOutIsTheSameAsUnknown(TriageCard card) {
    everyCombination(
        card,
        given -> {
          Map<String, String> without = new TreeMap<>(given);
          without.values().removeIf(Question.UNKNOWN::equals);
          TriageResult said = evaluate(card, given);
          TriageResult left = evaluate(card, without);
          assertThat(List.of(left.rule(), left.priority(), left.open()))
              .isEqualTo(List.of(said.rule(), said.priority(), said.open()));
        });
  }

  @ParameterizedTest
  @MethodSource("cards")
  void everyRuleIsReachedAndEveryResultSaysSomething(TriageCard card) {
    TreeSet<String> reached = new TreeSet<>();
    everyCombination(
        card,
        given -> {
          TriageResult result = evaluate(card, given);
          assertThat(result.instructions()).isNotEmpty();
          reached.add(result.rule());
        });

    assertThat(reached)
        .containsExactlyInAnyOrderElementsOf(
            card.rules().stream().map(TriageCard.Rule::id).toList());
  }

  /**
   * Instructions follow what is known. The priority is the most urgent one that is possible: with
   * nothing known the card cannot tell an arrest from a strained muscle.
   */
  @ParameterizedTest(name = "{0}: {1} -> {2} {3}")
  @CsvSource({
    "chest_pain, '', possible_acs, P1, true, false",
    "chest_pain, conscious=no breathing=no, arrest, P1, true, true",
    "chest_pain, conscious=no breathing=unknown, arrest, P1, true, true",
    "chest_pain, conscious=no breathing=yes, not_awake, P1, true, false",
    "chest_pain, conscious=yes character=tearing, possible_dissection, P1, true, false",
    "chest_pain, conscious=yes severe_signs=yes, severe, P1, true, false",
    "chest_pain, conscious=yes pain_now=yes character=pressing, typical, P1, true, false",
    "chest_pain, conscious=yes pain_now=yes spread=yes, typical, P1, true, false",
    "chest_pain, conscious=yes pain_now=yes age=35, at_risk, P1, true, false",
    "chest_pain, conscious=yes severe_signs=no character=with_movement spread=no history=no age=34"
        + " pain_now=yes, unlikely_cardiac, P3, false, false",
    "chest_pain, conscious=yes severe_signs=no character=with_movement spread=no history=no"
        + " pain_now=yes, possible_acs, P1, true, false",
    "chest_pain, conscious=yes pain_now=no severe_signs=no character=pressing spread=yes"
        + " history=yes age=70, possible_acs, P2, true, false",
    "cardiac_arrest, '', not_seen, P1, false, false",
    "cardiac_arrest, conscious=no breathing=no, arrest, P1, false, true",
    "cardiac_arrest, conscious=no breathing=unknown helper=yes, arrest_with_helper, P1, false, true",
    "cardiac_arrest, conscious=no breathing=no age_group=infant, arrest_infant, P1, false, true",
    "cardiac_arrest, conscious=no breathing=no cause=no_air, arrest_no_air, P1, false, true",
    "cardiac_arrest, conscious=no breathing=yes, not_awake, P1, false, false",
    "cardiac_arrest, conscious=yes, awake, P2, false, false",
    // What was answered before the first answer was corrected does not count any more.
    "cardiac_arrest, conscious=yes breathing=no, awake, P2, false, false",
  })
  void saysWhatTheAnswersMean(
      String name, String given, String rule, Priority priority, boolean opens, boolean arrest) {
    Map<String, String> answers = new TreeMap<>();
    for (String one : given.split(" ")) {
      if (!one.isEmpty()) {
        answers.put(one.split("=")[0], one.split("=")[1]);
      }
    }

    TriageResult result = evaluate(CARDS.find(name, 1).orElseThrow(), answers);

    assertThat(result.rule()).isEqualTo(rule);
    assertThat(result.priority()).isEqualTo(priority);
    assertThat(result.opensChestPain()).isEqualTo(opens);
    assertThat(result.arrestRecognised()).isEqualTo(arrest);
  }

  @Test
  void tellsWhenTheSymptomsBeganAndWhatIsOpen() {
    TriageResult result =
        evaluate(
            CARDS.find("chest_pain", 1).orElseThrow(),
            Map.of("conscious", "yes", "onset", "2026-11-22T11:20:00+08:00", "age", "061"));

    assertThat(result.symptomOnset()).isEqualTo("2026-11-22T03:20:00Z");
    assertThat(result.answers())
        .isEqualTo(Map.of("conscious", "yes", "onset", "2026-11-22T03:20:00Z", "age", "61"));
    assertThat(result.open())
        .containsExactly("pain_now", "severe_signs", "character", "spread", "history");
  }
}
