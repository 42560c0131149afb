package io.dispatch120.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.web.Contract.Operation;
import io.dispatch120.web.Contract.Parameter;
import io.dispatch120.web.Contract.Place;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks requests of one operation against the contract. Immutable and thread-safe. */
final class RequestReader {
  private static final String LIST = "array";

  private final Operation operation;
  private final Set<String> knownInQuery = new HashSet<>();

  RequestReader(Operation operation) {
    this.operation = operation;
    for (Parameter parameter : operation.parameters()) {
      if (parameter.in() == Place.QUERY) {
        knownInQuery.add(parameter.name());
      }
    }
  }

  /** Everything of the request but its body; only on its own context. */
  record Raw(
      String method,
      String path,
      @Nullable String contentType,
      Map<String, String> pathParameters,
      MultiMap query,
      MultiMap headers) {

    static Raw of(RoutingContext ctx) {
      String contentType = ctx.request().getHeader("Content-Type");
      return new Raw(
          ctx.request().method().name(),
          ctx.request().path(),
          contentType,
          ctx.pathParams(),
          ctx.queryParams(),
          ctx.request().headers());
    }

    @Nullable String mediaType() {
      return contentType == null
          ? null
          : contentType.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @throws ProblemException 400 or 415 when the request breaks the contract
   */
  Request read(Raw raw, Buffer body, @Nullable String token, @Nullable SessionUser user) {
    Findings findings = new Findings();
    Map<String, JsonNode> parameters = parameters(raw, findings);
    findings.throwIfAny();
    return new Request(
        operation.id(),
        raw.method(),
        raw.path(),
        raw.contentType(),
        raw.headers().get("Accept"),
        token,
        user,
        parameters,
        fields(raw, body),
        body);
  }

  private Map<String, JsonNode> parameters(Raw raw, Findings findings) {
    for (String name : raw.query().names()) {
      if (!knownInQuery.contains(name)) {
        findings.add(name, "is not a parameter here");
      } else if (raw.query().getAll(name).size() > 1 && !isList(name)) {
        findings.add(name, "is given more than once");
      }
    }
    Map<String, JsonNode> parameters = new HashMap<>();
    for (Parameter parameter : operation.parameters()) {
      JsonNode value = valueOf(parameter, raw);
      if (value != null) {
        parameter.schema().check(value, parameter.name(), findings);
        parameters.put(parameter.name(), value);
      } else if (parameter.required()) {
        findings.add(parameter.name(), "is missing");
      }
    }
    return Map.copyOf(parameters);
  }

  /** A list is given by repeating its name, as OpenAPI has it when nothing else is said. */
  private boolean isList(String name) {
    return operation.parameters().stream()
        .anyMatch(p -> p.in() == Place.QUERY && p.name().equals(name) && p.type().equals(LIST));
  }

  private static @Nullable JsonNode valueOf(Parameter parameter, Raw raw) {
    if (parameter.in() == Place.QUERY && parameter.type().equals(LIST)) {
      List<String> all = raw.query().getAll(parameter.name());
      ArrayNode list = JsonNodeFactory.instance.arrayNode(all.size());
      all.forEach(list::add);
      return all.isEmpty() ? null : list;
    }
    String text =
        switch (parameter.in()) {
          case PATH -> raw.pathParameters().get(parameter.name());
          case QUERY -> raw.query().get(parameter.name());
          case HEADER -> raw.headers().get(parameter.name());
        };
    return text == null ? null : typed(text, parameter.type());
  }

  /** What cannot be read as its type stays text, which the schema then refuses. */
  private static JsonNode typed(String text, String type) {
    try {
      return switch (type) {
        case "integer" -> new LongNode(Long.parseLong(text));
        case "number" -> new DoubleNode(Double.parseDouble(text));
        case "boolean" ->
            Set.of("true", "false").contains(text)
                ? BooleanNode.valueOf(text.equals("true"))
                : new TextNode(text);
        default -> new TextNode(text);
      };
    } catch (NumberFormatException e) {
      return new TextNode(text);
    }
  }

  private Fields fields(Raw raw, Buffer body) {
    Contract.RequestBody expected = operation.body();
    if (expected == null) {
      if (body.length() > 0 && !isEmptyObject(body)) {
        throw Problem.invalid("body", "must be empty").asException();
      }
      return Fields.NONE;
    }
    if (body.length() == 0) {
      if (expected.required()) {
        throw Problem.invalid("body", "is missing").asException();
      }
      return Fields.NONE;
    }
    String mediaType = raw.mediaType();
    if (mediaType == null || !expected.mediaTypes().contains(mediaType)) {
      String accepted = String.join(", ", List.copyOf(expected.mediaTypes()));
      throw Problem.of(415, "unsupported_media_type", "Send " + accepted + ".").asException();
    }
    if (!expected.json()) {
      return Fields.NONE;
    }
    JsonNode value = JsonBody.parse(body);
    Findings findings = new Findings();
    expected.schema().check(value, "", findings);
    findings.throwIfAny();
    return new Fields(value, "");
  }

  /** Clients that always send JSON send this where nothing is asked for. */
  private static boolean isEmptyObject(Buffer body) {
    return body.length() <= 16 && body.toString().strip().replace(" ", "").equals("{}");
  }
}
