package io.dispatch120.locator.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.dispatch120.web.socket.CloseCode;
import io.dispatch120.web.socket.SocketClient;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class EdgeServerTest {
  @Test
  void saysGoodbyeAndFreesItsPortWhenItStops() {
    try (Edge edge = new Edge()) {
      SocketClient crew =
          edge.socket("/ws/crew", "Authorization", "Bearer " + edge.core.session("a01"));
      await().until(() -> edge.core.openStreams.get() == 1);
      edge.server.stop().await();
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
}
