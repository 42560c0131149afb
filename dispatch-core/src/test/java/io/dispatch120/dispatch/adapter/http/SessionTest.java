package io.dispatch120.dispatch.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.Role;
import io.dispatch120.web.HttpProbe.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SessionTest {
  private ConsoleHarness api;

  @BeforeEach
  void start() throws Exception {
    api = new ConsoleHarness();
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private Reply signIn(String username, String password, String... headers) {
    return api.send(
        "POST",
        "/api/v1/sessions",
        "{\"username\":\"" + username + "\",\"password\":\"" + password + "\"}",
        headers);
  }

  @Test
  void signsInWithATokenAndACookieAndOutAgain() {
    Reply reply = signIn("dispatcher", ConsoleHarness.PASSWORD);
    assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
    assertThat(reply.json().getJsonObject("user").getString("role")).isEqualTo("dispatcher");
    assertThat(reply.json().getJsonObject("user").getString("center")).isEqualTo("xiangjiang");
    assertThat(reply.header("Set-Cookie"))
        .startsWith("d120_console=")
        .contains("HTTPOnly", "SameSite=Strict")
        .doesNotContain("Secure");
    String token = "Bearer " + reply.json().getString("token");
    assertThat(
            api.send("GET", "/api/v1/me", "", "Authorization", token).json().getString("username"))
        .isEqualTo("dispatcher");
    Reply out = api.send("DELETE", "/api/v1/sessions/current", "", "Authorization", token);
    assertThat(out.status()).isEqualTo(204);
    assertThat(out.header("Set-Cookie")).contains("Max-Age=0");
    assertThat(api.send("GET", "/api/v1/me", "", "Authorization", token).status()).isEqualTo(401);
  }

  @Test
  void worksWithTheCookieFromItsOwnPages() {
    String cookie =
        signIn("dispatcher", ConsoleHarness.PASSWORD).header("Set-Cookie").split(";")[0];
    assertThat(api.send("GET", "/api/v1/me", "", "Cookie", cookie).status()).isEqualTo(200);
    assertThat(api.send("POST", "/api/v1/ws-tickets", "", "Cookie", cookie).code())
        .isEqualTo("origin_not_allowed");
    String origin = "http://127.0.0.1:" + api.port();
    Reply ticket = api.send("POST", "/api/v1/ws-tickets", "", "Cookie", cookie, "Origin", origin);
    assertThat(ticket.status()).isEqualTo(201);
    assertThat(ticket.json().getString("ticket")).hasSizeGreaterThan(40);
  }

  @Test
  void answersWrongCredentialsAlikeAndThenSlowsTheAccountDown() {
    Reply unknown = signIn("nobody", "x");
    assertThat(unknown.status()).isEqualTo(401);
    assertThat(unknown.code()).isEqualTo("wrong_credentials");
    for (int i = 0; i < 5; i++) {
      assertThat(signIn("dispatcher", "wrong").body()).isEqualTo(unknown.body());
    }
    Reply slowed = signIn("dispatcher", ConsoleHarness.PASSWORD);
    assertThat(slowed.status()).isEqualTo(429);
    assertThat(Integer.parseInt(slowed.header("Retry-After"))).isPositive();
    assertThat(signIn("supervisor", ConsoleHarness.PASSWORD).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"CREW", "RESPONDER"})
  void sendsCrewsAndRespondersToTheEdge(Role role) {
    String name = ConsoleHarness.user(role).username();
    assertThat(signIn(name, "wrong").status()).isEqualTo(401);
    assertThat(signIn(name, ConsoleHarness.PASSWORD).status()).isEqualTo(403);
    assertThat(api.as(role, "GET", "/me", "").status()).isEqualTo(403);
  }

  @Test
  void refusesToSignInFromAnotherSite() {
    assertThat(signIn("dispatcher", ConsoleHarness.PASSWORD, "Origin", "https://evil.test").code())
        .isEqualTo("origin_not_allowed");
  }

  @Test
  void ignoresIdempotencyKeysForSessionsAndTickets() {
    assertThat(signIn("dispatcher", ConsoleHarness.PASSWORD, "Idempotency-Key", "any").status())
        .isEqualTo(201);
    assertThat(
            api.as(Role.DISPATCHER, "POST", "/ws-tickets", "", "Idempotency-Key", "any").status())
        .isEqualTo(201);
  }
}
