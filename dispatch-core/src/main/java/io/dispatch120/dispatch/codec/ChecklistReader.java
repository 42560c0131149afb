package io.dispatch120.dispatch.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.dispatch120.dispatch.chestpain.Checklist;
import io.dispatch120.dispatch.chestpain.Checklist.Grade;
import io.dispatch120.dispatch.chestpain.Checklist.Item;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Checklists as YAML; {@code /checklists/thrombolysis.yaml} shows the form. */
public final class ChecklistReader {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  /** More than fit on a screen nobody answers in an ambulance. */
  private static final int MAX_ITEMS = 60;

  private ChecklistReader() {}

  /** The one of thrombolysis that comes with this build. */
  public static Checklist thrombolysis() {
    String name = "/checklists/thrombolysis.yaml";
    try (InputStream in = ChecklistReader.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not in this build");
      }
      return read(in);
    } catch (IOException e) {
      throw new IllegalStateException(name + " cannot be read", e);
    }
  }

  /**
   * @throws IllegalArgumentException that names what is missing or wrong
   * @throws IOException when it is no YAML, or cannot be read
   */
  public static Checklist read(InputStream in) throws IOException {
    JsonNode root = YAML.readTree(in);
    if (root == null || !root.isObject()) {
      throw new IllegalArgumentException(
          "a checklist is a map with id, version, sources and items");
    }
    List<String> sources = new ArrayList<>();
    root.required("sources").forEach(source -> sources.add(source.asText()));
    List<Item> items = new ArrayList<>();
    for (JsonNode node : root.required("items")) {
      items.add(item(node));
    }
    if (items.size() > MAX_ITEMS) {
      throw new IllegalArgumentException("a checklist has at most " + MAX_ITEMS + " items");
    }
    JsonNode version = root.required("version");
    if (!version.isInt() || version.intValue() < 1) {
      throw new IllegalArgumentException("version must be a whole number from 1 on");
    }
    return new Checklist(text(root, "id"), version.intValue(), sources, items);
  }

  private static Item item(JsonNode node) {
    String id = text(node, "id");
    String grade = text(node, "grade");
    if (!grade.equals("absolute") && !grade.equals("relative")) {
      throw new IllegalArgumentException("grade of " + id + " must be absolute or relative");
    }
    return new Item(
        id, Grade.valueOf(grade.toUpperCase(Locale.ROOT)), text(node, "zh"), text(node, "en"));
  }

  private static String text(JsonNode node, String field) {
    String text = node.required(field).asText().strip();
    if (text.isEmpty()) {
      throw new IllegalArgumentException(field + " is empty");
    }
    return text;
  }
}
