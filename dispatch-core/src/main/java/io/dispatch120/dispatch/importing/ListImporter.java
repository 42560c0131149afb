package io.dispatch120.dispatch.importing;

import io.dispatch120.dispatch.api.Catalogue.CenterInfo;
import io.dispatch120.dispatch.importing.ImportPlan.Refused;
import io.dispatch120.dispatch.importing.mapping.Field;
import io.dispatch120.dispatch.importing.mapping.ListKind;
import io.dispatch120.dispatch.importing.mapping.Mapping;
import io.dispatch120.dispatch.importing.mapping.Proposal;
import io.dispatch120.dispatch.importing.place.PlaceReader;
import io.dispatch120.dispatch.importing.place.Projection;
import io.dispatch120.dispatch.importing.place.Projections;
import io.dispatch120.dispatch.importing.table.CsvTable;
import io.dispatch120.dispatch.importing.table.Decoded;
import io.dispatch120.dispatch.importing.table.Encodings;
import io.dispatch120.dispatch.importing.table.GeoJsonTable;
import io.dispatch120.dispatch.importing.table.ListRefused;
import io.dispatch120.dispatch.importing.table.Table;
import io.dispatch120.dispatch.importing.value.Texts;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.ServiceArea;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * From the bytes of a list to what it changes, row by row. Changes nothing itself. Linear in the
 * size of the list, one or two passes; holds its entries in memory, never its cells. Thread-safe.
 */
public final class ListImporter {
  private final Projections projections;
  private final Function<CenterInfo, ServiceArea> areas;

  /**
   * @param areas makes the area of a centre that has rings
   */
  public ListImporter(Projections projections, Function<CenterInfo, ServiceArea> areas) {
    this.projections = projections;
    this.areas = areas;
  }

  /**
   * @param progress told the number of rows now and then
   */
  public ImportPlan plan(ListInput input, Basis basis, IntConsumer progress) {
    try {
      return read(input, basis, progress);
    } catch (ListRefused e) {
      return new Refused(e.code(), e.text(), List.of());
    }
  }

  private ImportPlan read(ListInput input, Basis basis, IntConsumer progress) throws ListRefused {
    if (input.bytes().length > ListInput.MAX_BYTES) {
      throw new ListRefused("list_too_large", "A list has at most 32 MiB: split it.");
    }
    Table table = table(input);
    CenterInfo center = basis.catalogue().center();
    Mapping mapping = Proposal.of(input.kind(), table, input.mapping(), center.mapCenter());
    boolean placed = input.kind() != ListKind.UNITS || mapping.hasPosition();
    if (placed && !mapping.hasPosition()) {
      throw new ListRefused(
          "mapping_unclear",
          "No columns with coordinates are found among: "
              + Texts.cut(String.join(", ", table.columns()), 600)
              + ". Say which they are with a mapping, such as"
              + " {\"columns\":{\"lng\":\"…\",\"lat\":\"…\"}}.");
    }
    ServiceArea area = center.serviceArea().isEmpty() ? null : areas.apply(center);
    Datum datum = datum(input, table, mapping, placed, center.mapCenter());
    if (datum.name() == null) {
      return new Refused(
          Refused.DATUM_UNKNOWN,
          "The list does not say what its coordinates are given in: say it with datum.",
          DatumAdvice.of(table, mapping, projections, center.mapCenter(), area));
    }
    Reading reading =
        new Reading(input, table, mapping, datum, reader(datum.name(), center.mapCenter(), area));
    return reading.run(basis, progress);
  }

  private PlaceReader reader(String datum, LngLat center, @Nullable ServiceArea area)
      throws ListRefused {
    Optional<Projection> projection = projections.find(datum);
    if (projection.isEmpty()) {
      throw new ListRefused(
          "datum_unsupported",
          "There is no datum " + datum + " here; known are " + Projections.NAMES + ".");
    }
    return new PlaceReader(projection.get(), center, area);
  }

  private static Table table(ListInput input) throws ListRefused {
    String encoding = input.encoding() == null ? input.mapping().encoding() : input.encoding();
    Decoded decoded = Encodings.decode(input.bytes(), encoding);
    String text = decoded.text();
    int first = 0;
    while (first < text.length() && Character.isWhitespace(text.charAt(first))) {
      first++;
    }
    if (first == text.length()) {
      throw new ListRefused("list_empty", "The list is empty.");
    }
    if (input.geoJson() || text.charAt(first) == '{' || text.startsWith("[{", first)) {
      return GeoJsonTable.of(decoded);
    }
    return CsvTable.of(
        decoded,
        new CsvTable.Form(input.mapping().separator(), input.mapping().header()),
        names -> Proposal.known(input.kind(), names));
  }

  /**
   * @param name null when nobody has said
   * @param note on how it is known, or null
   */
  record Datum(@Nullable String name, @Nullable String note) {}

  private Datum datum(
      ListInput input, Table table, Mapping mapping, boolean placed, LngLat center) {
    if (!placed) {
      return new Datum("wgs84", null);
    }
    String said = input.datum() == null ? input.mapping().datum() : input.datum();
    if (said != null) {
      return new Datum(said, uncertainty(said));
    }
    boolean fromGeometry = mapping.label(Field.LNG).equals(Table.GEOMETRY_LNG);
    if (fromGeometry && table.statedDatum() != null) {
      return new Datum(table.statedDatum(), uncertainty(table.statedDatum()));
    }
    String named = DatumAdvice.named(mapping);
    if (named != null) {
      return new Datum(named, "The datum is what the names of the columns say.");
    }
    return input.assumeWgs84() ? new Datum("wgs84", warning(center)) : new Datum(null, null);
  }

  private @Nullable String uncertainty(String datum) {
    OptionalDouble meters = projections.findUncertaintyMeters(datum);
    return meters.isEmpty()
        ? null
        : String.format(
            Locale.ROOT,
            "Positions in %s may be off by some %.0f m: nobody has tied it to WGS 84 exactly.",
            datum,
            meters.getAsDouble());
  }

  private String warning(LngLat center) {
    String taken = "Nobody said what the coordinates are given in: taken for wgs84.";
    boolean shifted =
        projections
            .find("gcj02")
            .flatMap(gcj02 -> gcj02.toWgs84(center.lng(), center.lat()))
            .filter(moved -> moved.distanceMetersTo(center) > 1)
            .isPresent();
    return shifted
        ? taken
            + " If they come from a Chinese map, send the list again with datum=gcj02 or"
            + " datum=bd09, or every entry is some 500 m off."
        : taken;
  }

  /** What the list is called, by who has said. */
  static String source(ListInput input, Mapping mapping, Table table) throws ListRefused {
    String said = input.source() == null ? input.mapping().source() : input.source();
    if (said != null && Texts.orNull(said) != null) {
      return Texts.cut(Texts.plain(said), 60);
    }
    if (mapping.has(Field.SOURCE)) {
      List<String> names = new ArrayList<>();
      table.read(
          row -> {
            String name = Texts.plain(mapping.text(row, Field.SOURCE));
            if (!names.contains(name)) {
              names.add(name);
            }
            return names.size() < 2;
          });
      if (names.size() == 1 && !names.get(0).isEmpty()) {
        return Texts.cut(names.get(0), 60);
      }
    }
    return input.otherwise();
  }
}
