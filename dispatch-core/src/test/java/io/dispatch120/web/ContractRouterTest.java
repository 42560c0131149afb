package io.dispatch120.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.DispatchApi.RequestKey;
import io.dispatch120.dispatch.api.Role;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.dispatch.journal.StorageUnavailable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractRouterTest {
  private static final String CONTRACT =
      """
      openapi: 3.1.0
      info: {title: things, version: '1'}
      servers: [{url: /api/v1}]
      paths:
        /things/{id}:
          parameters:
            - {name: id, in: path, required: true, schema: {type: string, maxLength: 8}}
          get:
            operationId: getThing
            parameters:
              - {name: limit, in: query, schema: {type: integer, minimum: 1, maximum: 500}}
              - {name: at, in: query, schema: {type: string, format: date-time}}
          post:
            operationId: postThing
            parameters:
              - {name: Idempotency-Key, in: header, schema: {type: string, format: uuid}}
            requestBody:
              required: true
              content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}
        /open/{what}:
          parameters: [{name: what, in: path, required: true, schema: {type: string}}]
          get: {operationId: open, security: []}
      components:
        schemas:
          Thing:
            type: object
            additionalProperties: false
            required: [name]
            properties:
              name: {type: string, minLength: 1, maxLength: 5}
              kind: {type: string, enum: [big, small]}
              place: {$ref: '#/components/schemas/Place'}
              list: {type: array, maxItems: 3, items: {$ref: '#/components/schemas/Place'}}
              on: {type: boolean}
          Place:
            type: object
            additionalProperties: false
            required: [lng]
            properties:
              lng: {type: number, minimum: -180, maximum: 180}
              n: {type: integer}
      """;
  private static final SessionUser ANNA = user("anna", Role.DISPATCHER);

  private static Vertx vertx;
  private static HttpProbe probe;

  private static SessionUser user(String name, Role role) {
    return new SessionUser(name, role, new CenterId("c"), null, null, null);
  }

  private static final class Door implements Doorkeeper {
    @Override
    public Future<Optional<SessionUser>> findSession(String token) {
      return Future.succeededFuture(
          switch (token) {
            case "anna" -> Optional.of(ANNA);
            case "obs" -> Optional.of(user("obs", Role.OBSERVER));
            default -> Optional.empty();
          });
    }

    @Override
    public boolean admits(SessionUser user, String operationId) {
      return user.role() == Role.DISPATCHER;
    }
  }

  @BeforeAll
  static void start() throws Exception {
    vertx = Vertx.vertx();
    Router api =
        new ContractRouter(
                vertx,
                Contract.parse(CONTRACT),
                new SessionTokens(SessionTokens.CONSOLE_COOKIE, true, Set.of("https://120.test")),
                new Door(),
                (view, reader) -> ((JsonObject) view).toBuffer())
            .on("getThing", request -> answer(new JsonObject().put("on", onRequestThread())))
            .on("postThing", ContractRouterTest::post)
            .on("open", ContractRouterTest::fail)
            .build();
    Router root = Router.router(vertx);
    root.route().handler(new AccessLog());
    root.route().handler(new SecurityHeaders(true));
    root.route("/*").subRouter(api);
    Failures.install(root);
    probe = new HttpProbe(vertx, root);
  }

  @AfterAll
  static void stop() {
    probe.close();
    vertx.close();
  }

  private static boolean onRequestThread() {
    return Vertx.currentContext() != null;
  }

  private static Future<Answer> answer(JsonObject json) {
    return Future.succeededFuture(Answer.ok(json));
  }

  /** Completes on a worker thread, like stores do. */
  private static Future<Answer> post(Request request) {
    RequestKey key = request.key(request.session().username());
    JsonObject json =
        new JsonObject().put("id", key.commandId().toString()).put("print", key.fingerprint());
    return vertx.executeBlocking(() -> Answer.created(json));
  }

  private static Future<Answer> fail(Request request) {
    return switch (request.parameter("what")) {
      case "storage" ->
          Future.failedFuture(new StorageUnavailable("x", false, new RuntimeException()));
      case "unknown" ->
          Future.failedFuture(new StorageUnavailable("x", true, new RuntimeException()));
      case "bug" -> throw new IllegalStateException("secret detail");
      case "slow" -> Future.failedFuture(Problem.rateLimited(7).asException());
      default -> answer(new JsonObject());
    };
  }

  private static HttpProbe.Reply post(String json, String... more) {
    String[] headers = new String[more.length + 2];
    headers[0] = "Authorization";
    headers[1] = "Bearer anna";
    System.arraycopy(more, 0, headers, 2, more.length);
    return probe.send("POST", "/api/v1/things/a", json, headers);
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
    HttpProbe.Reply reply = post(body);
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
    assertThat(post(body).code()).isEqualTo("bad_json");
  }

  @Test
  void refusesDeepNestingAndBytesThatAreNotUtf8() {
    assertThat(post("[".repeat(100_000)).code()).isEqualTo("bad_json");
    assertThat(post("{\"a\":".repeat(5_000)).code()).isEqualTo("bad_json");
    byte[] latin1 = {'{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xe9, '"', '}'};
    HttpProbe.Reply reply =
        probe.send("POST", "/api/v1/things/a", latin1, "Authorization", "Bearer anna");
    assertThat(reply.code()).isEqualTo("bad_json");
  }

  @Test
  void refusesALargeBodyAndAnotherMediaType() {
    assertThat(post("{\"name\":\"" + "x".repeat(1 << 20) + "\"}").code())
        .isEqualTo("body_too_large");
    assertThat(post("{\"name\":\"" + "x".repeat(12 << 20) + "\"}").status()).isEqualTo(413);
    HttpProbe.Reply form = post("name=a", "Content-Type", "application/x-www-form-urlencoded");
    assertThat(form.status()).isEqualTo(415);
    assertThat(form.isProblem()).isTrue();
    assertThat(post("x", "Content-Type", "multipart/form-data").status()).isEqualTo(415);
    assertThat(post("").fields()).isEqualTo("body");
    assertThat(post("{\"name\":\"a\"}", "Content-Type", "Application/JSON; charset=utf-8").status())
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
  void answersUnknownPathsAndMethodsWithProblems() {
    assertThat(probe.send("GET", "/api/v1/nothing", "").code()).isEqualTo("not_found");
    assertThat(probe.send("GET", "/elsewhere", "").code()).isEqualTo("not_found");
    HttpProbe.Reply reply = probe.send("DELETE", "/api/v1/things/a", "");
    assertThat(reply.code()).isEqualTo("method_not_allowed");
    assertThat(reply.header("Allow")).isEqualTo("GET, POST");
  }

  @Test
  void answersBrokenAddressesWithClientErrors() throws Exception {
    for (String target : new String[] {"/api/v1/things/%zz", "/api/v1/things/a?limit=%zz", "/%"}) {
      String status =
          rawStatus("GET " + target + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer anna");
      assertThat(status).as(target).contains(" 40");
    }
  }

  private static String rawStatus(String head) throws Exception {
    try (java.net.Socket socket = new java.net.Socket("127.0.0.1", probe.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write((head + "\r\nConnection: close\r\n\r\n").getBytes("US-ASCII"));
      return new java.io.BufferedReader(
              new java.io.InputStreamReader(socket.getInputStream(), "US-ASCII"))
          .readLine();
    }
  }

  @Test
  void asksForASessionAndChecksTheRole() {
    HttpProbe.Reply nobody = probe.send("GET", "/api/v1/things/a", "");
    assertThat(nobody.status()).isEqualTo(401);
    assertThat(nobody.code()).isEqualTo("not_signed_in");
    assertThat(probe.send("GET", "/api/v1/things/a", "", "Authorization", "Bearer x").status())
        .isEqualTo(401);
    assertThat(probe.send("GET", "/api/v1/things/a", "", "Authorization", "Basic anna").status())
        .isEqualTo(401);
    assertThat(probe.send("GET", "/api/v1/things/a", "", "Authorization", "Bearer obs").code())
        .isEqualTo("forbidden");
    assertThat(probe.send("GET", "/api/v1/things/a", "", "Authorization", "bearer anna").status())
        .isEqualTo(200);
  }

  @Test
  void acceptsOnlyItsOwnCookieAndOnlyFromItsOwnPages() {
    String own = "d120_console=anna";
    assertThat(probe.send("GET", "/api/v1/things/a", "", "Cookie", own).status()).isEqualTo(200);
    assertThat(probe.send("GET", "/api/v1/things/a", "", "Cookie", "d120_edge=anna").status())
        .isEqualTo(401);
    String path = "/api/v1/things/a";
    String body = "{\"name\":\"a\"}";
    assertThat(probe.send("POST", path, body, "Cookie", own).code())
        .isEqualTo("origin_not_allowed");
    assertThat(probe.send("POST", path, body, "Cookie", own, "Origin", "https://evil.test").code())
        .isEqualTo("origin_not_allowed");
    assertThat(probe.send("POST", path, body, "Cookie", own, "Sec-Fetch-Site", "same-site").code())
        .isEqualTo("origin_not_allowed");
    assertThat(probe.send("POST", path, body, "Cookie", own, "Origin", "null").code())
        .isEqualTo("origin_not_allowed");
    String here = "http://127.0.0.1:" + probe.port();
    assertThat(probe.send("POST", path, body, "Cookie", own, "Origin", here).status())
        .isEqualTo(201);
    assertThat(probe.send("POST", path, body, "Cookie", own, "Origin", "https://120.test").status())
        .isEqualTo(201);
    assertThat(
            probe.send("POST", path, body, "Cookie", own, "Sec-Fetch-Site", "same-origin").status())
        .isEqualTo(201);
  }

  @Test
  void derivesTheCommandFromUserPathAndKey() {
    String key = UUID.randomUUID().toString();
    JsonObject first = post("{\"name\":\"a\"}", "Idempotency-Key", key).json();
    assertThat(post("{\"name\":\"a\"}", "Idempotency-Key", key).json()).isEqualTo(first);
    JsonObject other = post("{\"name\":\"b\"}", "Idempotency-Key", key).json();
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
    assertThat(post("{\"name\":\"a\"}").json().getString("print")).isEmpty();
    assertThat(post("{\"name\":\"a\"}", "Idempotency-Key", "once").fields())
        .isEqualTo("Idempotency-Key");
  }

  @ParameterizedTest
  @CsvSource({
    "storage, 503, storage_unavailable",
    "unknown, 503, outcome_unknown",
    "bug, 500, internal_error",
    "slow, 429, rate_limited",
  })
  void answersFaultsWithTheirCode(String what, int status, String code) {
    HttpProbe.Reply reply = probe.send("GET", "/api/v1/open/" + what, "");
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.code()).isEqualTo(code);
    assertThat(reply.body()).doesNotContain("secret").doesNotContain("Exception");
    assertThat(reply.header("Retry-After"))
        .isEqualTo(Map.of("slow", "7", "storage", "1").getOrDefault(what, ""));
  }

  @Test
  void carriesSecurityHeadersOnEveryAnswer() {
    for (String path : new String[] {"/api/v1/open/fine", "/api/v1/nothing", "/api/v1/open/bug"}) {
      HttpProbe.Reply reply = probe.send("GET", path, "");
      assertThat(reply.header("Content-Security-Policy"))
          .contains("script-src 'self';")
          .contains("frame-ancestors 'none'");
      assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(reply.header("Strict-Transport-Security")).startsWith("max-age=");
    }
  }

  @Test
  void refusesToStartWithAnUnboundOperationOrAnUnenforcedKeyword() {
    Contract contract = Contract.parse(CONTRACT);
    ContractRouter empty =
        new ContractRouter(
            vertx,
            contract,
            new SessionTokens("c", false, Set.of()),
            new Door(),
            (view, reader) -> Buffer.buffer());
    assertThatThrownBy(empty::build).hasMessageContaining("not bound");
    assertThatThrownBy(() -> empty.on("nope", r -> answer(new JsonObject())))
        .hasMessageContaining("nope");
    assertThatThrownBy(() -> Contract.parse(CONTRACT.replace("maxItems", "uniqueItems")))
        .hasMessageContaining("uniqueItems");
  }

  @Test
  void keepsTokensOutOfTheAccessLog() {
    assertThat(AccessLog.firstSegment("/l/secret-token")).isEqualTo("/l/…");
    assertThat(AccessLog.firstSegment("/crew")).isEqualTo("/crew");
    assertThat(AccessLog.firstSegment("/a\n500 forged")).isEqualTo("/a?500?forged");
  }

  @Test
  void makesCookiesThatScriptsCannotRead() {
    String cookie = new SessionTokens("c", true, Set.of()).cookie("t", 60);
    assertThat(cookie).contains("HTTPOnly").contains("SameSite=Strict").contains("Secure");
    assertThat(cookie).contains("Max-Age=60").contains("Path=/");
  }
}
