package io.dispatch120.dispatch.importing;

import io.dispatch120.dispatch.api.Catalogue;
import io.dispatch120.dispatch.api.Catalogue.AedInfo;
import io.dispatch120.dispatch.api.Catalogue.CenterInfo;
import io.dispatch120.dispatch.api.Catalogue.StationInfo;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.StationId;
import io.dispatch120.dispatch.importing.ImportPlan.Ready;
import io.dispatch120.dispatch.importing.ImportReport.Row;
import io.dispatch120.dispatch.importing.mapping.ListKind;
import io.dispatch120.dispatch.importing.mapping.MappingFile;
import io.dispatch120.dispatch.importing.place.Projections;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.datum.ChineseCoordinateSystems;
import io.dispatch120.geo.datum.ChineseDatums;
import io.dispatch120.geo.index.PolygonArea;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists against a small centre that remembers what they brought. */
final class Lists {
  static final LngLat CHANGSHA = new LngLat(112.94, 28.2);
  static final Instant NOW = Instant.parse("2026-11-26T04:00:00Z");

  private static final ListImporter IMPORTER =
      new ListImporter(
          new Projections(new ChineseDatums(), new ChineseCoordinateSystems()),
          center -> PolygonArea.ofRings(center.serviceArea()));

  private Catalogue catalogue;
  private List<io.dispatch120.dispatch.api.ResponderInfo> responders = List.of();
  private List<io.dispatch120.dispatch.api.PlaceInfo> places = List.of();
  MappingFile mapping = MappingFile.NONE;
  @Nullable String datum = "wgs84";
  @Nullable String source;
  boolean assumeWgs84;

  Lists() {
    this(CHANGSHA);
  }

  /** A centre that serves half a degree around a place. */
  Lists(LngLat place) {
    List<LngLat> ring =
        List.of(
            new LngLat(place.lng() - 0.5, place.lat() - 0.5),
            new LngLat(place.lng() + 0.5, place.lat() - 0.5),
            new LngLat(place.lng() + 0.5, place.lat() + 0.5),
            new LngLat(place.lng() - 0.5, place.lat() + 0.5));
    catalogue =
        new Catalogue(
            new CenterInfo(
                new CenterId("c"), "c", "Asia/Shanghai", "C", "live", place, List.of(ring)),
            List.of(new StationInfo(new StationId("ST-1"), "望城坡急救站", place, null)),
            List.of(),
            List.of(),
            List.of());
  }

  Lists with(AedInfo... aeds) {
    catalogue =
        new Catalogue(
            catalogue.center(),
            catalogue.stations(),
            catalogue.units(),
            catalogue.hospitals(),
            List.of(aeds));
    return this;
  }

  ImportPlan plan(ListKind kind, byte[] bytes) {
    return IMPORTER.plan(
        new ListInput(kind, bytes, false, datum, assumeWgs84, null, source, "list", mapping, false),
        new Basis(0, catalogue, responders, places, NOW),
        rows -> {});
  }

  ImportPlan plan(ListKind kind, String text) {
    return plan(kind, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Brings the list in, as far as this centre can remember it. */
  ImportReport take(ListKind kind, String text) {
    ImportPlan plan = plan(kind, text);
    if (!(plan instanceof Ready ready)) {
      throw new AssertionError(plan);
    }
    var parts = ready.parts();
    catalogue =
        new Catalogue(
            catalogue.center(),
            merged(catalogue.stations(), parts.stations(), s -> s.id().value()),
            merged(catalogue.units(), parts.units(), u -> u.id().value()),
            merged(catalogue.hospitals(), parts.hospitals(), h -> h.id().value()),
            merged(catalogue.aeds(), parts.aeds(), a -> a.site().id()));
    responders = merged(responders, parts.responders(), r -> r.id());
    places = merged(places, parts.places(), p -> p.id());
    return ready.report();
  }

  private static <T> List<T> merged(
      List<T> before, List<T> put, java.util.function.Function<T, String> id) {
    java.util.Map<String, T> all = new java.util.TreeMap<>();
    before.forEach(one -> all.put(id.apply(one), one));
    put.forEach(one -> all.put(id.apply(one), one));
    return List.copyOf(all.values());
  }

  ImportReport aeds(String text) {
    return take(ListKind.AEDS, text);
  }

  AedInfo aed(String id) {
    return catalogue.aeds().stream()
        .filter(aed -> aed.site().id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no AED " + id + " in " + catalogue.aeds()));
  }

  Catalogue catalogue() {
    return catalogue;
  }

  List<io.dispatch120.dispatch.api.ResponderInfo> responders() {
    return responders;
  }

  List<io.dispatch120.dispatch.api.PlaceInfo> places() {
    return places;
  }

  static Row row(ImportReport report, int number) {
    return report.rows().stream().filter(row -> row.row() == number).findFirst().orElseThrow();
  }
}
