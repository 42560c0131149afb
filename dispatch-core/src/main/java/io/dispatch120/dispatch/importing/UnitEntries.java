package io.dispatch120.dispatch.importing;

import io.dispatch120.dispatch.api.Capability;
import io.dispatch120.dispatch.api.Catalogue.StationInfo;
import io.dispatch120.dispatch.api.Catalogue.UnitInfo;
import io.dispatch120.dispatch.api.StationId;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.importing.mapping.Field;
import io.dispatch120.dispatch.importing.mapping.Mapping;
import io.dispatch120.dispatch.importing.place.Place;
import io.dispatch120.dispatch.importing.table.Table;
import io.dispatch120.dispatch.importing.value.Texts;
import io.dispatch120.dispatch.importing.value.UnitWords;
import io.dispatch120.dispatch.journal.CatalogueEdit;
import io.dispatch120.geo.api.LngLat;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Units. A station is named by its id or its name. One that the centre does not have is made when
 * the row says where it is; else the row is refused.
 */
final class UnitEntries implements Entries<UnitInfo> {
  /** Ten times the largest fleet. */
  private static final int MAX_UNITS = 5_000;

  private final Mapping mapping;
  private final Basis basis;
  private final Map<String, StationInfo> stations = new HashMap<>();
  private final Map<String, StationInfo> newStations = new LinkedHashMap<>();

  UnitEntries(Mapping mapping, Basis basis) {
    this.mapping = mapping;
    this.basis = basis;
    for (StationInfo station : basis.catalogue().stations()) {
      stations.put(Texts.key(station.name()), station);
    }
    // An id wins over another station's name.
    for (StationInfo station : basis.catalogue().stations()) {
      stations.put(Texts.key(station.id().value()), station);
    }
  }

  @Override
  public String prefix() {
    return "unit";
  }

  @Override
  public boolean needsPosition() {
    return false;
  }

  @Override
  public Map<String, UnitInfo> existing() {
    return basis.catalogue().units().stream()
        .collect(Collectors.toMap(unit -> unit.id().value(), unit -> unit));
  }

  @Override
  public @Nullable String sourceOf(UnitInfo entry) {
    return null;
  }

  @Override
  public @Nullable LngLat positionOf(UnitInfo entry) {
    return null;
  }

  @Override
  public @Nullable String nameOf(UnitInfo entry) {
    return null;
  }

  @Override
  public Draft<UnitInfo> draft(Table.Row row, Place place) throws RowFault {
    RowTexts texts = new RowTexts(mapping, row);
    Remarks remarks = new Remarks();
    String id =
        texts
            .first(Field.ID, Field.CALLSIGN, Field.PLATE)
            .orElseThrow(() -> new RowFault("no id, call sign or plate"));
    StationInfo station = station(texts, place, remarks);
    Set<Capability> capabilities = capabilities(texts, remarks);
    String callsign = texts.first(Field.CALLSIGN).orElse(null);
    return new Draft<>(
        row.number(),
        id,
        id,
        "",
        List.of(id),
        null,
        remarks,
        (unit, before) ->
            new UnitInfo(
                new UnitId(unit),
                callsign != null ? callsign : before == null ? id : before.callsign(),
                orBefore(
                    texts.orKept(
                        Field.PLATE,
                        texts.find(Field.PLATE, 40),
                        before == null ? null : before.plate()),
                    ""),
                !capabilities.isEmpty() || before == null
                    ? withDefault(capabilities)
                    : before.capabilities(),
                station.id(),
                texts.orKept(
                    Field.PHONE,
                    texts.find(Field.PHONE, 40),
                    before == null ? null : before.phone())));
  }

  private static String orBefore(@Nullable String text, String otherwise) {
    return text == null ? otherwise : text;
  }

  private static Set<Capability> withDefault(Set<Capability> capabilities) {
    return capabilities.isEmpty() ? EnumSet.of(Capability.BLS) : capabilities;
  }

  private StationInfo station(RowTexts texts, Place place, Remarks remarks) throws RowFault {
    String named = texts.find(Field.STATION, 60);
    if (named == null) {
      throw new RowFault("no station");
    }
    StationInfo known = stations.get(Texts.key(named));
    if (known != null) {
      return known;
    }
    LngLat position = place.position();
    if (position == null) {
      throw new RowFault(
          "there is no station "
              + named
              + ": give its longitude and latitude in the row to make it, or one of "
              + basis.catalogue().stations().stream()
                  .map(station -> station.id().value())
                  .limit(20)
                  .toList());
    }
    StationInfo made = new StationInfo(new StationId(EntryIds.of(named)), named, position, null);
    stations.put(Texts.key(named), made);
    newStations.put(made.id().value(), made);
    remarks.warn(Warning.CHECK, "station " + named + " is made");
    return made;
  }

  private Set<Capability> capabilities(RowTexts texts, Remarks remarks) {
    Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
    for (String word : texts.list(Field.CAPABILITIES)) {
      Set<Capability> meant = UnitWords.capabilities(word);
      if (meant.isEmpty()) {
        remarks.warn(Warning.CHECK, "the capability " + word + " is not known");
      }
      capabilities.addAll(meant);
    }
    if (capabilities.isEmpty()) {
      remarks.warn(Warning.CHECK, "no capability is known: new units count as bls");
    }
    return capabilities;
  }

  @Override
  public CatalogueEdit.Parts parts(List<UnitInfo> put) {
    Set<String> used = put.stream().map(unit -> unit.station().value()).collect(Collectors.toSet());
    return CatalogueEdit.Parts.ofUnits(
        newStations.values().stream().filter(s -> used.contains(s.id().value())).toList(), put);
  }

  @Override
  public int limit() {
    return MAX_UNITS;
  }

  @Override
  public List<String> notes() {
    return newStations.isEmpty()
        ? List.of()
        : List.of("New stations: " + String.join(", ", newStations.keySet()) + ".");
  }
}
