package io.dispatch120.dispatch.importing.mapping;

import io.dispatch120.dispatch.importing.table.ListRefused;
import io.dispatch120.dispatch.importing.table.Table;
import io.dispatch120.dispatch.importing.value.Texts;
import io.dispatch120.geo.api.LngLat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Proposes a mapping: what the operator says first, then the names of the columns, then, for what
 * cannot be missing, their content.
 */
public final class Proposal {
  private final ListKind kind;
  private final Table table;
  private final Map<Field, List<Integer>> places = new EnumMap<>(Field.class);
  private final Set<Integer> taken = new HashSet<>();
  private final Set<Integer> told = new HashSet<>();

  private Proposal(ListKind kind, Table table) {
    this.kind = kind;
    this.table = table;
  }

  /** How many of these names of columns mean something in a list of this kind. */
  public static int known(ListKind kind, List<String> columns) {
    return ColumnWords.of(kind).known(columns);
  }

  /**
   * @param center the list is for, to recognise coordinates by
   * @throws ListRefused when the operator names columns that are not there
   */
  public static Mapping of(ListKind kind, Table table, MappingFile told, LngLat center)
      throws ListRefused {
    Proposal proposal = new Proposal(kind, table);
    proposal.take(told);
    proposal.told.addAll(proposal.taken);
    if (table.named()) {
      proposal.byName();
    }
    proposal.byContent(center);
    return new Mapping(table.columns(), proposal.places);
  }

  private void take(MappingFile told) throws ListRefused {
    for (String ignored : told.ignore()) {
      taken.add(place(ignored));
    }
    for (Map.Entry<Field, List<String>> entry : told.columns().entrySet()) {
      List<Integer> at = new ArrayList<>();
      for (String column : entry.getValue()) {
        at.add(place(column));
      }
      taken.addAll(at);
      // An empty list says that the list has nothing of the kind.
      places.put(entry.getKey(), at);
    }
  }

  private int place(String column) throws ListRefused {
    List<String> columns = table.columns();
    int exact = columns.indexOf(column);
    if (exact >= 0) {
      return exact;
    }
    for (int i = 0; i < columns.size(); i++) {
      if (Texts.key(columns.get(i)).equals(Texts.key(column)) && !Texts.key(column).isEmpty()) {
        return i;
      }
    }
    if (column.matches("\\d{1,3}")) {
      int number = Integer.parseInt(column);
      if (number >= 1 && number <= columns.size()) {
        return number - 1;
      }
    }
    throw new ListRefused(
        "bad_mapping",
        "The list has no column "
            + Texts.cut(column, 60)
            + ". It has: "
            + Texts.cut(String.join(", ", columns), 600)
            + ".");
  }

  private record Fit(Field field, int column, int weight) {}

  private void byName() {
    ColumnWords words = ColumnWords.of(kind);
    List<Fit> fits = new ArrayList<>();
    List<String> columns = table.columns();
    for (int column = 0; column < columns.size(); column++) {
      for (Field field : Field.values()) {
        OptionalInt weight = words.fit(columns.get(column), field);
        if (weight.isPresent()) {
          fits.add(new Fit(field, column, weight.getAsInt()));
        }
      }
    }
    fits.sort(
        Comparator.comparingInt(Fit::weight)
            .reversed()
            .thenComparingInt(Fit::column)
            .thenComparing(Fit::field));
    Set<Field> told = Set.copyOf(places.keySet());
    for (Fit fit : fits) {
      boolean free =
          !taken.contains(fit.column())
              && !told.contains(fit.field())
              && (fit.field().several() || !places.containsKey(fit.field()));
      if (free) {
        places.computeIfAbsent(fit.field(), f -> new ArrayList<>()).add(fit.column());
        taken.add(fit.column());
      }
    }
    // As they stand in the list, not as they fit.
    places.values().forEach(at -> at.sort(null));
  }

  private void byContent(LngLat center) throws ListRefused {
    boolean position = places.containsKey(Field.POSITION);
    boolean both = places.containsKey(Field.LNG) && places.containsKey(Field.LAT);
    boolean named = places.containsKey(Field.NAME);
    if ((position || both) && (named || table.named())) {
      return;
    }
    ColumnContent content = ColumnContent.of(table);
    if (!position && !both && !coordinates(content, center, taken)) {
      // 位置 may be where a device hangs, or a pair of numbers.
      coordinates(content, center, told);
    }
    if (!table.named()) {
      give(Field.HOURS, content.mostly(taken, ColumnContent.Look.HOURS));
      give(Field.ADDRESS, content.mostly(taken, ColumnContent.Look.ADDRESS));
      give(Field.NAME, content.mostly(taken, ColumnContent.Look.WORDS));
      give(Field.ID, content.unique(taken));
      give(Field.PLACEMENT, content.mostly(taken, ColumnContent.Look.WORDS));
    }
  }

  private boolean coordinates(ColumnContent content, LngLat center, Set<Integer> not) {
    OptionalInt pair = content.mostly(not, ColumnContent.Look.PAIR);
    if (pair.isPresent()) {
      give(Field.POSITION, pair);
      return true;
    }
    OptionalInt lng = content.near(not, center.lng());
    give(Field.LNG, lng);
    OptionalInt lat = content.near(taken, center.lat());
    give(Field.LAT, lat);
    return lng.isPresent() && lat.isPresent();
  }

  private void give(Field field, OptionalInt column) {
    if (column.isPresent() && !places.containsKey(field)) {
      Integer at = column.getAsInt();
      places.values().removeIf(others -> others.remove(at) && others.isEmpty());
      places.put(field, new ArrayList<>(List.of(at)));
      taken.add(at);
    }
  }
}
