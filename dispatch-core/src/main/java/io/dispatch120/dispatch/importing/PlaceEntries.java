package io.dispatch120.dispatch.importing;

import io.dispatch120.dispatch.api.PlaceInfo;
import io.dispatch120.dispatch.importing.mapping.Field;
import io.dispatch120.dispatch.importing.mapping.Mapping;
import io.dispatch120.dispatch.importing.place.Place;
import io.dispatch120.dispatch.importing.table.Table;
import io.dispatch120.dispatch.journal.CatalogueEdit;
import io.dispatch120.geo.api.LngLat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names of places. */
final class PlaceEntries implements Entries<PlaceInfo> {
  private static final int MAX_PLACES = 500_000;

  private final Mapping mapping;
  private final Basis basis;
  private final String source;

  PlaceEntries(Mapping mapping, Basis basis, String source) {
    this.mapping = mapping;
    this.basis = basis;
    this.source = source;
  }

  @Override
  public String prefix() {
    return "place";
  }

  @Override
  public boolean needsPosition() {
    return true;
  }

  @Override
  public Map<String, PlaceInfo> existing() {
    return basis.places().stream().collect(Collectors.toMap(PlaceInfo::id, p -> p));
  }

  @Override
  public String sourceOf(PlaceInfo entry) {
    return entry.source();
  }

  @Override
  public LngLat positionOf(PlaceInfo entry) {
    return entry.position();
  }

  @Override
  public @Nullable String nameOf(PlaceInfo entry) {
    // Two lists are expected to name the same places.
    return null;
  }

  @Override
  public Draft<PlaceInfo> draft(Table.Row row, Place place) throws RowFault {
    RowTexts texts = new RowTexts(mapping, row);
    String name = texts.first(Field.NAME, Field.ADDRESS).orElseThrow(() -> new RowFault("no name"));
    LngLat position = Objects.requireNonNull(place.position());
    String district = texts.find(Field.DISTRICT, 120);
    List<String> aliases =
        texts.list(Field.ALIASES).stream().filter(a -> !a.equals(name)).distinct().toList();
    return new Draft<>(
        row.number(),
        texts.find(Field.ID, 120),
        name,
        "",
        List.of(
            name,
            district == null ? "" : district,
            // The same name in another quarter is another place: about a kilometre tells.
            Math.round(position.lng() * 100) + "," + Math.round(position.lat() * 100)),
        position,
        new Remarks(),
        (id, before) ->
            new PlaceInfo(
                id,
                name,
                position,
                texts.orKept(Field.DISTRICT, district, before == null ? null : before.district()),
                mapping.has(Field.ALIASES) || before == null ? aliases : before.aliases(),
                texts.orKept(
                    Field.CATEGORY,
                    texts.find(Field.CATEGORY, 120),
                    before == null ? null : before.category()),
                source));
  }

  @Override
  public CatalogueEdit.Parts parts(List<PlaceInfo> put) {
    return CatalogueEdit.Parts.ofPlaces(put);
  }

  @Override
  public int limit() {
    return MAX_PLACES;
  }

  @Override
  public List<String> notes() {
    return List.of();
  }
}
