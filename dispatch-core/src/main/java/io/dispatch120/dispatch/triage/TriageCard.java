package io.dispatch120.dispatch.triage;

import io.dispatch120.dispatch.api.Capability;
import io.dispatch120.dispatch.api.Complaint;
import io.dispatch120.dispatch.api.Priority;
import io.dispatch120.dispatch.api.Words;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A triage card (分诊卡), as data: what is asked and what follows. Whoever makes one has checked it:
 * questions are named before they are used, rules run from the most urgent, and the last one is the
 * default.
 *
 * @param version counts up from 1; a published one is never changed
 * @param sha256 of the file it was read from
 * @param complaint what it is proposed for
 * @param source the guidelines it follows
 * @param instructions by id, what can be read to a caller
 */
public record TriageCard(
    String card,
    int version,
    String sha256,
    Words title,
    Complaint complaint,
    List<String> source,
    List<Question> questions,
    Map<String, Words> instructions,
    List<Rule> rules) {

  /**
   * What follows when {@code when} holds.
   *
   * @param complaint of an incident that has none yet; null for the card's
   * @param capabilities a unit must have
   * @param instructions ids, in the order they are read out
   */
  public record Rule(
      String id,
      Condition when,
      Priority priority,
      @Nullable Complaint complaint,
      Set<Capability> capabilities,
      List<String> instructions,
      boolean opensChestPain,
      boolean arrestRecognised) {
    public Rule {
      EnumSet<Capability> copy = EnumSet.noneOf(Capability.class);
      copy.addAll(capabilities);
      capabilities = Collections.unmodifiableSet(copy);
      instructions = List.copyOf(instructions);
    }

    /** Holds when no other rule does. */
    public boolean byDefault() {
      return when.always();
    }
  }

  public TriageCard {
    source = List.copyOf(source);
    questions = List.copyOf(questions);
    instructions = Collections.unmodifiableMap(new LinkedHashMap<>(instructions));
    rules = List.copyOf(rules);
    if (rules.isEmpty() || !rules.get(rules.size() - 1).byDefault()) {
      throw new IllegalArgumentException("the last rule of a card must be its default");
    }
  }

  public Optional<Question> findQuestion(String id) {
    return questions.stream().filter(question -> question.id().equals(id)).findFirst();
  }
}
