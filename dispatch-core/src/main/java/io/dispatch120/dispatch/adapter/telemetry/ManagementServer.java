package io.dispatch120.dispatch.adapter.telemetry;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Supplier;

/** Metrics and health for the machines that watch the machine: on loopback, without sign-in. */
public final class ManagementServer {
  private final Vertx vertx;
  private final PrometheusMeterRegistry registry;
  private final Supplier<Readiness> readiness;

  /** Whether traffic should come here, and why not. */
  public record Readiness(boolean ready, String reason) {}

  public ManagementServer(
      Vertx vertx, PrometheusMeterRegistry registry, Supplier<Readiness> readiness) {
    this.vertx = vertx;
    this.registry = registry;
    this.readiness = readiness;
  }

  public Future<HttpServer> start(String host, int port) {
    return vertx
        .createHttpServer(new HttpServerOptions().setHost(host).setPort(port))
        .requestHandler(this::handle)
        .listen();
  }

  private void handle(HttpServerRequest request) {
    switch (request.path()) {
      case "/metrics" ->
          // Reading every meter takes milliseconds: not on the event loop.
          vertx
              .executeBlocking(() -> registry.scrape(), false)
              .onSuccess(
                  text -> answer(request, 200, "text/plain; version=0.0.4; charset=utf-8", text))
              .onFailure(bug -> answer(request, 500, "text/plain", "metrics cannot be read\n"));
      case "/health/live" -> answer(request, 200, "application/json", "{\"status\":\"up\"}\n");
      case "/health/ready" -> {
        Readiness now = readiness.get();
        String status = now.ready() ? "ready" : "not_ready";
        answer(
            request,
            now.ready() ? 200 : 503,
            "application/json",
            "{\"status\":\"" + status + "\",\"reason\":\"" + now.reason() + "\"}\n");
      }
      default ->
          answer(request, 404, "text/plain", "here are /metrics, /health/live and /health/ready\n");
    }
  }

  private static void answer(HttpServerRequest request, int status, String type, String text) {
    request.response().setStatusCode(status).putHeader("Content-Type", type).end(text);
  }
}
