package io.dispatch120.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.dispatch120.web.Schema.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Compiles the schemas of an OpenAPI 3.1 document (JSON Schema 2020-12). Takes the keywords that
 * requests need and refuses every other one, so that nothing in the contract is silently not
 * enforced. Used by one thread while starting.
 *
 * <p>Own code instead of the validator of vertx-openapi: that one refuses documents with problem
 * answers or a relative server, takes some 80 µs and a worker thread for a call (this: 2 µs, on the
 * event loop), names valid fields beside the wrong one, and lets through texts that PostgreSQL
 * cannot hold.
 */
final class SchemaCompiler {
  private static final Set<String> ANNOTATIONS =
      Set.of(
          "title",
          "description",
          "example",
          "examples",
          "default",
          "deprecated",
          "readOnly",
          "writeOnly");

  private final JsonNode document;
  private final Map<String, Schema> byReference = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  SchemaCompiler(JsonNode document) {
    this.document = document;
  }

  /** Follows {@code $ref}s within the document. */
  JsonNode resolve(JsonNode node) {
    JsonNode found = node;
    for (int hops = 0; found.has("$ref"); hops++) {
      String reference = found.get("$ref").asText();
      found = document.at(reference.substring(1));
      if (found.isMissingNode() || hops > 10) {
        throw new IllegalStateException("the contract has no " + reference);
      }
    }
    return found;
  }

  Schema compile(JsonNode node) {
    if (!node.has("$ref")) {
      return compileOwn(node);
    }
    String reference = node.get("$ref").asText();
    Schema known = byReference.get(reference);
    if (known != null) {
      return known;
    }
    if (!open.add(reference)) {
      throw new IllegalStateException(reference + " contains itself");
    }
    Schema compiled = compileOwn(resolve(node));
    open.remove(reference);
    byReference.put(reference, compiled);
    return compiled;
  }

  private Schema compileOwn(JsonNode node) {
    refuseUnknownKeywords(node);
    List<Rule> rules = new ArrayList<>();
    if (node.has("type")) {
      rules.add(SchemaRules.type(texts(node.get("type"))));
    }
    if (node.has("enum")) {
      rules.add(SchemaRules.oneOf(new TreeSet<>(texts(node.get("enum")))));
    }
    addTextRules(node, rules);
    addNumberRules(node, rules);
    addArrayRules(node, rules);
    addObjectRules(node, rules);
    return new Schema(rules);
  }

  private static void addTextRules(JsonNode node, List<Rule> rules) {
    if (!node.has("type") || texts(node.get("type")).contains("string")) {
      rules.add(SchemaRules.storableText());
    }
    if (node.has("minLength") || node.has("maxLength")) {
      rules.add(
          SchemaRules.length(
              node.path("minLength").asInt(0), node.path("maxLength").asInt(Integer.MAX_VALUE)));
    }
    if (node.has("pattern")) {
      rules.add(SchemaRules.pattern(ecmaPattern(node.get("pattern").asText())));
    }
    if (node.has("format")) {
      rules.add(SchemaRules.format(node.get("format").asText()));
    }
  }

  /** A final {@code $} means the very end there, but in Java also before a line break. */
  private static Pattern ecmaPattern(String pattern) {
    return Pattern.compile(
        pattern.endsWith("$") && !pattern.endsWith("\\$")
            ? pattern.substring(0, pattern.length() - 1) + "\\z"
            : pattern);
  }

  private static void addNumberRules(JsonNode node, List<Rule> rules) {
    if (node.has("minimum")) {
      rules.add(SchemaRules.minimum(node.get("minimum").asDouble(), false));
    }
    if (node.has("exclusiveMinimum")) {
      rules.add(SchemaRules.minimum(node.get("exclusiveMinimum").asDouble(), true));
    }
    if (node.has("maximum")) {
      rules.add(SchemaRules.maximum(node.get("maximum").asDouble(), false));
    }
    if (node.has("exclusiveMaximum")) {
      rules.add(SchemaRules.maximum(node.get("exclusiveMaximum").asDouble(), true));
    }
  }

  private void addArrayRules(JsonNode node, List<Rule> rules) {
    if (node.has("minItems") || node.has("maxItems")) {
      rules.add(
          SchemaRules.size(
              node.path("minItems").asInt(0), node.path("maxItems").asInt(Integer.MAX_VALUE)));
    }
    if (node.has("items")) {
      rules.add(SchemaRules.items(compile(node.get("items"))));
    }
  }

  private void addObjectRules(JsonNode node, List<Rule> rules) {
    addMapRules(node, rules);
    if (!node.has("properties") && !node.has("required")) {
      return;
    }
    Map<String, Schema> properties = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> property : node.path("properties").properties()) {
      properties.put(property.getKey(), compile(property.getValue()));
    }
    boolean closed =
        node.path("additionalProperties").isBoolean()
            && !node.get("additionalProperties").asBoolean();
    rules.add(SchemaRules.object(properties, texts(node.path("required")), closed));
    if (node.has("minProperties")) {
      int least = node.get("minProperties").asInt();
      rules.add(
          (value, at, findings) -> {
            if (value.size() < least) {
              findings.add(at, "must not be empty");
            }
          });
    }
  }

  /** Objects whose names are data: how many, and what each value is. */
  private void addMapRules(JsonNode node, List<Rule> rules) {
    if (node.has("maxProperties")) {
      int most = node.get("maxProperties").asInt();
      rules.add(
          (value, at, findings) -> {
            if (value.size() > most) {
              findings.add(at, "must have at most " + most + " fields");
            }
          });
    }
    if (node.path("additionalProperties").isObject() && !node.has("properties")) {
      rules.add(SchemaRules.map(compile(node.get("additionalProperties"))));
    }
  }

  private static void refuseUnknownKeywords(JsonNode node) {
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!SchemaRules.KEYWORDS.contains(name) && !ANNOTATIONS.contains(name)) {
        throw new IllegalStateException("the contract uses a keyword not enforced here: " + name);
      }
    }
  }

  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(item -> texts.add(item.asText()));
    } else if (node.isTextual()) {
      texts.add(node.asText());
    }
    return texts;
  }
}
