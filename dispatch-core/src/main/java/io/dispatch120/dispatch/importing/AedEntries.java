package io.dispatch120.dispatch.importing;

import io.dispatch120.dispatch.api.Catalogue.AedInfo;
import io.dispatch120.dispatch.importing.hours.Hours;
import io.dispatch120.dispatch.importing.hours.HoursReader;
import io.dispatch120.dispatch.importing.mapping.Field;
import io.dispatch120.dispatch.importing.mapping.Mapping;
import io.dispatch120.dispatch.importing.place.Place;
import io.dispatch120.dispatch.importing.table.Table;
import io.dispatch120.dispatch.importing.value.AedWords;
import io.dispatch120.dispatch.importing.value.Texts;
import io.dispatch120.dispatch.journal.CatalogueEdit;
import io.dispatch120.geo.api.AedAccess;
import io.dispatch120.geo.api.AedSite;
import io.dispatch120.geo.api.LngLat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** AEDs. */
final class AedEntries implements Entries<AedInfo> {
  /** Several lists may come together in a catalogue. */
  private static final int MAX_AEDS = 200_000;

  private final Mapping mapping;
  private final Basis basis;
  private final String source;
  private final AedState states;
  private final AedHours columns;
  private final HoursReader hours = new HoursReader();
  private int withoutAccess;

  AedEntries(Mapping mapping, Basis basis, String source) {
    this.mapping = mapping;
    this.basis = basis;
    this.source = source;
    this.states = new AedState(mapping, basis);
    this.columns = new AedHours(mapping);
  }

  @Override
  public String prefix() {
    return "aed";
  }

  @Override
  public boolean needsPosition() {
    return true;
  }

  @Override
  public Map<String, AedInfo> existing() {
    Map<String, AedInfo> all = new HashMap<>();
    basis.catalogue().aeds().forEach(aed -> all.put(aed.site().id(), aed));
    return all;
  }

  @Override
  public String sourceOf(AedInfo entry) {
    return entry.source();
  }

  @Override
  public LngLat positionOf(AedInfo entry) {
    return entry.site().position();
  }

  @Override
  public String nameOf(AedInfo entry) {
    return entry.site().name();
  }

  @Override
  public Draft<AedInfo> draft(Table.Row row, Place place) {
    RowTexts texts = new RowTexts(mapping, row);
    Remarks remarks = new Remarks();
    LngLat position = Objects.requireNonNull(place.position());
    String building = join(", ", texts.find(Field.ADDRESS, 200), texts.find(Field.BUILDING, 200));
    String floor = texts.first(Field.FLOOR).orElse(null);
    String placement = placement(texts, remarks);
    String name =
        texts.first(Field.NAME, Field.ADDRESS, Field.BUILDING, Field.PLACEMENT).orElse("AED");
    if (name.equals("AED") && texts.find(Field.NAME) == null) {
      remarks.warn(Warning.CHECK, "no name");
    }
    Hours hours = hours(row, remarks);
    AedAccess access = access(texts, remarks);
    AedState.State state = states.of(texts, remarks);
    return new Draft<>(
        row.number(),
        texts.find(Field.ID, 200),
        name,
        Stream.of(placement, floor).filter(Objects::nonNull).collect(Collectors.joining(" ")),
        identity(name, building, placement, floor, position),
        position,
        remarks,
        (id, before) ->
            entry(
                id, before, texts, name, position, building, floor, placement, hours, access,
                state));
  }

