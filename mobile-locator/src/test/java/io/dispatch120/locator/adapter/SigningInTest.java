package io.dispatch120.locator.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.locator.adapter.Edge.Answer;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigningInTest {
  private final Edge edge = new Edge();

  @AfterEach
  void stop() {
    edge.close();
  }

  private Answer signIn(String user, String password) {
    return edge.send(
        "POST",
        "/api/v1/sessions",
        new JsonObject().put("username", user).put("password", password).encode());
  }

  @Test
  void givesCrewATokenACookieAndItsUnit() {
    Answer answer = signIn("a01", "secret");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    JsonObject session = answer.json();
    assertThat(session.getJsonObject("user"))
        .isEqualTo(
            new JsonObject()
                .put("username", "a01")
                .put("role", "crew")
                .put("center", "xiangjiang")
                .put("unitId", "A01"));
    assertThat(session.getString("expiresAt")).isEqualTo("2026-03-01T09:00:00Z");
    assertThat(answer.header("Set-Cookie"))
        .startsWith("d120_edge=" + session.getString("token"))
        .contains("Max-Age=3600", "Path=/", "HTTPOnly", "SameSite=Strict", "Secure");
    Answer me =
        edge.send("GET", "/api/v1/me", "", "Authorization", "Bearer " + session.getString("token"));
    assertThat(me.json()).isEqualTo(session.getJsonObject("user"));
  }

  @Test
  void letsRespondersIn() {
    assertThat(signIn("responder", "secret").status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dispatcher",
        "supervisor",
        "station",
        "hospital",
        "admin",
        "observer",
        "integration"
      })
  void refusesEveryOtherRoleAndLeavesNoSession(String role) {
    Answer answer = signIn(role, "secret");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("forbidden");
    assertThat(answer.header("Set-Cookie")).isEmpty();
    assertThat(edge.core.sessions).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dispatcher",
        "supervisor",
        "station",
        "hospital",
        "admin",
        "observer",
        "integration"
      })
  void refusesSessionsOfOtherRolesEverywhere(String role) {
    assertThat(edge.as(role, "GET", "/api/v1/me", "").status()).isEqualTo(403);
    assertThat(edge.as(role, "POST", "/api/v1/ws-tickets", "").status()).isEqualTo(403);
    assertThat(edge.as(role, "GET", "/api/v1/crew/assignment", "").status()).isEqualTo(403);
  }

  @Test
  void slowsDownAfterWrongPasswords() {
    for (int i = 0; i < 3; i++) {
      Answer answer = signIn("a01", "wrong");
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.code()).isEqualTo("wrong_credentials");
    }
    Answer slow = signIn("a01", "wrong");
    assertThat(slow.status()).isEqualTo(429);
    assertThat(slow.header("Retry-After")).isEqualTo("7");
  }

  @Test
  void signsOut() {
    String token = edge.core.session("a01");
    Answer answer =
        edge.send("DELETE", "/api/v1/sessions/current", "", "Authorization", "Bearer " + token);
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("Set-Cookie")).startsWith("d120_edge=;").contains("Max-Age=0");
    assertThat(edge.send("GET", "/api/v1/me", "", "Authorization", "Bearer " + token).code())
        .isEqualTo("not_signed_in");
  }

  @Test
  void takesItsOwnCookieAndRefusesThatOfTheConsole() {
    String token = edge.core.session("a01");
    assertThat(edge.send("GET", "/api/v1/me", "", "Cookie", "d120_edge=" + token).status())
        .isEqualTo(200);
    assertThat(edge.send("GET", "/api/v1/me", "", "Cookie", "d120_console=" + token).status())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "http://evil.example, 403",
    "null, 403",
    "https://120.example.cn, 201",
    "'', 403",
  })
  void takesCookieForAChangeOnlyFromPagesOfOurs(String origin, int status) {
    String cookie = "d120_edge=" + edge.core.session("a01");
    Answer answer =
        origin.isEmpty()
            ? edge.send("POST", "/api/v1/ws-tickets", "", "Cookie", cookie)
            : edge.send("POST", "/api/v1/ws-tickets", "", "Cookie", cookie, "Origin", origin);
    assertThat(answer.status()).isEqualTo(status);
  }

  @Test
  void issuesTickets() {
    Answer answer = edge.as("responder", "POST", "/api/v1/ws-tickets", "");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().fieldNames()).containsExactlyInAnyOrder("ticket", "expiresAt");
  }
}
