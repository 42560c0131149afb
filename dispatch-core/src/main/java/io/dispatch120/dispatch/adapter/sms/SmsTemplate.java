package io.dispatch120.dispatch.adapter.sms;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dispatch120.dispatch.command.SmsPort.Sms;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The body that a gateway wants: JSON whose texts hold {@code ${to}}, {@code ${text}} and {@code
 * ${id}}. The values are put into the parsed texts, never into the JSON itself, so nothing in a
 * message can change its form. Immutable.
 */
public final class SmsTemplate {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final Pattern PLACE = Pattern.compile("\\$\\{([^}]*)}");
  private static final Set<String> KNOWN = Set.of("to", "text", "id");

  /** When none is given. */
  public static final SmsTemplate USUAL =
      parse("{\"to\": \"${to}\", \"text\": \"${text}\", \"id\": \"${id}\"}");

  private final JsonNode form;

  private SmsTemplate(JsonNode form) {
    this.form = form;
  }

  /**
   * @throws IllegalArgumentException when it is no JSON object, names something else than the three
   *     values, or lacks {@code ${to}} or {@code ${text}}; the message says which
   */
  public static SmsTemplate parse(String json) {
    JsonNode form;
    try {
      form = MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("it is no JSON: " + e.getOriginalMessage(), e);
    }
    if (!form.isObject()) {
      throw new IllegalArgumentException("it is no JSON object");
    }
    Set<String> named = new HashSet<>();
    collect(form, named);
    for (String name : named) {
      if (!KNOWN.contains(name)) {
        throw new IllegalArgumentException("there is no ${" + name + "}, only to, text and id");
      }
    }
    if (!named.contains("to") || !named.contains("text")) {
      throw new IllegalArgumentException("it needs ${to} and ${text}");
    }
    return new SmsTemplate(form);
  }

  private static void collect(JsonNode node, Set<String> named) {
    if (node.isTextual()) {
      Matcher place = PLACE.matcher(node.textValue());
      while (place.find()) {
        named.add(place.group(1));
      }
    }
    node.forEach(child -> collect(child, named));
  }

  /** The body for one message. */
  String body(Sms sms) {
    Map<String, String> values = Map.of("to", sms.to().text(), "text", sms.text(), "id", sms.id());
    try {
      return MAPPER.writeValueAsString(filled(form, values));
    } catch (JsonProcessingException bug) {
      throw new IllegalStateException(bug);
    }
  }

  private static JsonNode filled(JsonNode node, Map<String, String> values) {
    if (node.isTextual()) {
      return TextNode.valueOf(
          PLACE
              .matcher(node.textValue())
              .replaceAll(place -> Matcher.quoteReplacement(values.get(place.group(1)))));
    }
    if (node.isObject()) {
      ObjectNode object = MAPPER.createObjectNode();
      node.properties().forEach(e -> object.set(e.getKey(), filled(e.getValue(), values)));
      return object;
    }
    if (node.isArray()) {
      ArrayNode array = MAPPER.createArrayNode();
      node.forEach(child -> array.add(filled(child, values)));
      return array;
    }
    return node;
  }
}
