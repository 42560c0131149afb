package io.dispatch120.locator.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.dispatch120.web.socket.CloseCode;
import io.dispatch120.web.socket.SocketClient;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class EdgeServerTest {
  @Test
  void saysGoodbyeAndFreesItsPortWhenItStops() {
    try (Edge edge = new Edge()) {
      SocketClient crew =
          edge.socket("/ws/crew", "Authorization", "Bearer " + edge.core.session("a01"));
      await().until(() -> edge.core.openStreams.get() == 1);
      // Leaves an idle connection behind.
      edge.send("GET", "/api/v1/locator/link-1", "");
      Future<Void> stopping = edge.server.stop();
      await().atMost(Duration.ofSeconds(2)).until(stopping::succeeded);
      assertThat(crew.closeCode()).isEqualTo(CloseCode.GOING_AWAY);
      assertThat(edge.core.openStreams).hasValue(0);
      try (Edge next = new Edge(new EdgeConfig(edge.port, "127.0.0.1", null, null, List.of()))) {
        assertThat(next.send("GET", "/api/openapi.yaml", "").status()).isEqualTo(200);
      }
    }
  }

  @Test
  void failsToStartOnPortThatIsTaken() {
    try (Edge edge = new Edge()) {
      EdgeConfig same = new EdgeConfig(edge.port, "127.0.0.1", null, null, List.of());
      assertThatThrownBy(() -> new Edge(same)).hasMessageContaining("in use");
    }
  }

  @Test
  void refusesTrustedProxyThatIsNoAddress() {
    EdgeConfig config = new EdgeConfig(0, "127.0.0.1", null, null, List.of("proxy.example"));
    assertThatThrownBy(() -> new Edge(config))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("proxy.example");
  }

  @Test
  void logsRequestsWithoutTheirTokens() {
    Logger access = (Logger) LoggerFactory.getLogger("access");
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    access.addAppender(lines);
    try (Edge edge = new Edge()) {
      edge.core.links.add("secret-token");
      edge.send("GET", "/api/v1/locator/secret-token", "");
      edge.send("POST", "/api/v1/locator/secret-token/messages", "{\"text\":\"secret-token\"}");
      edge.send("GET", "/l/secret-token?x=secret-token", "");
      edge.socketRefusal("/ws/caller/secret-token-2");
      edge.socketRefusal("/ws/crew?ticket=secret-token");
      edge.socket("/ws/caller/secret-token").socket.close();
      await().until(() -> lines.list.size() >= 5);
    } finally {
      access.detachAppender(lines);
    }
    assertThat(lines.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .noneMatch(line -> line.contains("secret-token"))
        .anyMatch(line -> line.startsWith("GET /api/v1/locator/{token} 200"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://120.example.cn, https://120.example.cn",
    "https://120.Example.cn/, https://120.example.cn",
    "https://120.example.cn:443/edge, https://120.example.cn",
    "HTTP://10.0.0.5:80, http://10.0.0.5",
    "https://120.example.cn:8443, https://120.example.cn:8443",
    "https://[fd00::1]:8443/, https://[fd00::1]:8443"
  })
  void knowsThePagesOfThePublicUrlAsBrowsersNameThem(String url, String origin) {
    assertThat(new EdgeConfig(0, "127.0.0.1", null, url, List.of()).origins())
        .containsExactly(origin);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "120.example.cn", "ftp://120.example.cn", "https://", "https:///x"})
  void refusesPublicUrlThatIsNone(String url) {
    EdgeConfig config = new EdgeConfig(0, "127.0.0.1", null, url, List.of());
    assertThatThrownBy(config::origins).isInstanceOf(IllegalArgumentException.class);
  }
}
