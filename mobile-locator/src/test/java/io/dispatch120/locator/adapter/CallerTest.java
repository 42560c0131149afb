package io.dispatch120.locator.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.CallerWithPatient;
import io.dispatch120.dispatch.api.FixSource;
import io.dispatch120.dispatch.api.LocationReport;
import io.dispatch120.geo.api.Datum;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.locator.adapter.Edge.Answer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerTest {
  private static final String LINK = "/api/v1/locator/link-1";

  private Edge edge = new Edge();

  @AfterEach
  void stop() {
    edge.close();
  }

  @Test
  void showsWhatTheCallerMaySeeAndChangesNothing() {
    Answer answer = edge.send("GET", LINK, "");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.json().getString("status")).isEqualTo("en_route");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(edge.core.locations).isEmpty();
    assertThat(edge.core.messages).isEmpty();
  }

  @Test
  void takesTheAnswerWhetherThePatientIsThere() {
    Answer answer = edge.send("POST", LINK + "/presence", "{\"callerWithPatient\":\"no\"}");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    assertThat(answer.json().getString("callerWithPatient")).isEqualTo("no");
    assertThat(edge.core.presence).isEqualTo(CallerWithPatient.NO);
  }

  @Test
  void takesPositionOfThePhone() {
    Answer answer =
        edge.send(
            "POST",
            LINK + "/locations",
            "{\"lng\":112.9,\"lat\":28.2,\"radiusMeters\":12,\"at\":\"2026-03-01T07:59:58Z\"}");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    assertThat(edge.core.locations)
        .containsExactly(
            new LocationReport(
                new LngLat(112.9, 28.2),
                12.0,
                FixSource.LINK,
                Datum.WGS84,
                Instant.parse("2026-03-01T07:59:58Z")));
  }

  @Test
  void convertsPositionFromAnotherDatumAndNeedsNeitherRadiusNorTime() {
    Answer answer =
        edge.send("POST", LINK + "/locations", "{\"lng\":113.5,\"lat\":28.2,\"datum\":\"gcj02\"}");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(edge.core.locations)
        .containsExactly(
            new LocationReport(new LngLat(112.5, 28.2), null, FixSource.LINK, Datum.GCJ02, null));
  }

  @Test
  void refusesTimeThatCannotBeTrue() {
    Answer answer =
        edge.send(
            "POST",
            LINK + "/locations",
            "{\"lng\":112.9,\"lat\":28.2,\"at\":\"2026-02-28T07:00:00Z\"}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.fields()).isEqualTo("at");
    assertThat(edge.core.locations).isEmpty();
  }

  @Test
  void takesMessageAndShowsItToItsSender() {
    Answer answer = edge.send("POST", LINK + "/messages", "{\"text\":\"在三单元门口\"}");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(edge.core.messages).containsExactly("在三单元门口");
    assertThat(answer.json().getJsonArray("messages").getJsonObject(0).getString("text"))
        .isEqualTo("在三单元门口");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET|/api/v1/locator/unknown|''",
        "POST|/api/v1/locator/unknown/locations|{\"lng\":1,\"lat\":1}",
        "POST|/api/v1/locator/unknown/messages|{\"text\":\"x\"}",
        "POST|/api/v1/locator/unknown/presence|{\"callerWithPatient\":\"yes\"}"
      })
  void answersEveryTokenThatIsNotValidTheSame(String method, String path, String body) {
    Answer answer = edge.send(method, path, body);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("not_found");
    assertThat(answer.json().getString("detail")).isEqualTo("This link is not valid any more.");
  }

  @Test
  void stopsWhoeverTriesTokensWithoutHoldingUpValidLinksBehindTheSameAddress() {
    Answer answer = edge.send("GET", "/api/v1/locator/guess-0", "");
    int tries = 1;
    for (; tries < 100 && answer.status() == 404; tries++) {
      answer = edge.send("GET", "/api/v1/locator/guess-" + tries, "");
    }
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.code()).isEqualTo("rate_limited");
    assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
    assertThat(tries).isBetween(30, 45);
    assertThat(edge.send("GET", LINK, "").status()).isEqualTo(200);
    assertThat(edge.socketRefusal("/ws/caller/guess")).isEqualTo(429);
  }

  @Test
  void limitsEachLinkByItself() {
    edge.core.links.add("link-2");
    Answer answer = edge.send("GET", LINK, "");
    int requests = 1;
    for (; requests < 200 && answer.status() == 200; requests++) {
      answer = edge.send("GET", LINK, "");
    }
    assertThat(answer.status()).isEqualTo(429);
    assertThat(requests).isBetween(121, 140);
    assertThat(edge.send("POST", LINK + "/messages", "{\"text\":\"x\"}").status()).isEqualTo(429);
    assertThat(edge.send("GET", "/api/v1/locator/link-2", "").status()).isEqualTo(200);
  }

  @Test
  void tellsClientsApartByForwardedAddressOnlyBehindTrustedProxy() {
    exhaustGuesses("203.0.113.5");
    assertThat(guess("203.0.113.6")).as("the header of a stranger counts nothing").isEqualTo(429);
    edge.close();
    edge = new Edge(List.of("127.0.0.0/8"));
    exhaustGuesses("203.0.113.5");
    assertThat(guess("203.0.113.6")).isEqualTo(404);
    assertThat(guess("198.51.100.1, 203.0.113.5")).as("only the last hop counts").isEqualTo(429);
  }

  private void exhaustGuesses(String forwardedFor) {
    for (int i = 0; i < 100 && guess(forwardedFor) == 404; i++) {}
    assertThat(guess(forwardedFor)).isEqualTo(429);
  }

  private int guess(String forwardedFor) {
    return edge.send("GET", "/api/v1/locator/guess", "", "X-Forwarded-For", forwardedFor).status();
  }
}
