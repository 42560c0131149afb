package io.dispatch120.locator.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.dispatch120.dispatch.codec.Json;
import io.dispatch120.geo.api.Datum;
import io.dispatch120.geo.api.Datums;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.web.ContractCheck;
import io.dispatch120.web.ViewEncoder;
import io.dispatch120.web.page.StaticPages;
import io.dispatch120.web.socket.SocketClient;
import io.dispatch120.web.socket.SocketLimits;
import io.dispatch120.web.socket.SocketMeter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A running edge server in front of an {@link InMemoryCore}. Every answer that a test gets has the
 * shape that the contract says.
 */
final class Edge implements AutoCloseable {
  static final String PUBLIC_URL = "https://120.example.cn";
  private static final ContractCheck CONTRACT = new ContractCheck(EdgeServer.CONTRACT);

  final Vertx vertx = Vertx.vertx();
  final InMemoryCore core = new InMemoryCore();
  final EdgeServer server;
  final int port;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  Edge() {
    this(List.of());
  }

  Edge(List<String> trustedProxies) {
    this(new EdgeConfig(0, "127.0.0.1", null, PUBLIC_URL, trustedProxies));
  }

  /** With pages. */
  Edge(EdgePages pages) {
    this(new EdgeConfig(0, "127.0.0.1", null, PUBLIC_URL, List.of()), pages);
  }

  Edge(EdgeConfig config) {
    this(config, new EdgePages(StaticPages.none(), ctx -> ctx.fail(404)));
  }

  private Edge(EdgeConfig config, EdgePages pages) {
    SocketLimits quick =
        new SocketLimits(
            64,
            1 << 20,
            100,
            Duration.ofMillis(500),
            Duration.ofSeconds(10),
            Duration.ofMillis(200));
    server =
        new EdgeServer(
            vertx,
            core,
            shifting(),
            encoder(),
            InstantSource.fixed(InMemoryCore.NOW),
            config,
            pages,
            quick,
            SocketMeter.NONE);
    port = server.start().await();
  }

  private static ViewEncoder encoder() {
    return (view, reader) -> {
      try {
        return Buffer.buffer(Json.wire().writeValueAsBytes(view));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    };
  }

  /** Every datum but WGS 84 lies one degree further east. */
  private static Datums shifting() {
    return new Datums() {
      @Override
      public LngLat toWgs84(LngLat point, Datum from) {
        return from == Datum.WGS84 ? point : new LngLat(point.lng() - 1, point.lat());
      }

      @Override
      public LngLat fromWgs84(LngLat point, Datum to) {
        return to == Datum.WGS84 ? point : new LngLat(point.lng() + 1, point.lat());
      }
    };
  }

  Answer send(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(10))
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.setHeader("Content-Type", "application/json");
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    try {
      return asAgreed(
          method, path, new Answer(http.send(request.build(), BodyHandlers.ofString())));
    } catch (Exception e) {
      throw new AssertionError(method + " " + path + " got no answer", e);
    }
  }

  private static Answer asAgreed(String method, String path, Answer answer) {
    boolean file = answer.status() == 200 && path.endsWith("/content");
    if (CONTRACT.knows(method, path) && !file) {
      assertThat(CONTRACT.errors(method, path, answer.status(), answer.http().body()))
          .as("%s %s answers %s, not as the contract says", method, path, answer)
          .isEmpty();
    }
    return answer;
  }

  /** Sends with a session of this user. */
  Answer as(String user, String method, String path, String body) {
    return send(method, path, body, "Authorization", "Bearer " + core.session(user));
  }

  SocketClient socket(String uri, String... headers) {
    return SocketClient.open(vertx, port, uri, headers);
  }

  int socketRefusal(String uri, String... headers) {
    return SocketClient.refusal(vertx, port, uri, headers);
  }

  @Override
  public void close() {
    vertx.close().await();
  }

  /** An answer with what tests ask of it. */
  record Answer(HttpResponse<String> http) {
    int status() {
      return http.statusCode();
    }

    String header(String name) {
      return http.headers().firstValue(name).orElse("");
    }

    JsonObject json() {
      return new JsonObject(http.body());
    }

    /** The code of a problem; fails when it is none. */
    String code() {
      if (!header("Content-Type").equals("application/problem+json")) {
        throw new AssertionError("no problem but " + this);
      }
      return json().getString("code");
    }

    /** The fields that a problem names, separated by blanks. */
    String fields() {
      return json().getJsonArray("errors", new JsonArray()).stream()
          .map(error -> ((JsonObject) error).getString("field"))
          .collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
      return status() + " " + http.body();
    }
  }
}
