package io.dispatch120.dispatch.importing.mapping;

import io.dispatch120.dispatch.importing.table.Table;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which column of a list is what. Immutable. */
public final class Mapping {
  private final List<String> columns;
  private final EnumMap<Field, List<Integer>> places;

  /**
   * @param places of the columns of each field, from 0
   */
  Mapping(List<String> columns, Map<Field, List<Integer>> places) {
    this.columns = List.copyOf(columns);
    this.places = new EnumMap<>(Field.class);
    this.places.putAll(places);
  }

  public boolean has(Field field) {
    return places.containsKey(field);
  }

  public boolean hasAny(Field... fields) {
    for (Field field : fields) {
      if (has(field)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the list says where its rows are. */
  public boolean hasPosition() {
    return has(Field.POSITION) || (has(Field.LNG) && has(Field.LAT));
  }

  /** The row's text for a field, empty when there is none; several columns joined by blanks. */
  public String text(Table.Row row, Field field) {
    List<Integer> places = this.places.getOrDefault(field, List.of());
    if (places.size() == 1) {
      return row.cells().get(places.get(0)).strip();
    }
    return String.join(" ", texts(row, field)).strip();
  }

  /** The row's texts for a field of several columns, as many as there are columns. */
  public List<String> texts(Table.Row row, Field field) {
    return places.getOrDefault(field, List.of()).stream()
        .map(place -> row.cells().get(place).strip())
        .toList();
  }

  /** What the list calls the first column of a field. */
  public String label(Field field) {
    List<Integer> places = this.places.getOrDefault(field, List.of());
    return places.isEmpty() ? "" : columns.get(places.get(0));
  }

  /** Fields by the columns they come from, for people. */
  public Map<String, List<String>> described() {
    Map<String, List<String>> described = new LinkedHashMap<>();
    places.forEach(
        (field, at) -> described.put(field.fileName(), at.stream().map(columns::get).toList()));
    return described;
  }

  /** Columns that are nothing. */
  public List<String> unused() {
    Set<Integer> used =
        places.values().stream().flatMap(List::stream).collect(java.util.stream.Collectors.toSet());
    List<String> unused = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (!used.contains(i)) {
        unused.add(columns.get(i));
      }
    }
    return unused;
  }
}
