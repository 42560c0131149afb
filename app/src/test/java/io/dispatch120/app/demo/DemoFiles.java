package io.dispatch120.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Reads the demo's files raw, so that the tests judge what is written and not what a loader makes
 * of it.
 */
final class DemoFiles {
  private static final String RANGE = "([01]\\d|2[0-3]):[0-5]\\d-([01]\\d|2[0-3]):[0-5]\\d";
  private static final String DAYS = "(Mo|Tu|We|Th|Fr|Sa|Su)(-(Mo|Tu|We|Th|Fr|Sa|Su))?";
  private static final String RULE = DAYS + " (" + RANGE + "|off)";

  /** The part of the OpenStreetMap opening hours syntax that the demo keeps to. */
  static final Pattern OPENING_HOURS =
      Pattern.compile("24/7|" + RANGE + "|" + RULE + "(; " + RULE + ")*");

  /** The invented block of phone numbers that all demo data keeps to. */
  static final String PHONE = "139000\\d{5}";

  private static final double METERS_PER_DEGREE = 111_195;

  private DemoFiles() {}

  static JsonNode yaml(String name) {
    try (InputStream in = open(name)) {
      return new YAMLMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The list under {@code key} of a file that also says it is demo data. */
  static List<JsonNode> items(String name, String key) {
    JsonNode root = yaml(name);
    if (!"demo".equals(root.path("source").asText())) {
      throw new IllegalStateException(name + " does not say that it is demo data");
    }
    return StreamSupport.stream(root.path(key).spliterator(), false).toList();
  }

  static List<NamedCsvRecord> aeds() {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder()
            .ofNamedCsvRecord(new InputStreamReader(open("aeds.csv"), StandardCharsets.UTF_8))) {
      return reader.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path2D serviceArea() {
    Path2D area = new Path2D.Double();
    for (JsonNode corner : yaml("center.yaml").path("serviceArea")) {
      if (area.getCurrentPoint() == null) {
        area.moveTo(corner.path(0).asDouble(), corner.path(1).asDouble());
      } else {
        area.lineTo(corner.path(0).asDouble(), corner.path(1).asDouble());
      }
    }
    return area;
  }

  static boolean inside(Path2D area, JsonNode position) {
    return area.contains(position.path("lng").asDouble(), position.path("lat").asDouble());
  }

  /**
   * Distance on the local tangent plane: exact to centimetres over the few metres that matter here.
   */
  static double meters(double lng, double lat, double otherLng, double otherLat) {
    double east = (otherLng - lng) * METERS_PER_DEGREE * Math.cos(Math.toRadians(lat));
    return Math.hypot(east, (otherLat - lat) * METERS_PER_DEGREE);
  }

  static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  static List<String> ids(List<JsonNode> nodes) {
    return nodes.stream().map(node -> node.path("id").asText()).toList();
  }

  /** Whether a text is there in Chinese and in English. */
  static boolean bilingual(JsonNode text) {
    return !text.path("zh").asText().isBlank() && !text.path("en").asText().isBlank();
  }

  private static InputStream open(String name) {
    return Objects.requireNonNull(DemoFiles.class.getResourceAsStream("/demo/" + name), name);
  }
}
