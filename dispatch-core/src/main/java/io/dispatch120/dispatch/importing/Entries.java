package io.dispatch120.dispatch.importing;

import io.dispatch120.dispatch.importing.place.Place;
import io.dispatch120.dispatch.importing.table.Table;
import io.dispatch120.dispatch.journal.CatalogueEdit;
import io.dispatch120.geo.api.LngLat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is particular to one kind of list. */
interface Entries<T> {
  /** What ids that are made up begin with. */
  String prefix();

  /** Whether a row without a position is refused. */
  boolean needsPosition();

  /** Entries there are, by id. */
  Map<String, T> existing();

  /** The list an entry came from; null for kinds whose ids are the domain's own. */
  @Nullable String sourceOf(T entry);

  @Nullable LngLat positionOf(T entry);

  /** Of entries that could be the same device twice: their name, else null. */
  @Nullable String nameOf(T entry);

  /**
   * @param place of the row; without a position only where none is needed
   */
  Draft<T> draft(Table.Row row, Place place) throws RowFault;

  /** What is put. */
  CatalogueEdit.Parts parts(List<T> put);

  /** Most entries a centre may have of this kind. */
  int limit();

  /** What concerns no single row. */
  List<String> notes();
}
