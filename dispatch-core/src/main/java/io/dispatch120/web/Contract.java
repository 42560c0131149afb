package io.dispatch120.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An OpenAPI 3.1 document, read once: its text, to be served, and its operations, to be enforced.
 * Thread-safe.
 */
public final class Contract {
  private static final String JSON = "application/json";
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  /** Where a parameter stands. */
  enum Place {
    PATH,
    QUERY,
    HEADER
  }

  record Parameter(String name, Place in, boolean required, String type, Schema schema) {}

  /**
   * @param json whether it is JSON that the schema is for; else it is taken as it comes
   * @param maxBytes more is refused
   */
  record RequestBody(
      boolean required, Set<String> mediaTypes, boolean json, Schema schema, int maxBytes) {}

  /**
   * @param path template with the server's prefix, like {@code /api/v1/calls/{id}/link}
   * @param open needs no session
   */
  record Operation(
      String id,
      String method,
      String path,
      boolean open,
      List<Parameter> parameters,
      @Nullable RequestBody body) {

    /** Largest body taken. */
    int maxBodyBytes() {
      return body == null ? ContractRouter.MAX_BODY_BYTES : body.maxBytes();
    }

    /** The same path as vertx-web writes it. */
    String routePath() {
      return path.replaceAll("\\{(\\w+)}", ":$1");
    }
  }

  private final String text;
  private final SchemaCompiler compiler;
  private final List<Operation> operations;

  private Contract(String text, SchemaCompiler compiler, List<Operation> operations) {
    this.text = text;
    this.compiler = compiler;
    this.operations = List.copyOf(operations);
  }

  /**
   * Reads a document from the class path.
   *
   * @param resource absolute name, like {@code /api/openapi.yaml}
   * @throws IllegalStateException when it is missing or asks for what is not enforced
   */
  public static Contract load(String resource) {
    try (InputStream in =
        Objects.requireNonNull(Contract.class.getResourceAsStream(resource), resource)) {
      return parse(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a document in YAML or JSON. */
  public static Contract parse(String text) {
    JsonNode document;
    try {
      document = new YAMLMapper().readTree(text);
    } catch (IOException e) {
      throw new IllegalStateException("the contract is not YAML", e);
    }
    SchemaCompiler compiler = new SchemaCompiler(document);
    String prefix = document.at("/servers/0/url").asText("");
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> entry : path.getValue().properties()) {
        if (METHODS.contains(entry.getKey())) {
          operations.add(
              operation(compiler, prefix + path.getKey(), path.getValue(), entry.getKey()));
        }
      }
    }
    return new Contract(text, compiler, operations);
  }

  private static Operation operation(
      SchemaCompiler compiler, String path, JsonNode pathItem, String method) {
    JsonNode node = pathItem.get(method);
    List<Parameter> parameters = new ArrayList<>();
    pathItem.path("parameters").forEach(p -> parameters.add(parameter(compiler, p)));
    node.path("parameters").forEach(p -> parameters.add(parameter(compiler, p)));
    return new Operation(
        node.path("operationId").asText(),
        method.toUpperCase(Locale.ROOT),
        path,
        node.path("security").isArray() && node.get("security").isEmpty(),
        List.copyOf(parameters),
        node.has("requestBody") ? body(compiler, node.get("requestBody")) : null);
  }

  private static Parameter parameter(SchemaCompiler compiler, JsonNode given) {
    JsonNode node = compiler.resolve(given);
    JsonNode schema = compiler.resolve(node.path("schema"));
    return new Parameter(
        node.path("name").asText(),
        Place.valueOf(node.path("in").asText().toUpperCase(Locale.ROOT)),
        node.path("required").asBoolean(),
        schema.path("type").asText("string"),
        compiler.compile(node.path("schema")));
  }

  private static RequestBody body(SchemaCompiler compiler, JsonNode given) {
    JsonNode node = compiler.resolve(given);
    Set<String> mediaTypes = new LinkedHashSet<>();
    node.path("content").fieldNames().forEachRemaining(mediaTypes::add);
    boolean json = mediaTypes.equals(Set.of(JSON));
    if (!json && mediaTypes.contains(JSON)) {
      throw new IllegalStateException("a body is JSON to be checked, or not; not both");
    }
    return new RequestBody(
        node.path("required").asBoolean(),
        mediaTypes,
        json,
        compiler.compile(node.path("content").elements().next().path("schema")),
        node.path("x-max-bytes").asInt(ContractRouter.MAX_BODY_BYTES));
  }

  /** The document as written. */
  public String text() {
    return text;
  }

  /**
   * A schema of {@code components}, for what comes in by other ways than requests. Used by one
   * thread while starting.
   *
   * @throws IllegalStateException when there is none of this name
   */
  public Schema schema(String name) {
    return compiler.compile(
        JsonNodeFactory.instance.objectNode().put("$ref", "#/components/schemas/" + name));
  }

  /** Every {@code operationId}. */
  public List<String> operationIds() {
    return operations.stream().map(Operation::id).toList();
  }

  /** Method and path template of an operation, like {@code POST /api/v1/calls}. */
  public Optional<String> findRoute(String operationId) {
    return operations.stream()
        .filter(o -> o.id().equals(operationId))
        .map(o -> o.method() + " " + o.path())
        .findFirst();
  }

  List<Operation> operations() {
    return operations;
  }
}
