package io.dispatch120.web;

import io.dispatch120.dispatch.journal.StorageUnavailable;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place where failures become answers. What is not expected is logged with its stack trace
 * and answered 500 without any.
 */
public final class Failures implements Handler<RoutingContext> {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  /** Makes every failure under {@code router}, also of its sub-routers, a problem answer. */
  public static void install(Router router) {
    Failures failures = new Failures();
    router.route().failureHandler(failures);
    for (int status : new int[] {400, 404, 405, 406, 413, 414, 415, 500}) {
      // Without a route there is no failure: the router only names the status.
      router.errorHandler(status, ctx -> failures.answer(ctx, status));
    }
  }

  /**
   * Answers what is not readable as HTTP at all, and hangs up. To be the server's {@code
   * invalidRequestHandler}.
   */
  public static void unreadable(HttpServerRequest request) {
    Throwable cause = request.decoderResult().cause();
    Problem problem =
        cause instanceof TooLongHttpLineException
            ? ofStatus(414)
            : cause instanceof TooLongHttpHeaderException
                ? Problem.of(431, "headers_too_large", "The headers are larger than allowed.")
                : ofStatus(400);
    HttpServerResponse response = request.response();
    response.putHeader("Connection", "close");
    send(response, problem);
    request.connection().close();
  }

  @Override
  public void handle(RoutingContext ctx) {
    answer(ctx, ctx.statusCode());
  }

  private void answer(RoutingContext ctx, int status) {
    HttpServerResponse response = ctx.response();
    if (response.ended() || response.closed()) {
      return;
    }
    if (response.headWritten()) {
      // Half an answer is on the wire: only a broken connection tells the client.
      ctx.request().connection().close();
      return;
    }
    Problem problem = problemOf(ctx.failure(), status);
    if (problem.status() >= 500 && problem.code().equals("internal_error")) {
      LOG.error("{} {} failed", ctx.request().method(), AccessLog.templateOf(ctx), ctx.failure());
    }
    send(response, problem);
  }

  /**
   * @param status what the router says, -1 when only {@code failure} tells
   */
  static Problem problemOf(@Nullable Throwable failure, int status) {
    if (failure instanceof ProblemException expected) {
      return expected.problem();
    }
    if (failure instanceof StorageUnavailable away) {
      return away.outcomeUnknown()
          ? Problem.of(
              503, "outcome_unknown", "Perhaps stored: repeat with the same Idempotency-Key.")
          : Problem.of(503, "storage_unavailable", "Not stored: the database is away.")
              .with("Retry-After", "1");
    }
    if (failure instanceof HttpException http) {
      return ofStatus(http.getStatusCode());
    }
    return ofStatus(status == -1 ? 500 : status);
  }

  private static Problem ofStatus(int status) {
    return switch (status) {
      case 400 -> Problem.of(400, "bad_request", "The request cannot be understood.");
      case 401 -> Problem.of(401, "not_signed_in", "Sign in first.");
      case 403 -> Problem.of(403, "forbidden", "Not allowed.");
      case 404 -> Problem.notFound("There is nothing here.");
      case 405 -> Problem.of(405, "method_not_allowed", "Not with this method.");
      case 406 -> Problem.of(406, "not_acceptable", "Not available in the form asked for.");
      case 408 -> Problem.of(408, "request_timeout", "The request did not arrive in time.");
      case 413 -> Problem.of(413, "body_too_large", "The body is larger than allowed.");
      case 414 -> Problem.of(414, "uri_too_long", "The address is longer than allowed.");
      case 415 -> Problem.of(415, "unsupported_media_type", "Send application/json.");
      case 503 -> Problem.of(503, "unavailable", "Not available now.");
      default ->
          status >= 400 && status < 500
              ? Problem.of(status, "bad_request", "The request is refused.")
              : Problem.of(500, "internal_error", "Something went wrong here; it has been logged.");
    };
  }

  static void send(HttpServerResponse response, Problem problem) {
    problem.headers().forEach(response::putHeader);
    response
        .setStatusCode(problem.status())
        .putHeader("Content-Type", Problem.CONTENT_TYPE)
        .putHeader("Cache-Control", "no-store")
        .end(problem.toBuffer());
  }
}
