package io.dispatch120.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.dispatch120.web.Contract.Operation;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What tests ask of a contract: its document, its operations, and whether answers keep it. */
public final class ContractCheck {
  private final JsonNode document;
  private final Contract contract;

  public ContractCheck(String resource) {
    contract = Contract.load(resource);
    try {
      document = new YAMLMapper().readTree(contract.text());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    // Answers may only have fields that the document names.
    closeObjects(document.at("/components/schemas"));
  }

  private static void closeObjects(JsonNode node) {
    if (node.has("properties") && node instanceof ObjectNode object) {
      object.put("additionalProperties", false);
    }
    node.forEach(ContractCheck::closeObjects);
  }

  /** An operation as tests see it. */
  public record Op(String id, String method, String path, Optional<JsonNode> body) {}

  public List<Op> operations() {
    SchemaCompiler compiler = new SchemaCompiler(document);
    return contract.operations().stream().map(operation -> op(compiler, operation)).toList();
  }

  private Op op(SchemaCompiler compiler, Operation operation) {
    JsonNode schema = node(operation).at("/requestBody/content/application~1json/schema");
    return new Op(
        operation.id(),
        operation.method(),
        operation.path(),
        schema.isMissingNode() ? Optional.empty() : Optional.of(compiler.resolve(schema)));
  }

  private JsonNode node(Operation operation) {
    String path = operation.path().substring("/api/v1".length());
    return document
        .path("paths")
        .path(path)
        .path(operation.method().toLowerCase(java.util.Locale.ROOT));
  }

  /** Follows a reference of the document. */
  public JsonNode resolve(JsonNode schema) {
    return new SchemaCompiler(document).resolve(schema);
  }

  /** Whether an operation of the document has this path. */
  public boolean knows(String method, String path) {
    return find(method, path).isPresent();
  }

  private Optional<Operation> find(String method, String path) {
    return contract.operations().stream()
        .filter(o -> o.method().equals(method))
        .filter(o -> path.split("\\?")[0].matches(o.path().replaceAll("\\{\\w+}", "[^/]+")))
        .findFirst();
  }

  /** What is wrong with an answer, empty when it is what the document says. */
  public List<Problem.FieldError> errors(String method, String path, int status, String body) {
    Operation operation =
        find(method, path)
            .orElseThrow(() -> new AssertionError("no operation for " + method + " " + path));
    SchemaCompiler compiler = new SchemaCompiler(document);
    JsonNode responses = node(operation).path("responses");
    JsonNode named = responses.path(Integer.toString(status));
    JsonNode response = compiler.resolve(named.isMissingNode() ? responses.path("default") : named);
    Map.Entry<String, JsonNode> content = firstContent(response);
    if (content == null) {
      return body.isEmpty() ? List.of() : List.of(new Problem.FieldError("body", "not documented"));
    }
    if (!content.getKey().contains("json")) {
      // A file: its bytes are not the document's matter.
      return List.of();
    }
    Findings findings = new Findings();
    compiler.compile(content.getValue().path("schema")).check(JsonBody.parse(body), "", findings);
    return findings.list();
  }

  private static Map.Entry<String, JsonNode> firstContent(JsonNode response) {
    for (Map.Entry<String, JsonNode> entry : response.path("content").properties()) {
      return entry;
    }
    return null;
  }

  /** The compiled schema of an operation's body. */
  Schema requestSchema(String operationId) {
    return contract.operations().stream()
        .filter(o -> o.id().equals(operationId))
        .findFirst()
        .map(Operation::body)
        .orElseThrow()
        .schema();
  }
}
