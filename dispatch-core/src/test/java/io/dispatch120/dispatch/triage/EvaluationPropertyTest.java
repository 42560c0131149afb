package io.dispatch120.dispatch.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.Complaint;
import io.dispatch120.dispatch.api.Priority;
import io.dispatch120.dispatch.api.TriageResult;
import io.dispatch120.dispatch.api.Words;
import io.dispatch120.dispatch.triage.Condition.Accepted;
import io.dispatch120.dispatch.triage.Question.Type;
import io.dispatch120.dispatch.triage.TriageCard.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever a card says: its rules in any shape, and questions that hang on questions. */
class EvaluationPropertyTest {
  private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
  private static final Words TEXT = new Words("问", "ask");
  private static final List<String> ANSWERS = List.of("yes", "no", "unknown");
  private static final int QUESTIONS = 4;

  @Property(tries = 300)
  void notKnowingNeverMakesItLessUrgent(@ForAll long seed) {
    TriageCard card = card(new Random(seed));
    for (int number = 0; number < Math.pow(3, QUESTIONS); number++) {
      Map<String, String> given = given(number);
      TriageResult result = evaluate(card, given);
      for (int question = 0; question < QUESTIONS; question++) {
        Map<String, String> less = new HashMap<>(given);
        less.put("q" + question, "unknown");
        assertThat(evaluate(card, less).priority())
            .as("%s without q%d on %s", given, question, card)
            .isLessThanOrEqualTo(result.priority());
      }
    }
  }

  /** With everything known there is one answer: that of the first rule that holds. */
  @Property(tries = 300)
  void whatIsKnownWholeIsTheFirstRuleThatHolds(@ForAll long seed) {
    TriageCard card = card(new Random(seed));
    for (int number = 0; number < Math.pow(2, QUESTIONS); number++) {
      Map<String, String> given = new HashMap<>();
      for (int question = 0; question < QUESTIONS; question++) {
        given.put("q" + question, (number >> question & 1) == 0 ? "yes" : "no");
      }
      TriageResult result = evaluate(card, given);
      Rule first =
          card.rules().stream()
              .filter(rule -> rule.id().equals(result.rule()))
              .findFirst()
              .orElseThrow();
      assertThat(result.priority()).isEqualTo(first.priority());
      assertThat(result.open()).isEmpty();
    }
  }

  private static TriageResult evaluate(TriageCard card, Map<String, String> given) {
    return Evaluation.of(card, new Answers(given), NOW);
  }

  private static Map<String, String> given(int number) {
    Map<String, String> given = new HashMap<>();
    int rest = number;
    for (int question = 0; question < QUESTIONS; question++) {
      given.put("q" + question, ANSWERS.get(rest % 3));
      rest /= 3;
    }
    return given;
  }

  private static TriageCard card(Random random) {
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < QUESTIONS; i++) {
      Condition when = random.nextBoolean() ? Condition.ALWAYS : condition(random, i);
      questions.add(
          new Question("q" + i, TEXT, null, Type.YES_NO_UNKNOWN, List.of(), null, false, when));
    }
    List<Rule> rules = new ArrayList<>();
    int priority = 0;
    int count = random.nextInt(5);
    for (int i = 0; i < count; i++) {
      priority = Math.min(3, priority + random.nextInt(2));
      Condition when = condition(random, QUESTIONS);
      if (!when.always()) {
        rules.add(rule("r" + i, when, Priority.values()[priority]));
      }
    }
    rules.add(rule("default", Condition.ALWAYS, Priority.values()[random.nextInt(4)]));
    return new TriageCard(
        "card", 1, "ab", TEXT, Complaint.OTHER, List.of("-"), questions, Map.of(), rules);
  }

  private static Rule rule(String id, Condition when, Priority priority) {
    return new Rule(id, when, priority, null, Set.of(), List.of(), false, false);
  }

  /** On the first {@code before} questions; always when there is none. */
  private static Condition condition(Random random, int before) {
    List<Map<String, Accepted>> anyOf = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(2) && before > 0; i++) {
      Map<String, Accepted> all = new HashMap<>();
      for (int j = 0; j <= random.nextInt(2); j++) {
        Set<String> words =
            random.nextInt(4) == 0
                ? Set.of("no", "unknown")
                : Set.of(ANSWERS.get(random.nextInt(3)));
        all.put("q" + random.nextInt(before), new Accepted(words, null, null));
      }
      anyOf.add(all);
    }
    return new Condition(anyOf);
  }
}
