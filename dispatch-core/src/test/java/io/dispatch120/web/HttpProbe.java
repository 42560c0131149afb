package io.dispatch120.web;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A server on a free port of this machine, and a client that talks to it over its socket. */
public final class HttpProbe implements AutoCloseable {
  private final HttpServer server;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  public HttpProbe(Vertx vertx, Handler<HttpServerRequest> handler) throws Exception {
    server =
        vertx
            .createHttpServer()
            .requestHandler(handler)
            .invalidRequestHandler(Failures::unreadable)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
  }

  public int port() {
    return server.actualPort();
  }

  /** Sends JSON text, or nothing when it is empty; {@code headers} are names and values. */
  public Reply send(String method, String path, String json, String... headers) {
    return send(method, path, json.getBytes(StandardCharsets.UTF_8), headers);
  }

  public Reply send(String method, String path, byte[] body, String... headers) {
    BodyPublisher publisher =
        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
            .timeout(Duration.ofSeconds(20))
            .method(method, publisher);
    if (body.length > 0) {
      request.setHeader("Content-Type", "application/json");
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    try {
      return new Reply(
          client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
    } catch (Exception e) {
      throw new AssertionError(method + " " + path + " got no answer", e);
    }
  }

  /** Sends bytes as they are; gives all that comes back until the server hangs up. */
  public String sendRaw(byte[] bytes) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(bytes);
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (SocketException e) {
      return "hung up";
    }
  }

  @Override
  public void close() {
    server.close();
  }

  /** An answer with what tests ask of it. */
  public record Reply(HttpResponse<String> http) {
    public int status() {
      return http.statusCode();
    }

    public String header(String name) {
      return http.headers().firstValue(name).orElse("");
    }

    public String body() {
      return http.body();
    }

    public JsonObject json() {
      return new JsonObject(http.body());
    }

    public boolean isProblem() {
      return header("Content-Type").equals(Problem.CONTENT_TYPE)
          && json().getInteger("status") == status();
    }

    public String code() {
      return isProblem() ? json().getString("code") : "not a problem: " + body();
    }

    /** The fields that a problem names, separated by spaces. */
    public String fields() {
      StringBuilder fields = new StringBuilder();
      for (Object error : json().getJsonArray("errors", new io.vertx.core.json.JsonArray())) {
        fields.append(fields.isEmpty() ? "" : " ").append(((JsonObject) error).getString("field"));
      }
      return fields.toString();
    }

    @Override
    public String toString() {
      return status() + " " + body();
    }
  }
}
