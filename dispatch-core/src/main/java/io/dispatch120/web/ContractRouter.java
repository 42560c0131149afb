package io.dispatch120.web;

import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.web.Contract.Operation;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Builds a router from a contract: for every operation the session, the role, the validation, then
 * its handler, then the answer. A handler sees only valid requests and may complete on any thread;
 * the answer is written on the request's own context.
 *
 * <p>Used by one thread while starting; the router it builds is thread-safe.
 */
public final class ContractRouter {
  /** Largest body, by the contract. */
  public static final int MAX_BODY_BYTES = 1 << 20;

  /** What an operation does. Throwing is the same as a failed future. */
  public interface Handler {
    Future<Answer> handle(Request request);
  }

  private final Vertx vertx;
  private final Contract contract;
  private final SessionTokens tokens;
  private final Doorkeeper doorkeeper;
  private final ViewEncoder encoder;
  private final BodyReader bodies = new BodyReader(MAX_BODY_BYTES);
  private final LargeBodies largeBodies = new LargeBodies();
  private final Map<String, Handler> handlers = new HashMap<>();

  public ContractRouter(
      Vertx vertx,
      Contract contract,
      SessionTokens tokens,
      Doorkeeper doorkeeper,
      ViewEncoder encoder) {
    this.vertx = vertx;
    this.contract = contract;
    this.tokens = tokens;
    this.doorkeeper = doorkeeper;
    this.encoder = encoder;
  }

  /** Binds an operation to what it does. */
  public ContractRouter on(String operationId, Handler handler) {
    if (contract.findRoute(operationId).isEmpty()) {
      throw new IllegalStateException("the contract has no operation " + operationId);
    }
    if (handlers.put(operationId, handler) != null) {
      throw new IllegalStateException(operationId + " is bound twice");
    }
    return this;
  }

  /**
   * The router: every operation at its path, 405 for other methods there, 404 for everything else.
   * So what else a port serves is mounted before it.
   *
   * @throws IllegalStateException when an operation of the contract is not bound
   */
  public Router build() {
    Router router = Router.router(vertx);
    Map<String, List<String>> methods = new LinkedHashMap<>();
    for (Operation operation : contract.operations()) {
      Handler handler = handlers.get(operation.id());
      if (handler == null) {
        throw new IllegalStateException(operation.id() + " is not bound");
      }
      RequestReader reader = new RequestReader(operation);
      router
          .route(HttpMethod.valueOf(operation.method()), operation.routePath())
          .handler(ctx -> serve(ctx, operation, reader, handler));
      methods
          .computeIfAbsent(operation.routePath(), p -> new ArrayList<>())
          .add(operation.method());
    }
    methods.forEach(
        (path, allowed) -> {
          Problem problem =
              Problem.of(405, "method_not_allowed", "Only " + String.join(", ", allowed) + ".")
                  .with("Allow", String.join(", ", allowed));
          router.route(path).handler(ctx -> ctx.fail(problem.asException()));
        });
    router.route("/api/*").handler(ctx -> ctx.fail(404));
    Failures.install(router);
    return router;
  }

  private void serve(
      RoutingContext ctx, Operation operation, RequestReader reader, Handler handler) {
    AccessLog.template(ctx, operation.path());
    Context context = vertx.getOrCreateContext();
    RequestReader.Raw raw = RequestReader.Raw.of(ctx);
    if (operation.maxBodyBytes() > MAX_BODY_BYTES) {
      serveLarge(ctx, operation, reader, handler, raw);
      return;
    }
    Future<Buffer> reading = bodies.read(ctx.request());
    reading
        .compose(body -> identify(ctx, operation, context))
        .compose(
            visitor -> {
              visitor.user().ifPresent(user -> AccessLog.user(ctx, user.username()));
              SessionUser user = visitor.user().orElse(null);
              Request request = reader.read(raw, reading.result(), visitor.token(), user);
              return on(context, handler.handle(request)).map(answer -> encode(answer, user));
            })
        .onComplete(encoded -> write(ctx.response(), encoded), ctx::fail);
  }

  /** Who may send much is asked before it is read, and only so much is held at a time. */
  private void serveLarge(
      RoutingContext ctx,
      Operation operation,
      RequestReader reader,
      Handler handler,
      RequestReader.Raw raw) {
    Context context = vertx.getOrCreateContext();
    ctx.request().pause();
    identify(ctx, operation, context)
        .compose(visitor -> largeBodies.claim(ctx.request(), operation.maxBodyBytes()).map(visitor))
        .onFailure(refused -> BodyReader.discard(ctx.request(), 2 * operation.maxBodyBytes()))
        .compose(
            visitor -> {
              SessionUser user = visitor.user().orElse(null);
              visitor.user().ifPresent(known -> AccessLog.user(ctx, known.username()));
              return new BodyReader(operation.maxBodyBytes())
                  .read(ctx.request())
                  .compose(
                      body ->
                          on(
                              context,
                              handler.handle(reader.read(raw, body, visitor.token(), user))))
                  .map(answer -> encode(answer, user))
                  .onComplete(done -> largeBodies.release(ctx.request(), operation.maxBodyBytes()));
            })
        .onComplete(encoded -> write(ctx.response(), encoded), ctx::fail);
  }

  /** Who is asking, if anybody needs to. */
  private record Visitor(@Nullable String token, Optional<SessionUser> user) {}

  private Future<Visitor> identify(RoutingContext ctx, Operation operation, Context context) {
    if (operation.open()) {
      tokens.refuseForeign(ctx.request());
      return Future.succeededFuture(new Visitor(null, Optional.empty()));
    }
    Optional<String> token = tokens.find(ctx.request());
    if (token.isEmpty()) {
      return Future.failedFuture(notSignedIn());
    }
    return on(context, doorkeeper.findSession(token.get()))
        .map(
            found -> {
              SessionUser user = found.orElseThrow(ContractRouter::notSignedIn);
              if (!doorkeeper.admits(user, operation.id())) {
                throw Problem.of(403, "forbidden", "Not for the role of this account.")
                    .asException();
              }
              return new Visitor(token.get(), found);
            });
  }

  private static ProblemException notSignedIn() {
    return Problem.of(401, "not_signed_in", "Sign in first.")
        .with("WWW-Authenticate", "Bearer")
        .asException();
  }

  private record Encoded(Answer answer, String contentType, @Nullable Buffer body) {}

  private Encoded encode(Answer answer, @Nullable SessionUser reader) {
    Object view = answer.view();
    if (view instanceof Answer.Content content) {
      return new Encoded(answer, content.contentType(), content.bytes());
    }
    return new Encoded(
        answer, "application/json", view == null ? null : encoder.encode(view, reader));
  }

  private static void write(HttpServerResponse response, Encoded encoded) {
    if (response.ended() || response.closed()) {
      return;
    }
    response.setStatusCode(encoded.answer().status()).putHeader("Cache-Control", "no-store");
    response.putHeader("Content-Type", "application/json");
    encoded.answer().headers().forEach(response::putHeader);
    Buffer body = encoded.body();
    if (body == null) {
      response.headers().remove("Content-Type");
      response.end();
    } else {
      response.putHeader("Content-Type", encoded.contentType()).end(body);
    }
  }

  /** The same result, delivered on {@code context}: stores complete on contexts of their own. */
  private static <T> Future<T> on(Context context, Future<T> future) {
    Promise<T> promise = Promise.promise();
    future.onComplete(
        result -> {
          if (Vertx.currentContext() == context) {
            promise.handle(result);
          } else {
            context.runOnContext(v -> promise.handle(result));
          }
        });
    return promise.future();
  }
}
