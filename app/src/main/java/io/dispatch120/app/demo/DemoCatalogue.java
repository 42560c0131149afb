package io.dispatch120.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.dispatch120.dispatch.api.Capability;
import io.dispatch120.dispatch.api.Catalogue;
import io.dispatch120.dispatch.api.Catalogue.AedInfo;
import io.dispatch120.dispatch.api.Catalogue.CenterInfo;
import io.dispatch120.dispatch.api.Catalogue.HospitalCapability;
import io.dispatch120.dispatch.api.Catalogue.HospitalInfo;
import io.dispatch120.dispatch.api.Catalogue.LadderLevel;
import io.dispatch120.dispatch.api.Catalogue.StationInfo;
import io.dispatch120.dispatch.api.Catalogue.UnitInfo;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.StationId;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.geo.api.LngLat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the demo centre's own files; a broken one is a bug of the build and fails loudly. */
public final class DemoCatalogue {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private DemoCatalogue() {}

  /** The whole centre {@code xiangjiang}. */
  public static Catalogue load() {
    JsonNode center = yaml("center.yaml");
    return new Catalogue(
        center(center),
        list(yaml("stations.yaml").get("stations"), DemoCatalogue::station),
        list(yaml("units.yaml").get("units"), DemoCatalogue::unit),
        list(yaml("hospitals.yaml").get("hospitals"), DemoCatalogue::hospital),
        aeds());
  }

  private static CenterInfo center(JsonNode node) {
    List<LngLat> ring =
        list(node.get("serviceArea"), p -> new LngLat(p.get(0).asDouble(), p.get(1).asDouble()));
    return new CenterInfo(
        new CenterId(text(node, "id")),
        node.get("name").get("zh").asText(),
        text(node, "zone"),
        text(node, "incidentNumberPrefix"),
        "demo",
        position(node.get("map").get("center")),
        List.of(ring));
  }

  private static StationInfo station(JsonNode node) {
    return new StationInfo(
        new StationId(text(node, "id")),
        node.get("name").get("zh").asText(),
        position(node.get("position")),
        text(node, "phone"));
  }

  private static UnitInfo unit(JsonNode node) {
    Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
    node.get("capabilities")
        .forEach(c -> capabilities.add(Capability.valueOf(c.asText().toUpperCase(Locale.ROOT))));
    return new UnitInfo(
        new UnitId(text(node, "id")),
        text(node, "callsign"),
        text(node, "plate"),
        capabilities,
        new StationId(text(node, "station")),
        text(node, "crewPhone"));
  }

  private static HospitalInfo hospital(JsonNode node) {
    JsonNode median = node.get("medianArrivalToWireMinutes");
    String accreditation = text(node, "accreditation");
    return new HospitalInfo(
        new HospitalId(text(node, "id")),
        node.get("name").get("zh").asText(),
        position(node.get("position")),
        list(
            node.get("capabilities"),
            c -> new HospitalCapability(text(c, "name"), optional(c, "hours"))),
        accreditation.equals("none") ? null : accreditation,
        median == null ? null : median.asInt(),
        list(
            node.get("ladder"),
            level ->
                new LadderLevel(
                    level.get("level").asInt(),
                    level.get("role").get("zh").asText(),
                    text(level, "channel"),
                    optional(level, "phone"))));
  }

  private static List<AedInfo> aeds() {
    try (InputStream in = open("aeds.csv")) {
      return DemoAeds.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LngLat position(JsonNode node) {
    return new LngLat(node.get("lng").asDouble(), node.get("lat").asDouble());
  }

  private static String text(JsonNode node, String field) {
    return node.required(field).asText();
  }

  private static @Nullable String optional(JsonNode node, String field) {
    JsonNode value = node.get(field);
    return value == null || value.isNull() ? null : value.asText();
  }

  private static <T> List<T> list(JsonNode nodes, Function<JsonNode, T> read) {
    List<T> all = new ArrayList<>();
    nodes.forEach(node -> all.add(read.apply(node)));
    return all;
  }

  private static JsonNode yaml(String name) {
    try (InputStream in = open(name)) {
      return YAML.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String name) {
    InputStream in = DemoCatalogue.class.getResourceAsStream("/demo/" + name);
    if (in == null) {
      throw new IllegalStateException("the demo's file " + name + " is not in this build");
    }
    return in;
  }
}
