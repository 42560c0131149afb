package io.dispatch120.dispatch.importing.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A FeatureCollection (RFC 7946), feature by feature. Properties are columns; what is nested gets a
 * dotted name. Without a {@code crs} of the old form its coordinates are WGS 84.
 */
public final class GeoJsonTable implements Table {
  /** A feature of ours needs six. */
  private static final int MAX_DEPTH = 32;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxNumberLength(100)
                          .maxStringLength(4 * MAX_FIELD)
                          .maxNameLength(1_000)
                          .build())
                  .build())
          .build();

  private final String text;
  private final String encoding;
  private final List<String> columns = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private @Nullable String datum = "wgs84";

  private GeoJsonTable(Decoded decoded) {
    this.text = decoded.text();
    this.encoding = decoded.encoding();
  }

  /**
   * @throws ListRefused when it is no FeatureCollection
   */
  public static GeoJsonTable of(Decoded decoded) throws ListRefused {
    GeoJsonTable table = new GeoJsonTable(decoded);
    table.place(GEOMETRY_LNG);
    table.place(GEOMETRY_LAT);
    table.walk(
        feature -> {
          for (String name : FeatureCells.of(feature).keySet()) {
            table.place(name);
          }
          return true;
        });
    return table;
  }

  private void place(String name) throws ListRefused {
    if (!places.containsKey(name)) {
      if (columns.size() == MAX_COLUMNS) {
        throw new ListRefused(
            "too_many_columns",
            "A list has at most " + MAX_COLUMNS + " different properties: leave out some.");
      }
      places.put(name, columns.size());
      columns.add(name);
    }
  }

  @Override
  public List<String> columns() {
    return List.copyOf(columns);
  }

  @Override
  public boolean named() {
    return true;
  }

  @Override
  public String form() {
    return "GeoJSON in " + encoding;
  }

  @Override
  public @Nullable String statedDatum() {
    return datum;
  }

  @Override
  public void read(RowReader reader) throws ListRefused {
    int[] number = {0};
    walk(
        feature -> {
          number[0]++;
          return reader.take(row(number[0], feature));
        });
  }

  private Row row(int number, JsonNode feature) {
    String[] cells = new String[columns.size()];
    java.util.Arrays.fill(cells, "");
    Map<String, String> named = new LinkedHashMap<>(FeatureCells.of(feature));
    named.forEach(
        (name, value) -> {
          Integer place = places.get(name);
          if (place != null) {
            cells[place] = value;
          }
        });
    return new Row(number, List.of(cells), FeatureCells.fault(feature));
  }

  private interface FeatureReader {
    boolean take(JsonNode feature) throws ListRefused;
  }

  private void walk(FeatureReader reader) throws ListRefused {
    boolean features = false;
    int count = 0;
    try (JsonParser in = MAPPER.createParser(text)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        throw noCollection();
      }
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        JsonToken value = in.nextToken();
        if (name.equals("features") && value == JsonToken.START_ARRAY) {
          features = true;
          while (in.nextToken() != JsonToken.END_ARRAY) {
            if (in.currentToken() != JsonToken.START_OBJECT) {
              throw noCollection();
            }
            if (++count > MAX_ROWS) {
              throw new ListRefused(
                  "too_many_rows", "A list has at most " + MAX_ROWS + " features: split it.");
            }
            JsonNode feature = MAPPER.readTree(in);
            if (!reader.take(feature)) {
              return;
            }
          }
        } else if (name.equals("crs")) {
          datum = datum(MAPPER.readTree(in));
        } else {
          in.skipChildren();
        }
      }
      if (in.currentToken() != JsonToken.END_OBJECT || in.nextToken() != null) {
        throw notJson();
      }
    } catch (IOException e) {
      throw notJson();
    }
    if (!features) {
      throw noCollection();
    }
    if (count == 0) {
      throw new ListRefused("list_empty", "The list has no features.");
    }
  }

  private static @Nullable String datum(JsonNode crs) {
    String name = crs.at("/properties/name").asText("").toUpperCase(Locale.ROOT);
    if (name.endsWith("CRS84") || name.endsWith(":4326") || name.isEmpty()) {
      return "wgs84";
    }
    String code = name.substring(name.lastIndexOf(':') + 1);
    return code.matches("\\d{4,6}") ? "EPSG:" + code : null;
  }

  private static ListRefused notJson() {
    return new ListRefused(
        "bad_json",
        "This is not JSON, or nested more than " + MAX_DEPTH + " deep. Send a FeatureCollection.");
  }

  private static ListRefused noCollection() {
    return new ListRefused(
        "not_geojson",
        "This JSON is no FeatureCollection with features; export the list as GeoJSON (RFC 7946).");
  }
}
