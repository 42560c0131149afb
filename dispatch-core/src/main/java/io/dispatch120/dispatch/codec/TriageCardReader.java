package io.dispatch120.dispatch.codec;

import io.dispatch120.dispatch.api.Capability;
import io.dispatch120.dispatch.api.Complaint;
import io.dispatch120.dispatch.api.Priority;
import io.dispatch120.dispatch.api.Words;
import io.dispatch120.dispatch.codec.YamlTree.Scalar;
import io.dispatch120.dispatch.triage.Condition;
import io.dispatch120.dispatch.triage.Question;
import io.dispatch120.dispatch.triage.Question.Choice;
import io.dispatch120.dispatch.triage.Question.Range;
import io.dispatch120.dispatch.triage.Question.Type;
import io.dispatch120.dispatch.triage.TriageCard;
import io.dispatch120.dispatch.triage.TriageCard.Rule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A triage card as a YAML file; docs/triage.md describes the form. Everything that is wrong with a
 * file is found at one reading, each with its line.
 */
public final class TriageCardReader {
  /** More is an interrogation, not a triage. */
  private static final int QUESTIONS_LIMIT = 20;

  /** As many as the console has keys for, beside "unknown". */
  private static final int CHOICES_LIMIT = 8;

  private static final int RULES_LIMIT = 30;

  private final String name;
  private final Map<Integer, List<String>> problems = new TreeMap<>();

  private TriageCardReader(String name) {
    this.name = name;
  }

  /**
   * Reads a card.
   *
   * @param name of the file, for problems
   * @param bytes UTF-8
   * @throws CardProblems when it cannot be used, with all reasons
   */
  public static TriageCard read(String name, byte[] bytes) {
    TriageCardReader reader = new TriageCardReader(name);
    try {
      YamlTree root = YamlTree.parse(new String(bytes, StandardCharsets.UTF_8));
      TriageCard card = reader.card(root, sha256(bytes));
      if (reader.problems.isEmpty()) {
        return card;
      }
    } catch (YamlTree.Unreadable e) {
      reader.problem(e.line(), String.valueOf(e.getMessage()));
    }
    throw reader.found();
  }

  private CardProblems found() {
    List<String> all = new ArrayList<>();
    problems.forEach((line, some) -> some.forEach(one -> all.add(name + ":" + line + ": " + one)));
    return new CardProblems(all);
  }

