package io.dispatch120.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractRouterTest {
  private static ThingsServer server;
  private static HttpProbe probe;

  @BeforeAll
  static void start() throws Exception {
    server = new ThingsServer();
    probe = server.probe;
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{}|name",
        "{\"name\":5}|name",
        "{\"name\":null}|name",
        "{\"name\":\"\"}|name",
        "{\"name\":\"toolong\"}|name",
        "{\"name\":\"a\\u0000b\"}|name",
        "{\"name\":\"\\ud800\"}|name",
        "{\"name\":\"a\",\"bogus\":1}|bogus",
        "{\"name\":\"a\",\"\\ud800\\u0000\":1}|??",
        "{\"name\":\"a\",\"kind\":\"huge\"}|kind",
        "{\"name\":\"a\",\"kind\":1}|kind",
        "{\"name\":\"a\",\"on\":\"true\"}|on",
        "{\"name\":\"a\",\"place\":[]}|place",
        "{\"name\":\"a\",\"place\":{\"lng\":181}}|place.lng",
        "{\"name\":\"a\",\"place\":{\"lng\":1e999}}|place.lng",
        "{\"name\":\"a\",\"place\":{\"lng\":1,\"n\":1.5}}|place.n",
        "{\"name\":\"a\",\"place\":{\"lng\":1,\"n\":99999999999999999999}}|place.n",
        "{\"name\":\"a\",\"list\":[{\"lng\":1},{\"lng\":\"x\"},{}]}|list[1].lng list[2].lng",
        "{\"name\":\"a\",\"list\":[{},{},{},{}]}|list",
        "[1]|body",
        "null|body",
        "{\"kind\":7,\"on\":0}|kind on name",
      })
  void namesEveryFieldThatIsWrong(String body, String fields) {
    HttpProbe.Reply reply = server.post(body);
    assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("invalid_request");
    assertThat(reply.fields()).isEqualTo(fields);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{bad",
        "{\"name\":\"a\"} x",
        "{\"name\":\"a\",\"name\":\"b\"}",
        "nul",
        "\"a",
        " "
      })
  void refusesWhatIsNotOneJsonValue(String body) {
    assertThat(server.post(body).code()).isEqualTo("bad_json");
  }

  @Test
  void refusesDeepNestingAndBytesThatAreNotUtf8() {
    assertThat(server.post("[".repeat(100_000)).code()).isEqualTo("bad_json");
    assertThat(server.post("{\"a\":".repeat(5_000)).code()).isEqualTo("bad_json");
    byte[] latin1 = {'{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xe9, '"', '}'};
    HttpProbe.Reply reply =
        probe.send("POST", "/api/v1/things/a", latin1, "Authorization", "Bearer anna");
    assertThat(reply.code()).isEqualTo("bad_json");
  }

  @Test
  void refusesALargeBodyAndAnotherMediaType() {
    assertThat(server.post("{\"name\":\"" + "x".repeat(1 << 20) + "\"}").code())
        .isEqualTo("body_too_large");
    assertThat(server.post("{\"name\":\"" + "x".repeat(12 << 20) + "\"}").status()).isEqualTo(413);
    HttpProbe.Reply form =
        server.post("name=a", "Content-Type", "application/x-www-form-urlencoded");
    assertThat(form.status()).isEqualTo(415);
    assertThat(form.isProblem()).isTrue();
    assertThat(server.post("x", "Content-Type", "multipart/form-data").status()).isEqualTo(415);
    assertThat(server.post("").fields()).isEqualTo("body");
    assertThat(
            server
                .post("{\"name\":\"a\"}", "Content-Type", "Application/JSON; charset=utf-8")
                .status())
        .isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/things/a?limit=0, limit",
    "/api/v1/things/a?limit=x, limit",
    "/api/v1/things/a?limit=, limit",
    "/api/v1/things/a?limit=1&limit=2, limit",
    "/api/v1/things/a?bogus=1, bogus",
    "/api/v1/things/a?at=yesterday, at",
    "/api/v1/things/a?at=2026-01-01T00:00:00, at",
    "/api/v1/things/toolongtoolong, id",
    "/api/v1/things/a%00b, id",
  })
  void namesTheParameterThatIsWrong(String path, String field) {
    HttpProbe.Reply reply = probe.send("GET", path, "", "Authorization", "Bearer anna");
    assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
    assertThat(reply.fields()).isEqualTo(field);
  }

  @Test
  void derivesTheCommandFromUserPathAndKey() {
    String key = UUID.randomUUID().toString();
    JsonObject first = server.post("{\"name\":\"a\"}", "Idempotency-Key", key).json();
    assertThat(server.post("{\"name\":\"a\"}", "Idempotency-Key", key).json()).isEqualTo(first);
    JsonObject other = server.post("{\"name\":\"b\"}", "Idempotency-Key", key).json();
    assertThat(other.getString("id")).isEqualTo(first.getString("id"));
    assertThat(other.getString("print")).isNotEqualTo(first.getString("print"));
    JsonObject elsewhere =
        probe
            .send(
                "POST",
                "/api/v1/things/b",
                "{\"name\":\"a\"}",
                "Authorization",
                "Bearer anna",
                "Idempotency-Key",
                key)
            .json();
    assertThat(elsewhere.getString("id")).isNotEqualTo(first.getString("id"));
    assertThat(server.post("{\"name\":\"a\"}").json().getString("print")).isEmpty();
    assertThat(server.post("{\"name\":\"a\"}", "Idempotency-Key", "once").fields())
        .isEqualTo("Idempotency-Key");
  }

  @Test
  void refusesToStartWithAnUnboundOperationOrAnUnenforcedKeyword() {
    Contract contract = Contract.parse(ThingsServer.CONTRACT);
    ContractRouter empty =
        new ContractRouter(
            server.vertx,
            contract,
            new SessionTokens("c", false, Set.of()),
            new ThingsServer.Door(),
            (view, reader) -> Buffer.buffer());
    assertThatThrownBy(empty::build).hasMessageContaining("not bound");
    assertThatThrownBy(
            () ->
                empty.on(
                    "nope", r -> io.vertx.core.Future.succeededFuture(Answer.ok(new JsonObject()))))
        .hasMessageContaining("nope");
    assertThatThrownBy(
            () -> Contract.parse(ThingsServer.CONTRACT.replace("maxItems", "uniqueItems")))
        .hasMessageContaining("uniqueItems");
  }
}
