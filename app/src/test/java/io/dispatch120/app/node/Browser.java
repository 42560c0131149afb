package io.dispatch120.app.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Somebody at one port: signs in, asks, sends, and listens to a socket. */
final class Browser {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;
  private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
  private String token = "";
  private int status;

  /** 0 while its socket is open. */
  private volatile int closeCode;

  private Browser(int port) {
    this.base = "127.0.0.1:" + port;
  }

  static Browser signedIn(int port, String user, String password) throws Exception {
    Browser browser = new Browser(port);
    JsonNode session =
        browser.post(
            "/sessions", "{\"username\":\"" + user + "\",\"password\":\"" + password + "\"}");
    assertThat(browser.status).as("signing in as %s: %s", user, session).isEqualTo(201);
    browser.token = session.get("token").asText();
    return browser;
  }

  int status() {
    return status;
  }

  JsonNode get(String path) throws Exception {
    return send(request(path).GET());
  }

  JsonNode post(String path, String body) throws Exception {
    return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://" + base + "/api/v1" + path))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/json");
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    status = answer.statusCode();
    return JSON.readTree(answer.body());
  }

  /** Opens a socket and keeps every frame. */
  void listen(String path) {
    http.newWebSocketBuilder()
        .header("Authorization", "Bearer " + token)
        .buildAsync(URI.create("ws://" + base + path), new Frames())
        .join();
  }

  /** Every frame so far. */
  List<JsonNode> frames() {
    return List.copyOf(frames);
  }

  JsonNode awaitFrame(Predicate<JsonNode> wanted) {
    return awaitFrame(wanted, Duration.ofSeconds(10));
  }

  private JsonNode awaitFrame(Predicate<JsonNode> wanted, Duration limit) {
    await().atMost(limit).until(() -> frames.stream().anyMatch(wanted));
    return frames.stream().filter(wanted).findFirst().orElseThrow();
  }

  JsonNode awaitEvent(String type) {
    return awaitEvent(type, Duration.ofSeconds(10));
  }

  JsonNode awaitEvent(String type, Duration limit) {
    return awaitFrame(f -> f.path("event").path("type").asText().equals(type), limit);
  }

  /** Signs out; gives the code that its sockets are closed with, which is at once. */
  int signOut() throws Exception {
    HttpResponse<String> answer =
        http.send(
            request("/sessions/current").DELETE().build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(204);
    await().atMost(Duration.ofSeconds(3)).until(() -> closeCode != 0);
    return closeCode;
  }

  private final class Frames implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      closeCode = code;
      return null;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        try {
          frames.add(JSON.readTree(text.toString()));
        } catch (IOException e) {
          throw new AssertionError("a frame is no JSON: " + text, e);
        }
        text.setLength(0);
      }
      socket.request(1);
      return null;
    }
  }
}
