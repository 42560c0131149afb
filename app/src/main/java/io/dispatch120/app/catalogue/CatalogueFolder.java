package io.dispatch120.app.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.dispatch120.app.config.StartFailure;
import io.dispatch120.dispatch.api.Capability;
import io.dispatch120.dispatch.api.Catalogue;
import io.dispatch120.dispatch.api.Catalogue.CenterInfo;
import io.dispatch120.dispatch.api.Catalogue.ChecklistApproval;
import io.dispatch120.dispatch.api.Catalogue.HospitalCapability;
import io.dispatch120.dispatch.api.Catalogue.HospitalInfo;
import io.dispatch120.dispatch.api.Catalogue.LadderContact;
import io.dispatch120.dispatch.api.Catalogue.LadderLevel;
import io.dispatch120.dispatch.api.Catalogue.StationInfo;
import io.dispatch120.dispatch.api.Catalogue.UnitInfo;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.StationId;
import io.dispatch120.dispatch.api.TargetFigure;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.chestpain.OwnFigures;
import io.dispatch120.geo.api.LngLat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A centre described by five files: {@code center.yaml}, {@code stations.yaml}, {@code units.yaml},
 * {@code hospitals.yaml} and {@code aeds.csv}, as the demo's own show.
 */
public final class CatalogueFolder {
  private static final String FORM =
      "The folder needs center.yaml, stations.yaml, units.yaml, hospitals.yaml and aeds.csv; the demo's own in"
          + " app/src/main/resources/demo show the form.";

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  /** Where the files come from; fails when one is not there. */
  @FunctionalInterface
  public interface Files {
    InputStream open(String name) throws IOException;
  }

  private final Files files;
  private final String environment;

  private CatalogueFolder(Files files, String environment) {
    this.files = files;
    this.environment = environment;
  }

  /** The demo centre, from this build's own files. */
  public static Catalogue demo() {
    return new CatalogueFolder(CatalogueFolder::ofThisBuild, "demo").read();
  }

  /**
   * A live centre from a folder.
   *
   * @throws StartFailure that names the file and what is wrong in it
   */
  public static Catalogue live(Path folder) {
    return new CatalogueFolder(
            name -> java.nio.file.Files.newInputStream(folder.resolve(name)), "live")
        .read();
  }

  private Catalogue read() {
    return new Catalogue(
        file("center.yaml", in -> center(YAML.readTree(in))),
        file(
            "stations.yaml",
            in -> list(YAML.readTree(in).required("stations"), CatalogueFolder::station)),
        file("units.yaml", in -> list(YAML.readTree(in).required("units"), CatalogueFolder::unit)),
        file(
            "hospitals.yaml",
            in -> list(YAML.readTree(in).required("hospitals"), CatalogueFolder::hospital)),
        file("aeds.csv", AedList::read));
  }

  private interface Reader<T> {
    T read(InputStream in) throws IOException;
  }

  private <T> T file(String name, Reader<T> reader) {
    try (InputStream in = files.open(name)) {
      return reader.read(in);
    } catch (NoSuchFileException e) {
      throw new StartFailure("there is no " + e.getMessage(), FORM, e);
    } catch (IOException | IllegalArgumentException e) {
      throw new StartFailure(name + " cannot be read: " + firstLine(e), FORM, e);
    }
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse(e.getClass().getSimpleName());
  }

  private CenterInfo center(JsonNode node) {
    List<LngLat> ring =
        list(
            node.required("serviceArea"),
            p -> new LngLat(p.get(0).asDouble(), p.get(1).asDouble()));
    return new CenterInfo(
        new CenterId(text(node, "id")),
        node.required("name").required("zh").asText(),
        text(node, "zone"),
        text(node, "incidentNumberPrefix"),
        environment,
        position(node.required("map").required("center")),
        List.of(ring),
        targets(node.path("chestPainTargets")),
        checklists(node.path("checklists")));
  }

  /** A centre's own targets; a name that no figure has is a mistake, not an extra. */
  private static Map<String, TargetFigure> targets(JsonNode node) {
    Map<String, TargetFigure> targets = new LinkedHashMap<>();
    node.properties()
        .forEach(
            target -> {
              String name = target.getKey();
              if (!OwnFigures.all().contains(name)) {
                throw new IllegalArgumentException(
                    "chestPainTargets knows no " + name + "; names are in docs/chest-pain.md");
              }
              targets.put(name, target(name, target.getValue()));
            });
    return targets;
  }

  private static TargetFigure target(String name, JsonNode node) {
    JsonNode minutes = node.required("minutes");
    if (!minutes.isIntegralNumber() || minutes.asLong() < 1) {
      throw new IllegalArgumentException(
          name + " has minutes: " + minutes.asText() + "; needed is a whole number from 1");
    }
    return new TargetFigure(Duration.ofMinutes(minutes.asLong()).toSeconds(), text(node, "source"));
  }

  private static Map<String, ChecklistApproval> checklists(JsonNode node) {
    Map<String, ChecklistApproval> approved = new LinkedHashMap<>();
    node.properties()
        .forEach(
            list ->
                approved.put(
                    list.getKey(),
                    new ChecklistApproval(
                        list.getValue().required("version").asInt(),
                        text(list.getValue(), "physician"),
                        LocalDate.parse(text(list.getValue(), "from")).toString())));
    return approved;
  }

  private static StationInfo station(JsonNode node) {
    return new StationInfo(
        new StationId(text(node, "id")),
        node.required("name").required("zh").asText(),
        position(node.required("position")),
        text(node, "phone"));
  }

  private static UnitInfo unit(JsonNode node) {
    Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
    node.required("capabilities")
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
        node.required("name").required("zh").asText(),
        position(node.required("position")),
        list(
            node.required("capabilities"),
            c -> new HospitalCapability(text(c, "name"), optional(c, "hours"))),
        accreditation.equals("none") ? null : accreditation,
        median == null ? null : median.asInt(),
        list(
            node.required("ladder"),
            level ->
                new LadderLevel(
                    level.get("level").asInt(),
                    level.required("role").required("zh").asText(),
                    text(level, "channel"),
                    optional(level, "phone"),
                    level.has("together")
                        ? list(level.get("together"), CatalogueFolder::contact)
                        : List.of())));
  }

  private static LadderContact contact(JsonNode node) {
    return new LadderContact(
        node.required("role").required("zh").asText(),
        text(node, "channel"),
        optional(node, "phone"));
  }

  private static LngLat position(JsonNode node) {
    return new LngLat(node.required("lng").asDouble(), node.required("lat").asDouble());
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

  private static InputStream ofThisBuild(String name) {
    InputStream in = CatalogueFolder.class.getResourceAsStream("/demo/" + name);
    if (in == null) {
      throw new IllegalStateException("the demo's file " + name + " is not in this build");
    }
    return in;
  }
}
