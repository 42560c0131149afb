package io.dispatch120.dispatch.codec;

import io.dispatch120.dispatch.api.Words;
import io.dispatch120.dispatch.codec.YamlTree.Mapping;
import io.dispatch120.dispatch.codec.YamlTree.Scalar;
import io.dispatch120.dispatch.codec.YamlTree.Sequence;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one mapping of a file of ours. What does not fit is told to {@code problems} with
 * its line, and something harmless is given instead, so that one reading finds everything.
 */
record YamlFields(
    String what, int line, Map<String, YamlTree> fields, BiConsumer<Integer, String> problems) {
  /** A text for people: a few sentences that can be read out in one breath or two. */
  private static final int TEXT_LIMIT = 500;

  private static final Words NO_WORDS = new Words("?", "?");

  /** The mapping {@code node}, none of whose fields is another than {@code known}. */
  static YamlFields of(
      String what, YamlTree node, Set<String> known, BiConsumer<Integer, String> problems) {
    if (!(node instanceof Mapping mapping)) {
      problems.accept(node.line(), what + " must have fields");
      return new YamlFields(what, node.line(), Map.of(), problems);
    }
    mapping
        .fields()
        .forEach(
            (name, value) -> {
              if (!known.contains(name)) {
                problems.accept(value.line(), what + " has no field " + name);
              }
            });
    return new YamlFields(what, mapping.line(), mapping.fields(), problems);
  }

  void problem(int at, String message) {
    problems.accept(at, message);
  }

  Optional<YamlTree> find(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  private @Nullable YamlTree need(String name) {
    YamlTree node = fields.get(name);
    if (node == null) {
      problem(line, what + " needs " + name);
    }
    return node;
  }

  String text(String name) {
    return text(name, need(name));
  }

  private String text(String name, @Nullable YamlTree node) {
    if (node == null) {
      return "";
    }
    if (!(node instanceof Scalar scalar) || scalar.text().isBlank()) {
      problem(node.line(), name + " of " + what + " must be a text");
      return "";
    }
    if (scalar.text().length() > TEXT_LIMIT) {
      problem(node.line(), name + " of " + what + " is longer than " + TEXT_LIMIT);
    }
    return scalar.text().strip();
  }

  /** An identity: lower snake_case. */
  String id(String name) {
    String id = text(name);
    if (!id.isEmpty() && !id.matches("[a-z][a-z0-9_]{0,39}")) {
      problem(
          fields.get(name) == null ? line : lineOf(name),
          "'" + id + "' is no name: use lower_snake_case");
    }
    return id;
  }

  int lineOf(String name) {
    YamlTree node = fields.get(name);
    return node == null ? line : node.line();
  }

  int integer(String name, int otherwise) {
    String text = text(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!text.matches("-?[0-9]{1,9}")) {
      problem(lineOf(name), name + " of " + what + " must be a whole number");
      return otherwise;
    }
    return Integer.parseInt(text);
  }

  @Nullable Integer integerOrNull(String name) {
    return fields.containsKey(name) ? (Integer) integer(name, 0) : null;
  }

  boolean flag(String name) {
    if (!fields.containsKey(name)) {
      return false;
    }
    String text = text(name);
    if (!text.equals("true") && !text.equals("false")) {
      problem(lineOf(name), name + " of " + what + " must be true or false");
    }
    return text.equals("true");
  }

  <E extends Enum<E>> E choice(String name, Class<E> type, E otherwise) {
    String text = text(name);
    return text.isEmpty() ? otherwise : choice(lineOf(name), text, type, otherwise);
  }

  <E extends Enum<E>> E choice(int at, String text, Class<E> type, E otherwise) {
    return Arrays.stream(type.getEnumConstants())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseGet(
            () -> {
              String all = Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT);
              problem(at, "'" + text + "' in " + what + " must be one of " + all);
              return otherwise;
            });
  }

  Words words(String name) {
    YamlTree node = need(name);
    return node == null ? NO_WORDS : words(name + " of " + what, node, problems);
  }

  static Words words(String what, YamlTree node, BiConsumer<Integer, String> problems) {
    YamlFields both = of(what, node, Set.of("zh", "en"), problems);
    String zh = both.text("zh");
    String en = both.text("en");
    return zh.isEmpty() || en.isEmpty() ? NO_WORDS : new Words(zh, en);
  }

  /** The items of a list; a single value counts as a list of one. */
  List<YamlTree> items(String name) {
    YamlTree node = fields.get(name);
    return node == null ? List.of() : node instanceof Sequence some ? some.items() : List.of(node);
  }

  /** Items that are texts. */
  List<Scalar> texts(String name) {
    return items(name).stream()
        .filter(
            item -> {
              boolean fits = item instanceof Scalar scalar && !scalar.text().isBlank();
              if (!fits) {
                problem(item.line(), name + " of " + what + " must be texts");
              }
              return fits;
            })
        .map(Scalar.class::cast)
        .toList();
  }

  /** A field whose own fields are free names. */
  Map<String, YamlTree> mapping(String name) {
    YamlTree node = need(name);
    if (node == null || node instanceof Mapping) {
      return node == null ? Map.of() : new LinkedHashMap<>(((Mapping) node).fields());
    }
    problem(node.line(), name + " of " + what + " must have fields");
    return Map.of();
  }
}
