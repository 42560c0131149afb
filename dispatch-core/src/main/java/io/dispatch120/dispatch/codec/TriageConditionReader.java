package io.dispatch120.dispatch.codec;

import io.dispatch120.dispatch.codec.YamlTree.Mapping;
import io.dispatch120.dispatch.codec.YamlTree.Scalar;
import io.dispatch120.dispatch.codec.YamlTree.Sequence;
import io.dispatch120.dispatch.triage.Condition;
import io.dispatch120.dispatch.triage.Condition.Accepted;
import io.dispatch120.dispatch.triage.Question;
import io.dispatch120.dispatch.triage.Question.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * The {@code when} of a question or rule: {@code {question: answer, other: [answer, answer]}}, or a
 * list of such of which one must hold. Ranges are {@code {atLeast: 35, below: 75}}.
 *
 * @param known the questions it may name
 */
record TriageConditionReader(List<Question> known, BiConsumer<Integer, String> problems) {

  Condition read(YamlFields fields) {
    List<YamlTree> items = fields.items("when");
    return new Condition(items.stream().map(this::all).toList());
  }

  private Map<String, Accepted> all(YamlTree node) {
    Map<String, Accepted> all = new LinkedHashMap<>();
    if (!(node instanceof Mapping mapping) || mapping.fields().isEmpty()) {
      problems.accept(node.line(), "when names questions and the answers they must have");
      return all;
    }
    mapping
        .fields()
        .forEach(
            (id, answers) ->
                known.stream()
                    .filter(question -> question.id().equals(id))
                    .findFirst()
                    .ifPresentOrElse(
                        question -> all.put(id, accepted(question, answers)),
                        () -> problems.accept(answers.line(), noQuestion(id))));
    return all;
  }

  private static String noQuestion(String id) {
    return "there is no question " + id + " before this";
  }

  private Accepted accepted(Question question, YamlTree node) {
    if (node instanceof Mapping) {
      return range(question, node);
    }
    Set<String> words = new TreeSet<>();
    List<YamlTree> items = node instanceof Sequence some ? some.items() : List.of(node);
    for (YamlTree item : items) {
      String word = item instanceof Scalar scalar ? scalar.text() : "";
      if (!word.equals(Question.UNKNOWN) && !question.words().contains(word)) {
        problems.accept(item.line(), "'" + word + "' is no answer to " + question.id());
      }
      words.add(word);
    }
    if (words.isEmpty()) {
      problems.accept(node.line(), "no answer to " + question.id() + " is accepted");
    }
    return new Accepted(words, null, null);
  }

  private Accepted range(Question question, YamlTree node) {
    YamlFields given =
        YamlFields.of("a range", node, Set.of("atLeast", "below", "orUnknown"), problems);
    boolean counts = question.type() == Type.NUMBER || question.type() == Type.TIME;
    Accepted accepted =
        new Accepted(
            given.flag("orUnknown") ? Set.of(Question.UNKNOWN) : Set.of(),
            given.integerOrNull("atLeast"),
            given.integerOrNull("below"));
    if (!counts || (accepted.atLeast() == null && accepted.below() == null)) {
      problems.accept(node.line(), "a range is of a number or a time, with atLeast, below or both");
    }
    return accepted;
  }
}
