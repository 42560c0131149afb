package io.dispatch120.web;

import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.DispatchApi.RequestKey;
import io.dispatch120.dispatch.api.Role;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.dispatch.journal.StorageUnavailable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.util.Optional;
import java.util.Set;

/** A small contract with handlers that succeed, fail and complete on other threads. */
final class ThingsServer implements AutoCloseable {
  static final String CONTRACT =
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

  final Vertx vertx = Vertx.vertx();
  final HttpProbe probe;

  private static SessionUser user(String name, Role role) {
    return new SessionUser(name, role, new CenterId("c"), null, null, null);
  }

  static final class Door implements Doorkeeper {
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

  ThingsServer() throws Exception {
    Router api =
        new ContractRouter(
                vertx,
                Contract.parse(CONTRACT),
                new SessionTokens(SessionTokens.CONSOLE_COOKIE, true, Set.of("https://120.test")),
                new Door(),
                (view, reader) -> ((JsonObject) view).toBuffer())
            .on("getThing", request -> answer(new JsonObject().put("on", onRequestThread())))
            .on("postThing", this::post)
            .on("open", this::fail)
            .build();
    Router root = Router.router(vertx);
    root.route().handler(new AccessLog());
    root.route().handler(new SecurityHeaders(true));
    root.route("/*").subRouter(api);
    Failures.install(root);
    probe = new HttpProbe(vertx, root);
  }

  @Override
  public void close() {
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
  private Future<Answer> post(Request request) {
    RequestKey key = request.key(request.session().username());
    JsonObject json =
        new JsonObject().put("id", key.commandId().toString()).put("print", key.fingerprint());
    return vertx.executeBlocking(() -> Answer.created(json));
  }

  private Future<Answer> fail(Request request) {
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

  HttpProbe.Reply post(String json, String... more) {
    String[] headers = new String[more.length + 2];
    headers[0] = "Authorization";
    headers[1] = "Bearer anna";
    System.arraycopy(more, 0, headers, 2, more.length);
    return probe.send("POST", "/api/v1/things/a", json, headers);
  }
}
