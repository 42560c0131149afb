package io.dispatch120.app.simulation.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.net.PemTrustOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One port of a node: single requests and sockets, without any patience. Thread-safe. */
public final class Port {
  static final ObjectMapper JSON = new ObjectMapper();

  private static final int CONNECT_MILLIS = 2_000;

  /** Longer than the server waits for its database. */
  private static final int ANSWER_MILLIS = 8_000;

  /** Everybody's sockets and a few requests at a time. */
  private static final int MOST_SOCKETS = 100;

  private static final int MOST_CONNECTIONS = 8;
  private static final int LARGEST_MESSAGE = 32 << 20;

  private final HttpClient http;
  private final WebSocketClient sockets;
  private final String host;
  private final int port;
  private volatile boolean closed;

  /**
   * @param address such as {@code http://127.0.0.1:8120}
   * @param certificate what the port shows of itself; it is trusted whatever name is in it, because
   *     the port is this machine's own
   */
  public Port(Vertx vertx, URI address, Optional<Path> certificate) {
    HttpClientOptions httpOptions = new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS);
    WebSocketClientOptions socketOptions = new WebSocketClientOptions();
    socketOptions.setConnectTimeout(CONNECT_MILLIS);
    socketOptions.setMaxConnections(MOST_SOCKETS).setMaxMessageSize(LARGEST_MESSAGE);
    certificate.ifPresent(
        file -> {
          PemTrustOptions trusted = new PemTrustOptions().addCertPath(file.toString());
          httpOptions.setSsl(true).setVerifyHost(false).setTrustOptions(trusted);
          socketOptions.setSsl(true).setVerifyHost(false).setTrustOptions(trusted);
        });
    http = vertx.createHttpClient(httpOptions, new PoolOptions().setHttp1MaxSize(MOST_CONNECTIONS));
    sockets = vertx.createWebSocketClient(socketOptions);
    host = bare(address.getHost());
    port = address.getPort();
  }

  /** An IPv6 address stands in brackets in an URI only. */
  private static String bare(String uriHost) {
    return uriHost.startsWith("[") ? uriHost.substring(1, uriHost.length() - 1) : uriHost;
  }

  /**
   * One request under {@code /api/v1}.
   *
   * @param token of the session; null for what needs none
   * @param key for {@code Idempotency-Key}
   * @return fails when no answer comes; every status is an answer
   */
  Future<Answer> request(
      HttpMethod method,
      String path,
      @Nullable String token,
      @Nullable String key,
      @Nullable JsonNode body) {
    if (closed) {
      return Future.failedFuture("closed");
    }
    RequestOptions options =
        new RequestOptions()
            .setHost(host)
            .setPort(port)
            .setMethod(method)
            .setURI("/api/v1" + path)
            .setTimeout(ANSWER_MILLIS);
    if (token != null) {
      options.putHeader("Authorization", "Bearer " + token);
    }
    if (key != null) {
      options.putHeader("Idempotency-Key", key);
    }
    if (body != null) {
      options.putHeader("Content-Type", "application/json");
    }
    Buffer content = body == null ? Buffer.buffer() : Buffer.buffer(body.toString());
    return http.request(options)
        .compose(
            request ->
                request
                    .send(content)
                    .compose(
                        response ->
                            response
                                .body()
                                .map(bytes -> new Answer(response.statusCode(), parse(bytes)))));
  }

  private static JsonNode parse(Buffer bytes) {
    if (bytes.length() == 0) {
      return MissingNode.getInstance();
    }
    try {
      return JSON.readTree(bytes.toString());
    } catch (JsonProcessingException e) {
      // Not an answer of the product; the status says what there is to know.
      return MissingNode.getInstance();
    }
  }

  /** Opens a socket; no frame is missed, not even one that comes with the answer. */
  Future<WebSocket> connect(String uri, String token, Consumer<String> texts) {
    if (closed) {
      return Future.failedFuture("closed");
    }
    WebSocketConnectOptions options = new WebSocketConnectOptions();
    options.setHost(host).setPort(port).setURI(uri).setTimeout(ANSWER_MILLIS);
    options.putHeader("Authorization", "Bearer " + token);
    return sockets.webSocket().textMessageHandler(texts::accept).connect(options);
  }

  /** From now on every request fails. */
  public Future<Void> close() {
    closed = true;
    return Future.join(http.close(), sockets.close()).mapEmpty();
  }
}