  private AedInfo entry(
      String id,
      @Nullable AedInfo before,
      RowTexts texts,
      String name,
      LngLat position,
      @Nullable String building,
      @Nullable String floor,
      @Nullable String placement,
      Hours hours,
      @Nullable AedAccess access,
      AedState.State state) {
    AedSite was = before == null ? null : before.site();
    boolean saysBuilding = mapping.hasAny(Field.ADDRESS, Field.BUILDING);
    boolean saysHours = columns.mapped();
    AedSite site =
        new AedSite(
            id,
            name,
            position,
            saysBuilding || was == null ? building : was.building(),
            texts.orKept(Field.FLOOR, floor, was == null ? null : was.floor()),
            mapping.has(Field.PLACEMENT) || was == null ? placement : was.placement(),
            saysHours || was == null ? hours.osm() : was.openingHours(),
            saysHours || was == null ? hoursText(texts, hours) : was.hoursText(),
            access != null ? access : was == null ? AedAccess.STAFFED : was.access(),
            state.readiness(was),
            state.lastCheckedAt(was));
    return new AedInfo(
        site,
        texts.orKept(
            Field.CUSTODIAN,
            texts.find(Field.CUSTODIAN, 120),
            before == null ? null : before.custodian()),
        texts.orKept(
            Field.CUSTODIAN_PHONE,
            texts.find(Field.CUSTODIAN_PHONE, 60),
            before == null ? null : before.custodianPhone()),
        source);
  }

  /** A list that has words beside its notation means the words to be shown. */
  private static @Nullable String hoursText(RowTexts texts, Hours hours) {
    String words = texts.find(Field.HOURS_TEXT);
    return words == null ? hours.text() : words;
  }

  private static List<String> identity(
      String name,
      @Nullable String building,
      @Nullable String placement,
      @Nullable String floor,
      LngLat position) {
    List<String> said = new ArrayList<>(List.of(name));
    for (String more : new String[] {building, placement, floor}) {
      said.add(more == null ? "" : more);
    }
    if (building == null && placement == null) {
      // A bare name, such as that of a bank, stands in many places: some ten metres tell them
      // apart.
      said.add(Math.round(position.lng() * 1e4) + "," + Math.round(position.lat() * 1e4));
    }
    return said;
  }

  private Hours hours(Table.Row row, Remarks remarks) {
    Hours read = hours.read(columns.cells(row));
    if (read.warning() != null) {
      remarks.warn(Warning.HOURS_UNKNOWN, read.warning());
    } else if (read.osm() == null) {
      remarks.warn(Warning.HOURS_MISSING, "no opening hours: shown as unknown");
    }
    return read;
  }

  private @Nullable AedAccess access(RowTexts texts, Remarks remarks) {
    String said = texts.find(Field.ACCESS, 120);
    if (said == null) {
      withoutAccess++;
      return null;
    }
    AedAccess access = AedWords.access(said).orElse(null);
    if (access == null) {
      remarks.warn(Warning.CHECK, "access is not understood, taken for staffed");
      return AedAccess.STAFFED;
    }
    return access;
  }

  private static @Nullable String placement(RowTexts texts, Remarks remarks) {
    String placement = texts.find(Field.PLACEMENT);
    String counted = texts.find(Field.COUNT, 20);
    OptionalInt count =
        counted == null
            ? AedWords.countIn(placement == null ? "" : placement)
            : AedWords.count(counted);
    if (count.isPresent() && count.getAsInt() > 1) {
      remarks.warn(
          Warning.CHECK, count.getAsInt() + " devices in one row: kept as one entry that says so");
      return counted == null ? placement : join(" ", placement, "×" + count.getAsInt());
    }
    return placement;
  }

  private static @Nullable String join(
      String between, @Nullable String first, @Nullable String second) {
    if (first == null || second == null || first.contains(second)) {
      return first == null ? second : first;
    }
    return Texts.cut(first + between + second, RowTexts.TEXT);
  }

  @Override
  public CatalogueEdit.Parts parts(List<AedInfo> put) {
    return CatalogueEdit.Parts.ofAeds(put, List.of());
  }

  @Override
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (withoutAccess > 0) {
      notes.add(
          withoutAccess
              + " rows do not say who can get at the device: new ones count as staffed, not public.");
    }
    return notes;
  }

  @Override
  public int limit() {
    return MAX_AEDS;
  }
}
