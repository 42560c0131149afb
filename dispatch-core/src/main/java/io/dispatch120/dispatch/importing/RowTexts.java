package io.dispatch120.dispatch.importing;

import io.dispatch120.dispatch.importing.mapping.Field;
import io.dispatch120.dispatch.importing.mapping.Mapping;
import io.dispatch120.dispatch.importing.table.Table;
import io.dispatch120.dispatch.importing.value.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The texts of one row by field, in plain form and of bearable length. */
final class RowTexts {
  private static final int NAME = 120;
  static final int TEXT = 500;
  private static final Pattern SEVERAL = Pattern.compile("[;；|、，,/\\n]");

  private final Mapping mapping;
  private final Table.Row row;

  RowTexts(Mapping mapping, Table.Row row) {
    this.mapping = mapping;
    this.row = row;
  }

  /** Null when the list does not say. */
  @Nullable String find(Field field) {
    return find(field, TEXT);
  }

  @Nullable String find(Field field, int length) {
    String text = Texts.orNull(mapping.text(row, field));
    return text == null ? null : Texts.cut(text, length);
  }

  String text(Field field) {
    return mapping.text(row, field);
  }

  /** What is not nothing of a field of several columns, or of one with several values in it. */
  List<String> list(Field field) {
    List<String> values = new ArrayList<>();
    for (String cell : mapping.texts(row, field)) {
      for (String part : SEVERAL.split(cell)) {
        String value = Texts.orNull(part);
        if (value != null && values.size() < 50) {
          values.add(Texts.cut(value, NAME));
        }
      }
    }
    return values;
  }

  /** The first of the fields that holds something. */
  Optional<String> first(Field... fields) {
    for (Field field : fields) {
      String text = find(field, NAME);
      if (text != null) {
        return Optional.of(text);
      }
    }
    return Optional.empty();
  }

  /** The value itself where the list has the field, what there was where it has not. */
  <T> @Nullable T orKept(Field field, @Nullable T value, @Nullable T before) {
    return mapping.has(field) ? value : before;
  }

  /** Yes or no in the languages of the lists; empty for anything else. */
  static Optional<Boolean> yes(@Nullable String text) {
    return switch (text == null ? "" : text.toLowerCase(Locale.ROOT)) {
      case "yes", "y", "true", "1", "是", "有", "同意", "已同意", "はい", "有り", "ja", "x", "√", "✓" ->
          Optional.of(true);
      case "no", "n", "false", "0", "否", "不同意", "未同意", "いいえ", "nein" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