  private void problem(int line, String message) {
    problems.computeIfAbsent(line, none -> new ArrayList<>()).add(message);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 does not work on this Java", e);
    }
  }

  private TriageCard card(YamlTree root, String sha256) {
    YamlFields card =
        YamlFields.of(
            "the card",
            root,
            Set.of(
                "card",
                "version",
                "complaint",
                "title",
                "source",
                "questions",
                "instructions",
                "rules"),
            this::problem);
    int version = card.integer("version", 1);
    if (version < 1) {
      problem(card.lineOf("version"), "version counts from 1");
    }
    List<String> source = card.texts("source").stream().map(Scalar::text).toList();
    if (source.isEmpty()) {
      problem(card.lineOf("source"), "the card needs the source it follows");
    }
    List<Question> questions = questions(card);
    Map<String, Words> instructions = new LinkedHashMap<>();
    card.mapping("instructions")
        .forEach((id, text) -> instructions.put(id, YamlFields.words(id, text, this::problem)));
    List<Rule> rules = rules(card, questions, instructions.keySet());
    return new TriageCard(
        card.id("card"),
        version,
        sha256,
        card.words("title"),
        card.choice("complaint", Complaint.class, Complaint.OTHER),
        source,
        questions,
        instructions,
        problems.isEmpty() ? rules : List.of(harmless()));
  }

  /** Stands in for rules that nobody will ever see. */
  private static Rule harmless() {
    return new Rule("none", Condition.ALWAYS, Priority.P1, null, Set.of(), List.of(), false, false);
  }

  private List<Question> questions(YamlFields card) {
    List<YamlTree> items = card.items("questions");
    if (items.isEmpty() || items.size() > QUESTIONS_LIMIT) {
      problem(card.lineOf("questions"), "a card has 1 to " + QUESTIONS_LIMIT + " questions");
    }
    List<Question> questions = new ArrayList<>();
    for (YamlTree item : items) {
      Question question = question(item, questions);
      if (questions.stream().anyMatch(one -> one.id().equals(question.id()))) {
        problem(item.line(), "there are two questions " + question.id());
      }
      questions.add(question);
    }
    return questions;
  }

  private Question question(YamlTree item, List<Question> earlier) {
    YamlFields given =
        YamlFields.of(
            "a question",
            item,
            Set.of("id", "text", "help", "type", "choices", "range", "symptomOnset", "when"),
            this::problem);
    Type type = given.choice("type", Type.class, Type.YES_NO_UNKNOWN);
    List<Choice> choices = given.items("choices").stream().map(this::choice).toList();
    if (type == Type.CHOICE
        ? choices.size() < 2 || choices.size() > CHOICES_LIMIT
        : !choices.isEmpty()) {
      problem(
          given.lineOf("choices"), "a choice has 2 to " + CHOICES_LIMIT + " choices, others none");
    }
    if (choices.stream().map(Choice::id).distinct().count() < choices.size()) {
      problem(given.lineOf("choices"), "two choices have the same id");
    }
    if ((type == Type.NUMBER) != given.find("range").isPresent()) {
      problem(given.lineOf("range"), "a number needs a range, and nothing else has one");
    }
    boolean onset = given.flag("symptomOnset");
    if (onset && type != Type.TIME) {
      problem(given.lineOf("symptomOnset"), "symptomOnset must be a time");
    }
    return new Question(
        given.id("id"),
        given.words("text"),
        given.find("help").isPresent() ? given.words("help") : null,
        type,
        choices,
        given.find("range").map(this::range).orElse(null),
        onset,
        new TriageConditionReader(earlier, this::problem).read(given));
  }

  private Choice choice(YamlTree item) {
    YamlFields given = YamlFields.of("a choice", item, Set.of("id", "text"), this::problem);
    String id = given.id("id");
    if (id.equals(Question.UNKNOWN)) {
      problem(given.lineOf("id"), "unknown is a choice anyway");
    }
    return new Choice(id, given.words("text"));
  }

  private Range range(YamlTree node) {
    YamlFields given = YamlFields.of("a range", node, Set.of("from", "to", "unit"), this::problem);
    int from = given.integer("from", 0);
    int to = given.integer("to", 0);
    if (from > to) {
      problem(node.line(), "a range goes from the smaller to the larger number");
    }
    return new Range(from, to, given.words("unit"));
  }

  private List<Rule> rules(YamlFields card, List<Question> questions, Set<String> instructions) {
    List<YamlTree> items = card.items("rules");
    if (items.isEmpty() || items.size() > RULES_LIMIT) {
      problem(card.lineOf("rules"), "a card has 1 to " + RULES_LIMIT + " rules");
    }
    List<Rule> rules = new ArrayList<>();
    for (YamlTree item : items) {
      Rule rule = rule(item, questions, instructions);
      checkPlace(item.line(), rule, rules, items.size());
      rules.add(rule);
    }
    Set<String> used = new HashSet<>();
    rules.forEach(rule -> used.addAll(rule.instructions()));
    instructions.stream()
        .filter(id -> !used.contains(id))
        .forEach(id -> problem(card.lineOf("instructions"), "no rule uses instruction " + id));
    return rules;
  }

  private void checkPlace(int line, Rule rule, List<Rule> before, int count) {
    boolean last = before.size() == count - 1;
    if (last && !rule.byDefault()) {
      problem(line, "the card has no default: its last rule must be without when");
    }
    if (!last && rule.byDefault()) {
      problem(line, "rule " + rule.id() + " has no when, so no rule after it is ever reached");
    }
    if (before.stream().anyMatch(one -> one.id().equals(rule.id()))) {
      problem(line, "there are two rules " + rule.id());
    }
    boolean ordered =
        before.isEmpty()
            || rule.byDefault()
            || before.get(before.size() - 1).priority().compareTo(rule.priority()) <= 0;
    if (!ordered) {
      problem(line, "rule " + rule.id() + " is more urgent than the one before it: put it first");
    }
  }

  private Rule rule(YamlTree item, List<Question> questions, Set<String> known) {
    YamlFields given =
        YamlFields.of(
            "a rule",
            item,
            Set.of(
                "id",
                "when",
                "priority",
                "complaint",
                "capabilities",
                "instructions",
                "opensChestPain",
                "arrestRecognised"),
            this::problem);
    Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
    for (Scalar one : given.texts("capabilities")) {
      capabilities.add(given.choice(one.line(), one.text(), Capability.class, Capability.BLS));
    }
    List<String> instructions = new ArrayList<>();
    for (Scalar one : given.texts("instructions")) {
      if (!known.contains(one.text())) {
        problem(one.line(), "there is no instruction " + one.text());
      }
      instructions.add(one.text());
    }
    return new Rule(
        given.id("id"),
        new TriageConditionReader(questions, this::problem).read(given),
        given.choice("priority", Priority.class, Priority.P1),
        given.find("complaint").isPresent()
            ? given.choice("complaint", Complaint.class, Complaint.OTHER)
            : null,
        capabilities,
        instructions,
        given.flag("opensChestPain"),
        given.flag("arrestRecognised"));
  }
}
