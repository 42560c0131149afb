package io.dispatch120.dispatch.importing.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One feature as cells by name. */
final class FeatureCells {
  private FeatureCells() {}

  static Map<String, String> of(JsonNode feature) {
    Map<String, String> cells = new LinkedHashMap<>();
    JsonNode coordinates = point(feature.path("geometry"));
    if (coordinates != null) {
      cells.put(Table.GEOMETRY_LNG, coordinates.path(0).asText());
      cells.put(Table.GEOMETRY_LAT, coordinates.path(1).asText());
    }
    flatten("", feature.path("properties"), cells);
    JsonNode id = feature.path("id");
    if (id.isValueNode() && !id.isNull()) {
      cells.putIfAbsent("@id", id.asText());
    }
    return cells;
  }

  private static @Nullable JsonNode point(JsonNode geometry) {
    JsonNode coordinates = geometry.path("coordinates");
    String type = geometry.path("type").asText();
    if (type.equals("MultiPoint") && coordinates.size() == 1) {
      coordinates = coordinates.path(0);
    } else if (!type.equals("Point")) {
      return null;
    }
    return coordinates.path(0).isNumber() && coordinates.path(1).isNumber() ? coordinates : null;
  }

  /** Why the feature has no position that could be used, or null. */
  static @Nullable String fault(JsonNode feature) {
    JsonNode geometry = feature.path("geometry");
    String type = geometry.path("type").asText("");
    return switch (type) {
      case "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection" ->
          "a " + type + " is no position: give a Point";
      case "MultiPoint" ->
          point(geometry) == null ? "several points in one feature: give one each" : null;
      default -> null;
    };
  }

  private static void flatten(String prefix, JsonNode node, Map<String, String> cells) {
    for (Map.Entry<String, JsonNode> property : node.properties()) {
      String name = prefix + property.getKey();
      JsonNode value = property.getValue();
      if (value.isObject()) {
        flatten(name.equals("tags") ? "" : name + ".", value, cells);
      } else if (value.isArray()) {
        StringBuilder joined = new StringBuilder();
        value.forEach(part -> joined.append(joined.isEmpty() ? "" : "; ").append(part.asText()));
        put(cells, name, joined.toString());
      } else if (!value.isNull()) {
        put(cells, name, value.asText());
      }
    }
  }

  private static void put(Map<String, String> cells, String name, String value) {
    String whole = value.strip();
    cells.putIfAbsent(
        name, whole.length() > Table.MAX_FIELD ? whole.substring(0, Table.MAX_FIELD) : whole);
  }
}
