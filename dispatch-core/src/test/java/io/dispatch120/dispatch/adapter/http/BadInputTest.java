package io.dispatch120.dispatch.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dispatch120.dispatch.access.RoleTable;
import io.dispatch120.dispatch.api.Role;
import io.dispatch120.web.ContractCheck.Op;
import io.dispatch120.web.HttpProbe.Reply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Bad input, made from the OpenAPI document: for every operation, every field and every parameter.
 * Always a 4xx problem that names what is wrong; never a 5xx.
 */
class BadInputTest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int RANDOM_BODIES = 30;

  private static ConsoleHarness api;

  @BeforeAll
  static void start() throws Exception {
    api = new ConsoleHarness();
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  private static String path(Op op) {
    return filled(op).replace("{id}", "none");
  }

  /** Its path with every part but the id. */
  private static String filled(Op op) {
    return op.path()
        .substring("/api/v1".length())
        .replace("{card}", "chest_pain")
        .replace("chest-pain/milestones/{milestone}", "chest-pain/milestones/first_ecg")
        .replace("{milestone}", "cleared")
        .replace("{kind}", "aeds")
        .replace("{ecgId}", "none")
        .replace("{uploadId}", "none")
        .replace("{name}", "none");
  }

  /** Bodies that are no JSON have tests of their own: {@code ImportApiTest}, {@code EcgApiTest}. */
  private static boolean takesJson(Op op) {
    return !Set.of("importList", "storeEcg", "appendEcgUpload").contains(op.id());
  }

  /** Somebody who may. */
  private static Role role(Op op) {
    return RoleTable.admits(Role.SUPERVISOR, op.id()) ? Role.SUPERVISOR : Role.ADMIN;
  }

  private static Reply send(Op op, String body) {
    return api.as(role(op), op.method(), path(op), body);
  }

  private static Stream<Op> withBody() {
    return ConsoleHarness.CONTRACT.operations().stream()
        .filter(op -> op.body().isPresent())
        .filter(BadInputTest::takesJson);
  }

  private static void isProblem(Reply reply, int status, String what) {
    assertThat(reply.status()).as("%s answered %s", what, reply).isEqualTo(status);
    assertThat(reply.isProblem()).as(reply.toString()).isTrue();
  }

  /** The smallest body that keeps a schema, or every field of it. */
  private static JsonNode example(JsonNode given, boolean whole) {
    JsonNode schema = ConsoleHarness.CONTRACT.resolve(given);
    if (schema.has("enum")) {
      return schema.get("enum").get(0);
    }
    return switch (schema.path("type").asText()) {
      case "object" -> {
        ObjectNode object = JSON.objectNode();
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
          if (whole || required.contains(property.getKey())) {
            object.set(property.getKey(), example(property.getValue(), whole));
          }
        }
        yield object;
      }
      case "array" -> JSON.arrayNode().add(example(schema.get("items"), whole));
      case "boolean" -> JSON.booleanNode(true);
      case "integer" -> JSON.numberNode(Math.max(1, schema.path("minimum").asInt(1)));
      case "number" -> JSON.numberNode(1.5);
      default -> JSON.textNode(text(schema));
    };
  }

  private static String text(JsonNode schema) {
    if (schema.path("format").asText().equals("date-time")) {
      return "2026-11-22T04:00:00Z";
    }
    if (schema.path("minLength").asInt() == 64) {
      return "ab".repeat(32);
    }
    return schema.path("pattern").asText().contains("0-9") ? "13800001234" : "text";
  }

  /** A field of a body: the object it stands in, its name there, its name in problems. */
  private record Place(List<Object> steps, String field, JsonNode schema, boolean required) {}

  private static List<Place> places(JsonNode given, List<Object> steps, String prefix) {
    JsonNode schema = ConsoleHarness.CONTRACT.resolve(given);
    List<Place> places = new ArrayList<>();
    List<String> required = new ArrayList<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      String name = property.getKey();
      JsonNode own = ConsoleHarness.CONTRACT.resolve(property.getValue());
      String field = prefix.isEmpty() ? name : prefix + "." + name;
      List<Object> at = plus(steps, name);
      places.add(new Place(at, field, own, required.contains(name)));
      places.addAll(places(own, at, field));
      if (own.has("items")) {
        places.addAll(places(own.get("items"), plus(at, 0), field + "[0]"));
      }
    }
    return places;
  }

  private static List<Object> plus(List<Object> steps, Object step) {
    List<Object> all = new ArrayList<>(steps);
    all.add(step);
    return all;
  }

  /** The object that holds the last step of a place. */
  private static ObjectNode holder(JsonNode body, Place place) {
    JsonNode node = body;
    for (Object step : place.steps().subList(0, place.steps().size() - 1)) {
      node = step instanceof Integer index ? node.get(index) : node.get((String) step);
    }
    return (ObjectNode) node;
  }

  private static String name(Place place) {
    return (String) place.steps().get(place.steps().size() - 1);
  }

  private static JsonNode whole(Op op) {
    return example(op.body().orElseThrow(), true);
  }

  private static List<Place> places(Op op) {
    return places(op.body().orElseThrow(), List.of(), "");
  }

  @TestFactory
  Stream<DynamicTest> acceptsAnExampleOfEveryBody() {
    return withBody()
        .map(
            op ->
                DynamicTest.dynamicTest(
                    op.id(),
                    () -> {
                      for (boolean all : new boolean[] {false, true}) {
                        JsonNode body = example(op.body().orElseThrow(), all);
                        Reply reply = send(op, body.toString());
                        boolean empty = body.isEmpty() && op.body().get().has("minProperties");
                        if (empty) {
                          isProblem(reply, 400, body.toString());
                        } else {
                          assertThat(reply.status())
                              .as("%s answered %s", body, reply)
                              .isNotEqualTo(400)
                              .isLessThan(500);
                        }
                      }
                    }));
  }

  @TestFactory
  Stream<DynamicTest> namesEveryFieldOfAWrongType() {
    return withBody().map(op -> DynamicTest.dynamicTest(op.id(), () -> wrongTypes(op)));
  }

  private static void wrongTypes(Op op) {
    for (Place place : places(op)) {
      for (JsonNode wrong : wrongFor(place.schema())) {
        JsonNode body = whole(op);
        holder(body, place).set(name(place), wrong);
        Reply reply = send(op, body.toString());
        isProblem(reply, 400, body.toString());
        assertThat(reply.fields()).as(body.toString()).isEqualTo(place.field());
      }
    }
  }

  private static List<JsonNode> wrongFor(JsonNode schema) {
    String type = schema.path("type").asText();
    List<JsonNode> wrong = new ArrayList<>();
    wrong.add(JSON.nullNode());
    if (!type.equals("string")) {
      wrong.add(JSON.textNode("1"));
    } else {
      wrong.add(JSON.textNode("a\u0000b"));
      wrong.add(JSON.textNode("x".repeat(20_000)));
      wrong.add(JSON.numberNode(7));
    }
    if (!type.equals("boolean")) {
      wrong.add(JSON.booleanNode(true));
    }
    if (!type.equals("object")) {
      wrong.add(JSON.objectNode());
    }
    if (!type.equals("array")) {
      wrong.add(JSON.arrayNode());
    }
    if (type.equals("integer")) {
      wrong.add(JSON.numberNode(1.5));
      wrong.add(JSON.numberNode(Long.MAX_VALUE));
      wrong.add(JSON.numberNode(new java.math.BigInteger("9".repeat(30))));
    }
    if (type.equals("number")) {
      wrong.add(JSON.numberNode(1e300));
      wrong.add(JSON.numberNode(-1e300));
    }
    return wrong;
  }

  @TestFactory
  Stream<DynamicTest> namesEveryFieldThatIsMissingOrUnknown() {
    return withBody().map(op -> DynamicTest.dynamicTest(op.id(), () -> missingAndUnknown(op)));
  }

  private static void missingAndUnknown(Op op) {
    for (Place place : places(op)) {
      if (place.required()) {
        JsonNode body = whole(op);
        holder(body, place).remove(name(place));
        Reply reply = send(op, body.toString());
        isProblem(reply, 400, body.toString());
        assertThat(reply.fields()).isEqualTo(place.field());
      }
      JsonNode body = whole(op);
      holder(body, place).put("unheardOf", 1);
      Reply reply = send(op, body.toString());
      isProblem(reply, 400, body.toString());
      assertThat(reply.fields()).endsWith("unheardOf");
    }
    isProblem(send(op, ""), 400, "no body");
  }

  @TestFactory
  Stream<DynamicTest> survivesBodiesThatAreNoJsonOfTheContract() {
    return ConsoleHarness.CONTRACT.operations().stream()
        .filter(op -> !op.method().equals("GET") && !op.id().equals("signOut"))
        .filter(BadInputTest::takesJson)
        .map(op -> DynamicTest.dynamicTest(op.id(), () -> noJson(op)));
  }

  private static void noJson(Op op) {
    Random random = new Random(120);
    List<byte[]> bodies = new ArrayList<>();
    for (String text :
        new String[] {
          "{",
          "}",
          "nul",
          "[]",
          "[[]]",
          "null",
          "0",
          "\"text\"",
          "{\"a\":}",
          "{}{}",
          "\u0000",
          "\ufeff{}",
          "{\"\":{}}",
          "[".repeat(100_000),
          "{\"a\":".repeat(50_000),
          "9".repeat(5_000)
        }) {
      bodies.add(text.getBytes(StandardCharsets.UTF_8));
    }
    for (int i = 0; i < RANDOM_BODIES; i++) {
      byte[] bytes = new byte[1 + random.nextInt(300)];
      random.nextBytes(bytes);
      bodies.add(bytes);
    }
    for (byte[] body : bodies) {
      Reply reply = api.sendBytes(role(op), op.method(), path(op), body);
      isProblem(reply, 400, op.id() + " " + body.length + " bytes");
    }
    byte[] large = ("{\"a\":\"" + "x".repeat(1 << 20) + "\"}").getBytes(StandardCharsets.UTF_8);
    isProblem(api.sendBytes(role(op), op.method(), path(op), large), 413, op.id());
    if (op.body().isPresent()) {
      for (String type :
          new String[] {"text/plain", "application/xml", "multipart/form-data", "x"}) {
        isProblem(
            api.sendBytes(
                role(op), op.method(), path(op), new byte[] {'{', '}'}, "Content-Type", type),
            415,
            type);
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> survivesStrangePathsAndParameters() {
    return ConsoleHarness.CONTRACT.operations().stream()
        .filter(op -> !op.id().equals("signOut"))
        .map(op -> DynamicTest.dynamicTest(op.id(), () -> strangeAddress(op)));
  }

  private static void strangeAddress(Op op) {
    String body = op.body().map(schema -> example(schema, true).toString()).orElse("");
    for (String id :
        new String[] {
          "%00", "%20", "%F0%28%8C%BC", "x".repeat(65), "%2e%2e%2f", "a%0Ab", "%ED%A0%80"
        }) {
      if (op.path().contains("{id}")) {
        String path = filled(op);
        Reply reply =
            api.sendBytes(
                role(op),
                op.method(),
                path.replace("{id}", id),
                body.getBytes(StandardCharsets.UTF_8));
        assertThat(reply.status()).as("%s: %s", id, reply).isBetween(400, 499);
        assertThat(reply.isProblem()).as(reply.toString()).isTrue();
      }
    }
    Reply unknown = api.as(role(op), op.method(), path(op) + "?unheardOf=1", body);
    isProblem(unknown, 400, op.id());
    assertThat(unknown.fields()).startsWith("unheardOf");
    for (String parameter :
        new String[] {
          "limit",
          "cursor",
          "at",
          "near",
          "openAt",
          "from",
          "to",
          "status",
          "priority",
          "complaint",
          "q",
          "after",
          "datum"
        }) {
      for (String value :
          new String[] {"", "%00", "NaN", "-1", "1e9", "x".repeat(300), "%ED%A0%80"}) {
        Reply reply = api.as(role(op), op.method(), path(op) + "?" + parameter + "=" + value, body);
        assertThat(reply.status()).as("%s=%s: %s", parameter, value, reply).isLessThan(500);
        if (reply.status() >= 400) {
          assertThat(reply.isProblem()).as(reply.toString()).isTrue();
        }
      }
    }
  }
}
