package io.dispatch120.dispatch.importing.mapping;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.dispatch120.dispatch.importing.table.ListRefused;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an operator says about a list, in YAML or JSON. Everything may be left out.
 *
 * @param columns of a field: names as in the list, or numbers from 1 where it has no header
 * @param ignore columns that are nothing, whatever they look like
 */
public record MappingFile(
    @Nullable String source,
    @Nullable String datum,
    @Nullable String encoding,
    @Nullable Character separator,
    @Nullable Boolean header,
    Map<Field, List<String>> columns,
    List<String> ignore) {

  public static final MappingFile NONE =
      new MappingFile(null, null, null, null, null, Map.of(), List.of());

  /** A mapping names some fifty fields. */
  private static final int MAX_LENGTH = 32_768;

  private static final Set<String> KEYS =
      Set.of("source", "datum", "encoding", "separator", "header", "columns", "ignore");

  private static final YAMLMapper YAML = new YAMLMapper();

  public MappingFile {
    columns = Map.copyOf(columns);
    ignore = List.copyOf(ignore);
  }

  /**
   * @throws ListRefused that says what is wrong
   */
  public static MappingFile parse(String text) throws ListRefused {
    if (text.length() > MAX_LENGTH) {
      throw wrong("it has more than " + MAX_LENGTH + " characters");
    }
    JsonNode root;
    try {
      root = YAML.readTree(text);
    } catch (JacksonException e) {
      throw wrong("it is neither YAML nor JSON");
    }
    if (root == null || !root.isObject()) {
      throw wrong(
          "it holds no keys; known are " + String.join(", ", KEYS.stream().sorted().toList()));
    }
    for (Map.Entry<String, JsonNode> entry : root.properties()) {
      if (!KEYS.contains(entry.getKey())) {
        throw wrong("there is no key " + entry.getKey());
      }
    }
    String separator = text(root, "separator");
    if (separator != null && separator.equals("\\t")) {
      separator = "\t";
    }
    if (separator != null && (separator.length() != 1 || separator.equals("\""))) {
      throw wrong("separator is one character");
    }
    JsonNode header = root.path("header");
    return new MappingFile(
        text(root, "source"),
        text(root, "datum"),
        text(root, "encoding"),
        separator == null ? null : separator.charAt(0),
        header.isBoolean() ? header.asBoolean() : null,
        columns(root.path("columns")),
        names(root.path("ignore")));
  }

  private static Map<Field, List<String>> columns(JsonNode node) throws ListRefused {
    Map<Field, List<String>> columns = new EnumMap<>(Field.class);
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      Field field =
          Field.find(entry.getKey())
              .orElseThrow(() -> wrong("there is no field " + entry.getKey()));
      List<String> names = names(entry.getValue());
      if (names.size() > 1 && !field.several()) {
        throw wrong(entry.getKey() + " is one column");
      }
      columns.put(field, names);
    }
    return columns;
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(name -> names.add(name.asText()));
    } else if (node.isValueNode() && !node.isNull()) {
      names.add(node.asText());
    }
    return names;
  }

  private static @Nullable String text(JsonNode root, String key) {
    JsonNode value = root.path(key);
    return value.isValueNode() && !value.isNull() ? value.asText() : null;
  }

  private static ListRefused wrong(String what) {
    return new ListRefused("bad_mapping", "The mapping cannot be used: " + what + ".");
  }
}
