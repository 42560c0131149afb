package io.dispatch120.dispatch.importing.mapping;

import io.dispatch120.dispatch.importing.hours.HoursText;
import io.dispatch120.dispatch.importing.place.CoordinateText;
import io.dispatch120.dispatch.importing.table.ListRefused;
import io.dispatch120.dispatch.importing.table.Table;
import io.dispatch120.dispatch.importing.value.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/** What the columns of a list look like, from its first rows. */
final class ColumnContent {
  private static final int SAMPLE = 200;

  /** This share of the cells that hold something has to look alike. */
  private static final double MOSTLY = 0.8;

  /** Hours are often missing or in words of their own. */
  private static final double OFTEN = 0.4;

  /** Half the width of a large prefecture, in degrees. */
  private static final double NEAR_DEGREES = 3;

  enum Look {
    PAIR(CoordinateText::isPair, MOSTLY),
    HOURS(text -> HoursText.find(text).isPresent(), OFTEN),
    ADDRESS(
        text -> text.matches(".*(?:[路街道巷弄号號]|丁目|番地|[Ss]tr(?:\\.|aße|asse|eet)|weg |platz ).*"),
        0.5),
    WORDS(text -> text.matches(".*\\p{L}{2}.*"), MOSTLY);

    private final Predicate<String> test;
    private final double share;

    Look(Predicate<String> test, double share) {
      this.test = test;
      this.share = share;
    }
  }

  private final int width;
  private final List<List<String>> rows = new ArrayList<>();

  private ColumnContent(int width) {
    this.width = width;
  }

  static ColumnContent of(Table table) throws ListRefused {
    ColumnContent content = new ColumnContent(table.columns().size());
    table.read(
        row -> {
          content.rows.add(row.cells());
          return content.rows.size() < SAMPLE;
        });
    return content;
  }

  /** The first free column in which most cells look so. */
  OptionalInt mostly(Set<Integer> taken, Look look) {
    return first(taken, look.test, look.share);
  }

  /** The first free column whose numbers are near {@code degrees}. */
  OptionalInt near(Set<Integer> taken, double degrees) {
    return first(
        taken,
        text ->
            CoordinateText.findNumber(text)
                .filter(
                    value -> Math.abs(value - degrees) <= NEAR_DEGREES && value != Math.rint(value))
                .isPresent(),
        MOSTLY);
  }

  /** The first free column whose cells are short and all different. */
  OptionalInt unique(Set<Integer> taken) {
    for (int column = 0; column < width; column++) {
      Set<String> seen = new HashSet<>();
      boolean unique = !taken.contains(column) && !rows.isEmpty();
      for (List<String> row : rows) {
        String cell = row.get(column).strip();
        unique = unique && cell.matches("[\\w.:-]{1,40}") && seen.add(cell);
      }
      if (unique) {
        return OptionalInt.of(column);
      }
    }
    return OptionalInt.empty();
  }

  private OptionalInt first(Set<Integer> taken, Predicate<String> test, double share) {
    for (int column = 0; column < width; column++) {
      if (!taken.contains(column)) {
        int at = column;
        List<String> filled =
            rows.stream().map(row -> row.get(at)).filter(c -> Texts.orNull(c) != null).toList();
        long fitting = filled.stream().filter(test).count();
        if (!filled.isEmpty() && fitting >= share * filled.size()) {
          return OptionalInt.of(column);
        }
      }
    }
    return OptionalInt.empty();
  }
}
