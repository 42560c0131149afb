package io.dispatch120.app.simulation.caller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.dispatch120.geo.api.LngLat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

/** The demo's callers as they stand in {@code callers.yaml}. */
public final class CallerFile {
  private static final String DEMO = "/demo/callers.yaml";

  private CallerFile() {}

  public static List<CallerSeed> demo() {
    try (InputStream in =
        Objects.requireNonNull(CallerFile.class.getResourceAsStream(DEMO), DEMO + " is missing")) {
      JsonNode file = new ObjectMapper(new YAMLFactory()).readTree(in);
      JsonNode priorities = file.required("priorities");
      return list(file.required("callers")).stream()
          .map(caller -> seed(caller, priorities))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CallerSeed seed(JsonNode caller, JsonNode priorities) {
    String complaint = text(caller, "complaint");
    JsonNode position = caller.required("position");
    return new CallerSeed(
        text(caller, "id"),
        complaint,
        text(priorities, complaint),
        text(caller, "address"),
        new LngLat(position.required("lng").asDouble(), position.required("lat").asDouble()),
        text(caller, "phone"),
        text(caller, "callerWithPatient"),
        caller.required("weight").asDouble(),
        text(caller, "note"),
        list(caller.required("messages")).stream().map(JsonNode::asText).toList());
  }

  private static String text(JsonNode node, String field) {
    return node.required(field).asText();
  }

  private static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }
}
