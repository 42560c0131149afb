package io.dispatch120.dispatch.importing.mapping;

import io.dispatch120.dispatch.importing.value.Texts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/** What lists call their columns, from {@code /importing/columns.txt}. Immutable. */
final class ColumnWords {
  private static final String FILE = "/importing/columns.txt";
  private static final Map<ListKind, ColumnWords> ALL = load();

  /** A whole name beats a part of one. */
  private static final int WHOLE = 10_000;

  private static final int PART = 1_000;

  /** Words of the kind itself beat those of all kinds. */
  private static final int OWN = 5_000;

  private record Word(Field field, String key, boolean part, int weight) {}

  private final List<Word> words = new ArrayList<>();

  private ColumnWords() {}

  static ColumnWords of(ListKind kind) {
    return Objects.requireNonNull(ALL.get(kind));
  }

  /** How well the name of a column fits a field; empty when it does not. */
  OptionalInt fit(String column, Field field) {
    String key = Texts.key(column);
    int best = 0;
    for (Word word : words) {
      if (word.field() == field && best < word.weight()) {
        boolean fits = word.part() ? key.contains(word.key()) : key.equals(word.key());
        best = fits ? word.weight() : best;
      }
    }
    return best == 0 ? OptionalInt.empty() : OptionalInt.of(best);
  }

  /** How many of these names fit some field. */
  int known(List<String> columns) {
    int known = 0;
    for (String column : columns) {
      String key = Texts.key(column);
      // A long text that happens to hold a word is no name of a column.
      boolean fits =
          !key.isEmpty()
              && key.length() <= 40
              && words.stream()
                  .anyMatch(
                      w ->
                          w.part()
                              ? key.contains(w.key()) && key.length() <= 20
                              : key.equals(w.key()));
      known += fits ? 1 : 0;
    }
    return known;
  }

  private static Map<ListKind, ColumnWords> load() {
    Map<ListKind, ColumnWords> all = new HashMap<>();
    for (ListKind kind : ListKind.values()) {
      all.put(kind, new ColumnWords());
    }
    String section = "all";
    for (String line : lines()) {
      if (line.startsWith("[")) {
        section = line.substring(1, line.length() - 1);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        boolean everyKind = section.equals("all");
        for (ListKind kind : ListKind.values()) {
          if (everyKind || kind.name().toLowerCase(Locale.ROOT).equals(section)) {
            Objects.requireNonNull(all.get(kind)).add(line, everyKind ? 0 : OWN);
          }
        }
      }
    }
    return all;
  }

  private void add(String line, int own) {
    int equals = line.indexOf('=');
    Field field =
        Field.find(line.substring(0, equals).strip())
            .orElseThrow(() -> new IllegalStateException(FILE + " names no field: " + line));
    int order = 0;
    for (String given : line.substring(equals + 1).split(",")) {
      boolean part = given.contains("*");
      String key = Texts.key(given.replace("*", ""));
      words.add(
          new Word(field, key, part, (part ? PART + 10 * key.length() : WHOLE) + own - order));
      order++;
    }
  }

  private static List<String> lines() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(ColumnWords.class.getResourceAsStream(FILE), FILE),
                StandardCharsets.UTF_8))) {
      return in.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
