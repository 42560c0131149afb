package io.dispatch120.locator.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dispatch120.dispatch.api.UnitPosition;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.web.socket.CloseCode;
import io.dispatch120.web.socket.SocketClient;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeSocketTest {
  private final Edge edge = new Edge();

  @AfterEach
  void stop() {
    edge.close();
  }

  private SocketClient crew(String user, String query) {
    return edge.socket("/ws/crew" + query, "Authorization", "Bearer " + edge.core.session(user));
  }

  @Test
  void streamsToCrewFromWhereItWas() {
    SocketClient first = crew("a01", "");
    SocketClient second = crew("a02", "?since=7");
    await().until(() -> first.received.size() + second.received.size() == 2);
    assertThat(first.received).containsExactly("crew A01 snapshot");
    assertThat(second.received).containsExactly("crew A02 since 7");
  }

  @Test
  void takesReceiptsAndPositionsOfTheOwnUnit() {
    SocketClient client = crew("a01", "");
    client.send("{\"type\":\"ack\",\"seq\":12}");
    client.send(
        "{\"type\":\"positions\",\"positions\":[{\"lng\":113.5,\"lat\":28.2,"
            + "\"at\":\"2026-03-01T07:59:00Z\",\"datum\":\"gcj02\"},"
            + "{\"lng\":1,\"lat\":1,\"at\":\"2020-01-01T00:00:00Z\"}]}");
    await().until(() -> edge.core.positions.size() == 1);
    assertThat(edge.core.receipts).containsExactly("a01 12");
    assertThat(edge.core.positions)
        .as("the one from 2020 is left out")
        .containsExactly(
            new UnitPosition(
                InMemoryCore.A01,
                new LngLat(112.5, 28.2),
                Instant.parse("2026-03-01T07:59:00Z"),
                null,
                null,
                null));
    assertThat(client.isClosed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "{\"type\":\"milestone\"}",
        "{\"type\":\"ack\"}",
        "{\"type\":\"positions\"}",
        "{\"type\":\"positions\",\"positions\":[]}",
        "{\"type\":\"positions\",\"positions\":[{\"lng\":181,\"lat\":1,\"at\":\"2026-03-01T08:00:00Z\"}]}",
        "{\"type\":\"positions\",\"positions\":[{\"lng\":1,\"lat\":1,\"at\":5}]}",
        "{\"type\":\"positions\",\"unitId\":\"A02\",\"positions\":[{\"lng\":1,\"lat\":1,\"at\":\"2026-03-01T08:00:00Z\"}]}"
      })
  void closesOnMessageThatMakesNoSense(String message) {
    SocketClient client = crew("a01", "");
    client.send(message);
    assertThat(client.closeCode()).isEqualTo(CloseCode.BAD_MESSAGE);
    assertThat(edge.core.positions).isEmpty();
    await().until(() -> edge.core.openStreams.get() == 0);
  }

  @Test
  void closesOnTooManyReports() {
    SocketClient client = crew("a01", "");
    for (int i = 0; i < 400; i++) {
      client.send(
          "{\"type\":\"positions\",\"positions\":"
              + "[{\"lng\":1,\"lat\":1,\"at\":\"2026-03-01T08:00:00Z\"}]}");
    }
    assertThat(client.closeCode()).isEqualTo(CloseCode.TOO_MANY_MESSAGES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dispatcher", "responder", "admin", "pedestrian"})
  void tellsWhoeverHasNoUnitThatTheyAreWrongHere(String user) {
    SocketClient client = crew(user, "");
    assertThat(client.closeCode()).isEqualTo(CloseCode.WRONG_ROLE);
    assertThat(client.received).isEmpty();
  }

  @Test
  void refusesWhoeverIsNotSignedIn() {
    assertThat(edge.socketRefusal("/ws/crew")).isEqualTo(401);
    assertThat(edge.socketRefusal("/ws/crew?ticket=bad")).isEqualTo(401);
    String token = edge.core.session("a01");
    assertThat(
            edge.socketRefusal(
                "/ws/crew", "Cookie", "d120_console=" + token, "Origin", Edge.PUBLIC_URL))
        .isEqualTo(401);
    assertThat(
            edge.socketRefusal(
                "/ws/crew", "Cookie", "d120_edge=" + token, "Origin", "http://evil.example"))
        .isEqualTo(403);
  }

  @Test
  void takesCookieFromItsPageAndTicketOnce() {
    String token = edge.core.session("a01");
    SocketClient byCookie =
        edge.socket("/ws/crew", "Cookie", "d120_edge=" + token, "Origin", Edge.PUBLIC_URL);
    await().until(() -> !byCookie.received.isEmpty());
    String ticket = edge.as("a02", "POST", "/api/v1/ws-tickets", "").json().getString("ticket");
    SocketClient byTicket = edge.socket("/ws/crew?ticket=" + ticket);
    await().until(() -> byTicket.received.contains("crew A02 snapshot"));
    assertThat(edge.socketRefusal("/ws/crew?ticket=" + ticket)).isEqualTo(401);
  }

  @Test
  void endsWithTheSessionHoweverTheSocketWasOpened() {
    SocketClient byToken = crew("a01", "");
    String ticket = edge.as("a02", "POST", "/api/v1/ws-tickets", "").json().getString("ticket");
    SocketClient byTicket = edge.socket("/ws/crew?ticket=" + ticket);
    edge.core.sessions.clear();
    assertThat(byToken.closeCode()).isEqualTo(CloseCode.SESSION_ENDED);
    assertThat(byTicket.closeCode()).isEqualTo(CloseCode.SESSION_ENDED);
  }

  @Test
  void endsWhenTheAccountBecomesSomebodyElse() {
    String token = edge.core.session("a01");
    SocketClient client = edge.socket("/ws/crew", "Authorization", "Bearer " + token);
    edge.core.sessions.put(token, InMemoryCore.user("a02"));
    assertThat(client.closeCode()).isEqualTo(CloseCode.SESSION_ENDED);
  }

  @Test
  void streamsToCallerUntilTheLinkEnds() {
    SocketClient client = edge.socket("/ws/caller/link-1?since=3");
    await().until(() -> client.received.contains("caller since 3"));
    client.send("{\"type\":\"ack\",\"seq\":3}");
    edge.core.sinks.get(0).send("more");
    await().until(() -> client.received.contains("more"));
    edge.core.links.clear();
    assertThat(client.closeCode()).isEqualTo(CloseCode.SESSION_ENDED);
  }

  @Test
  void refusesUnknownLinkAndBadInputOfCallers() {
    assertThat(edge.socketRefusal("/ws/caller/unknown")).isEqualTo(404);
    assertThat(edge.socketRefusal("/ws/caller/")).isEqualTo(404);
    assertThat(edge.socketRefusal("/ws/caller/link-1/more")).isEqualTo(404);
    assertThat(edge.socketRefusal("/ws/console")).isEqualTo(404);
    assertThat(edge.socket("/ws/caller/link-1?since=x").closeCode())
        .isEqualTo(CloseCode.BAD_MESSAGE);
    SocketClient client = edge.socket("/ws/caller/link-1");
    client.send("{\"type\":\"positions\",\"positions\":[]}");
    assertThat(client.closeCode()).isEqualTo(CloseCode.BAD_MESSAGE);
  }
}
