package io.dispatch120.dispatch.triage;

import io.dispatch120.dispatch.api.Capability;
import io.dispatch120.dispatch.api.TriageResult;
import io.dispatch120.dispatch.api.TriageResult.Instruction;
import io.dispatch120.dispatch.triage.Condition.Accepted;
import io.dispatch120.dispatch.triage.TriageCard.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From answers to what follows. Pure; linear in the size of the card. Two things are told apart:
 *
 * <ul>
 *   <li>What is <em>said and done</em> (instructions, chest-pain case, arrest) comes from the first
 *       rule that holds by what is known; an unknown answer fits only where the rule names it.
 *       Nobody is told to press on a chest because nothing was asked yet.
 *   <li>The <em>priority</em> is that of the most urgent rule that may still hold: an unknown
 *       answer fits everywhere. So knowing less never makes an incident less urgent, by
 *       construction, whatever a card says.
 * </ul>
 *
 * <p>A question that is not asked (its condition cannot hold) has no answer, also when one was
 * given before.
 */
public final class Evaluation {
  private final TriageCard card;
  private final Answers answers;
  private final Instant now;
  private final Map<String, Known> known = new HashMap<>();

  /** How much of a condition is known to hold. */
  private enum Fit {
    /** It cannot. */
    NO,
    /** It may, when what is not known turns out so. */
    OPEN,
    /** It does, counting an unknown answer that the condition names; it may not, when known. */
    NAMED,
    /** It does, and nothing unknown has a part in it. */
    SURE
  }

  /**
   * What is known of a question.
   *
   * @param asked {@code NO} when it is not asked
   * @param value null when it is not known
   */
  private record Known(Question question, Fit asked, @Nullable String value) {}

  private Evaluation(TriageCard card, Answers answers, Instant now) {
    this.card = card;
    this.answers = answers;
    this.now = now;
    for (Question question : card.questions()) {
      String given = answers.byQuestion().get(question.id());
      known.put(
          question.id(),
          new Known(question, fit(question.when()), Question.UNKNOWN.equals(given) ? null : given));
    }
  }

  /** What {@code card} makes of {@code answers} at {@code now}. */
  public static TriageResult of(TriageCard card, Answers answers, Instant now) {
    return new Evaluation(card, answers, now).result();
  }

  private TriageResult result() {
    Rule holding = holding();
    Rule urgent = mostUrgent();
    Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
    capabilities.addAll(holding.capabilities());
    capabilities.addAll(urgent.capabilities());
    return new TriageResult(
        card.card(),
        card.version(),
        card.sha256(),
        answers.byQuestion(),
        holding.id(),
        holding.complaint() == null ? card.complaint() : holding.complaint(),
        urgent.priority(),
        capabilities,
        holding.instructions().stream().map(this::instruction).toList(),
        holding.opensChestPain(),
        holding.arrestRecognised(),
        symptomOnset(),
        open());
  }

  private Instruction instruction(String id) {
    return new Instruction(id, Objects.requireNonNull(card.instructions().get(id), id));
  }

  private Rule holding() {
    return card.rules().stream()
        .filter(rule -> fit(rule.when()).compareTo(Fit.NAMED) >= 0)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a card without a default"));
  }

  /** The default may be meant as long as no other rule surely is. */
  private Rule mostUrgent() {
    List<Rule> possible = new ArrayList<>();
    boolean settled = false;
    for (Rule rule : card.rules()) {
      Fit fit = fit(rule.when());
      if (rule.byDefault() ? !settled : fit != Fit.NO) {
        possible.add(rule);
      }
      settled |= fit == Fit.SURE;
    }
    return possible.stream()
        .reduce((one, other) -> other.priority().compareTo(one.priority()) < 0 ? other : one)
        .orElseThrow(() -> new IllegalStateException("a card without a default"));
  }

  private @Nullable Instant symptomOnset() {
    for (Question question : card.questions()) {
      Known state = getKnown(question.id());
      if (question.symptomOnset() && state.asked() != Fit.NO && state.value() != null) {
        return Instant.parse(state.value());
      }
    }
    return null;
  }

  private List<String> open() {
    return card.questions().stream()
        .map(question -> getKnown(question.id()))
        .filter(state -> state.asked() != Fit.NO && state.value() == null)
        .map(state -> state.question().id())
        .toList();
  }

  private Fit fit(Condition condition) {
    return condition.always()
        ? Fit.SURE
        : condition.anyOf().stream().map(this::all).max(Fit::compareTo).orElse(Fit.NO);
  }

  private Fit all(Map<String, Accepted> accepted) {
    Collection<Fit> fits =
        accepted.entrySet().stream().map(one -> fit(one.getKey(), one.getValue())).toList();
    return fits.stream().min(Fit::compareTo).orElse(Fit.SURE);
  }

  private Fit fit(String question, Accepted accepted) {
    Known state = getKnown(question);
    if (state.asked() == Fit.NO) {
      return Fit.NO;
    }
    if (state.value() == null) {
      return accepted.words().contains(Question.UNKNOWN) ? Fit.NAMED : Fit.OPEN;
    }
    if (!accepts(state.question(), accepted, state.value())) {
      return Fit.NO;
    }
    // An answer to a question that may not have been one counts, but settles nothing.
    return state.asked() == Fit.SURE ? Fit.SURE : Fit.NAMED;
  }

  private boolean accepts(Question question, Accepted accepted, String value) {
    return switch (question.type()) {
      case YES_NO_UNKNOWN, CHOICE -> accepted.words().contains(value);
      case NUMBER -> accepted.covers(Integer.parseInt(value));
      case TIME ->
          accepted.covers(Math.max(0, Duration.between(Instant.parse(value), now).toMinutes()));
    };
  }

  private Known getKnown(String question) {
    return Objects.requireNonNull(known.get(question), question);
  }
}
