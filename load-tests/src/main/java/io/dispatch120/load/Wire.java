package io.dispatch120.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** HTTP and WebSocket to nodes on this machine. Thread-safe; one for a whole test. */
public final class Wire implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CONNECTIONS_PER_NODE = 128;
  private static final int LARGEST_FRAME = 64 * 1024 * 1024;

  private final Vertx vertx;
  private final HttpClient http;
  private final WebSocketClient sockets;

  public Wire() {
    vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    http =
        vertx.createHttpClient(
            new HttpClientOptions().setConnectTimeout(2_000).setTcpNoDelay(true),
            new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_NODE));
    sockets =
        vertx.createWebSocketClient(
            new WebSocketClientOptions()
                .setConnectTimeout(2_000)
                .setMaxConnections(10_000)
                .setMaxFrameSize(LARGEST_FRAME)
                .setMaxMessageSize(LARGEST_FRAME));
  }

  public Vertx vertx() {
    return vertx;
  }

  WebSocketClient sockets() {
    return sockets;
  }

  /**
   * One request without any repetition.
   *
   * @param token of a session, null for none
   * @param body turned into JSON, null for none
   * @param key idempotency key, null for none
   * @return fails when there is no answer within {@code limit}
   */
  public Future<Answer> send(
      HttpMethod method,
      int port,
      String path,
      @Nullable String token,
      @Nullable Object body,
      @Nullable UUID key,
      Duration limit) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(method)
            .setHost("127.0.0.1")
            .setPort(port)
            .setURI(path)
            .setConnectTimeout(limit.toMillis())
            .setTimeout(limit.toMillis())
            .setIdleTimeout(limit.toMillis());
    if (token != null) {
      options.putHeader("Authorization", "Bearer " + token);
    }
    if (key != null) {
      options.putHeader("Idempotency-Key", key.toString());
    }
    if (body != null) {
      options.putHeader("Content-Type", "application/json");
    }
    Buffer content = body == null ? Buffer.buffer() : encode(body);
    return http.request(options)
        .compose(
            request ->
                request
                    .send(content)
                    .compose(
                        response ->
                            response
                                .body()
                                .map(
                                    text ->
                                        new Answer(
                                            response.statusCode(),
                                            decode(text.toString()),
                                            "true"
                                                .equals(
                                                    response.getHeader("Idempotency-Replayed"))))))
        .timeout(limit.toMillis() + 500, TimeUnit.MILLISECONDS);
  }

  static Buffer encode(Object body) {
    try {
      return Buffer.buffer(JSON.writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static JsonNode decode(String text) {
    if (text.isEmpty()) {
      return MissingNode.getInstance();
    }
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not JSON: " + text, e);
    }
  }

  @Override
  public void close() {
    vertx.close().await();
  }
}
