package io.dispatch120.dispatch.adapter.ws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.FrameSink;
import io.dispatch120.dispatch.api.Role;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.dispatch.api.StreamHandle;
import io.dispatch120.web.Failures;
import io.dispatch120.web.SessionTokens;
import io.dispatch120.web.socket.CloseCode;
import io.dispatch120.web.socket.SocketClient;
import io.dispatch120.web.socket.SocketLimits;
import io.dispatch120.web.socket.SocketMeter;
import io.dispatch120.web.socket.SocketServer;
import io.dispatch120.web.socket.SocketSessions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleSocketTest {
  private static final String PUBLIC_URL = "https://120.example.cn";

  private final Vertx vertx = Vertx.vertx();
  private final Map<String, SessionUser> sessions = new ConcurrentHashMap<>();
  private final Map<String, SessionUser> tickets = new ConcurrentHashMap<>();
  private int port;

  @BeforeEach
  void start() {
    for (Role role : Role.values()) {
      sessions.put(role.name().toLowerCase(Locale.ROOT), user(role));
    }
    SocketServer sockets = new SocketServer(SocketLimits.standard(), SocketMeter.NONE);
    Router router = Router.router(vertx);
    router
        .route(ConsoleSocket.PATH)
        .handler(
            sockets.at(
                ConsoleSocket.door(
                    new SessionTokens(SessionTokens.CONSOLE_COOKIE, false, Set.of(PUBLIC_URL)),
                    new InMemorySessions(),
                    ConsoleSocketTest::greet)));
    router.route().failureHandler(new Failures());
    port =
        vertx
            .createHttpServer(SocketLimits.applyTo(new HttpServerOptions()))
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .await()
            .actualPort();
  }

  @AfterEach
  void stop() {
    vertx.close().await();
  }

  private static SessionUser user(Role role) {
    return new SessionUser("somebody", role, new CenterId("xiangjiang"), null, null, null);
  }

  /** A stream that says who listens from where. */
  private static Future<StreamHandle> greet(SessionUser user, OptionalLong since, FrameSink sink) {
    sink.send(user.role() + " " + (since.isPresent() ? since.getAsLong() : "all"));
    return Future.succeededFuture(() -> {});
  }

  private final class InMemorySessions implements SocketSessions {
    @Override
    public Future<Optional<SignedIn>> findByToken(String token) {
      return Future.succeededFuture(Optional.ofNullable(sessions.get(token)).map(this::signedIn));
    }

    @Override
    public Future<Optional<SignedIn>> redeem(String ticket) {
      return Future.succeededFuture(
          Optional.ofNullable(tickets.remove(ticket)).map(this::signedIn));
    }

    private SignedIn signedIn(SessionUser user) {
      return new SignedIn(user, () -> Future.succeededFuture(true));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"DISPATCHER", "SUPERVISOR", "OBSERVER", "STATION", "HOSPITAL"})
  void opensForThoseWhoWorkInTheCenterOrAtTheDesks(Role role) {
    SocketClient client = bearer(role.name().toLowerCase(Locale.ROOT), "");
    await().until(() -> !client.received.isEmpty());
    assertThat(client.received).containsExactly(role + " all");
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"CREW", "RESPONDER", "ADMIN", "INTEGRATION"})
  void tellsOtherRolesThatTheyAreWrongHere(Role role) {
    SocketClient client = bearer(role.name().toLowerCase(Locale.ROOT), "");
    assertThat(client.closeCode()).isEqualTo(CloseCode.WRONG_ROLE);
    assertThat(client.received).isEmpty();
  }

  @Test
  void resumesFromSince() {
    SocketClient client = bearer("dispatcher", "?since=42");
    await().until(() -> !client.received.isEmpty());
    assertThat(client.received).containsExactly("DISPATCHER 42");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "-1", "%2B1", "1.5", "1e3", "99999999999999999999", "%D9%A1"})
  void closesOnBadSince(String since) {
    assertThat(bearer("dispatcher", "?since=" + since).closeCode())
        .isEqualTo(CloseCode.BAD_MESSAGE);
  }

  @Test
  void takesTicketOnce() {
    tickets.put("once", user(Role.SUPERVISOR));
    SocketClient client = SocketClient.open(vertx, port, "/ws/console?ticket=once&since=3");
    await().until(() -> !client.received.isEmpty());
    assertThat(client.received).containsExactly("SUPERVISOR 3");
    assertThat(refusal("?ticket=once")).isEqualTo(401);
  }

  @Test
  void refusesBadTicketEvenWithGoodCookie() {
    assertThat(refusal("?ticket=bad", "Cookie", "d120_console=dispatcher", "Origin", PUBLIC_URL))
        .isEqualTo(401);
  }

  @Test
  void refusesWhoeverIsNotSignedIn() {
    assertThat(refusal("")).isEqualTo(401);
    assertThat(refusal("", "Authorization", "Bearer nobody")).isEqualTo(401);
    assertThat(refusal("", "Authorization", "Basic dispatcher")).isEqualTo(401);
    assertThat(refusal("", "Cookie", "d120_console=nobody", "Origin", PUBLIC_URL)).isEqualTo(401);
  }

  @Test
  void refusesCookieOfThePublicEdge() {
    assertThat(refusal("", "Cookie", "d120_edge=dispatcher", "Origin", PUBLIC_URL)).isEqualTo(401);
  }

  @Test
  void takesCookieFromPageOfOwnHostOrPublicAddress() {
    for (String origin : new String[] {"http://127.0.0.1:" + port, PUBLIC_URL}) {
      SocketClient client =
          SocketClient.open(
              vertx, port, "/ws/console", "Cookie", "d120_console=observer", "Origin", origin);
      await().until(() -> !client.received.isEmpty());
      assertThat(client.received).containsExactly("OBSERVER all");
    }
  }

  @Test
  void refusesCookieFromAnyOtherPage() {
    String cookie = "d120_console=dispatcher";
    assertThat(refusal("", "Cookie", cookie)).isEqualTo(403);
    for (String origin :
        new String[] {
          "http://evil.example",
          "null",
          "",
          "127.0.0.1",
          "http://127.0.0.1:" + port + ".evil.example",
          "http://127.0.0.1:1",
          PUBLIC_URL + ".evil.example"
        }) {
      assertThat(refusal("", "Cookie", cookie, "Origin", origin)).as(origin).isEqualTo(403);
    }
  }

  @Test
  void asksPlainRequestToUpgrade() {
    int status =
        vertx
            .createHttpClient()
            .request(HttpMethod.GET, port, "127.0.0.1", "/ws/console")
            .compose(request -> request.send())
            .await()
            .statusCode();
    assertThat(status).isEqualTo(426);
  }

  private SocketClient bearer(String token, String query) {
    return SocketClient.open(
        vertx, port, "/ws/console" + query, "Authorization", "Bearer " + token);
  }

  private int refusal(String query, String... headers) {
    return SocketClient.refusal(vertx, port, "/ws/console" + query, headers);
  }
}
