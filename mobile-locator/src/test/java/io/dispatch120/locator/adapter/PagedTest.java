package io.dispatch120.locator.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.EscalationAnswer;
import io.dispatch120.locator.adapter.Edge.Answer;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagedTest {
  private static final String LINK = "/api/v1/escalation/paged-1";
  private static final String ACCEPTED = "{\"answer\":\"accepted\"}";

  private final Edge edge = new Edge();

  @AfterEach
  void stop() {
    edge.close();
  }

  @Test
  void showsWhatThePagedDoctorMaySeeAndChangesNothing() {
    Answer answer = edge.send("GET", LINK, "");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.json().getString("state")).isEqualTo("waiting");
    assertThat(answer.json().getString("diagnosis")).isEqualTo("stemi");
    assertThat(answer.json().getInteger("etaSeconds")).isEqualTo(720);
    assertThat(answer.json().getJsonObject("vitals").getInteger("systolic")).isEqualTo(128);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(edge.core.answered).isNull();
  }

  @Test
  void takesTheAnswerOfOneTap() {
    Answer answer = edge.send("POST", LINK, ACCEPTED);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.json().getString("state")).isEqualTo("accepted");
    assertThat(answer.json().getBoolean("answeredHere")).isTrue();
    assertThat(edge.core.answered).isEqualTo(EscalationAnswer.ACCEPTED);
  }

  @Test
  void answersARepeatedTapTheSame() {
    String key = UUID.randomUUID().toString();
    edge.send("POST", LINK, ACCEPTED, "Idempotency-Key", key);
    Answer again = edge.send("POST", LINK, ACCEPTED, "Idempotency-Key", key);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    Answer other =
        edge.send("POST", LINK, "{\"answer\":\"cannot_accept\"}", "Idempotency-Key", key);
    assertThat(other.status()).isEqualTo(422);
  }

  @Test
  void saysWhoWasFirstAndThatNobodyIsAskedAnyMore() {
    Answer late = edge.send("POST", LINK, "{\"answer\":\"cannot_accept\",\"reason\":\"late\"}");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.code()).isEqualTo("already_answered");
    assertThat(late.json().getString("detail")).contains("导管室", "accepted", "2026-03-01T08:00");
    Answer off = edge.send("POST", LINK, "{\"answer\":\"cannot_accept\",\"reason\":\"cancelled\"}");
    assertThat(off.status()).isEqualTo(409);
    assertThat(off.code()).isEqualTo("escalation_cancelled");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|answer",
        "{\"answer\":\"maybe\"}|answer",
        "{\"answer\":\"accepted\",\"reason\":\" \"}|reason",
        "{\"answer\":\"accepted\",\"by\":\"me\"}|by"
      })
  void refusesWhatIsNoAnswer(String body, String field) {
    Answer answer = edge.send("POST", LINK, body);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    assertThat(answer.fields()).isEqualTo(field);
    assertThat(edge.core.answered).isNull();
  }

  @Test
  void givesFilesOfEcgsThatRunNothing() {
    Answer file = edge.send("GET", LINK + "/ecgs/e1/content", "");
    assertThat(file.status()).as(file.toString()).isEqualTo(200);
    assertThat(file.header("Content-Type")).isEqualTo("image/png");
    assertThat(file.header("Content-Security-Policy")).isEqualTo("sandbox");
    assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(file.header("Cache-Control")).isEqualTo("private, no-store");
    Answer waveform = edge.send("GET", LINK + "/ecgs/e2/waveform", "");
    assertThat(waveform.status()).isEqualTo(200);
    assertThat(waveform.json().getJsonArray("leads")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET|/api/v1/escalation/unknown|''",
        "POST|/api/v1/escalation/unknown|{\"answer\":\"accepted\"}",
        "GET|/api/v1/escalation/unknown/ecgs/e1/content|''",
        "GET|/api/v1/escalation/link-1|''",
        "GET|/api/v1/escalation/paged-1/ecgs/other/content|''",
        "GET|/api/v1/escalation/paged-1/ecgs/other/waveform|''"
      })
  void answersEverythingThatIsNotValidTheSame(String method, String path, String body) {
    Answer answer = edge.send(method, path, body);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("not_found");
    assertThat(answer.json().getString("detail")).isEqualTo("This link is not valid any more.");
  }

  @Test
  void stopsWhoeverTriesTokensAndLimitsEachLinkByItself() {
    Answer guess = edge.send("GET", "/api/v1/escalation/guess-0", "");
    for (int i = 1; i < 100 && guess.status() == 404; i++) {
      guess = edge.send("GET", "/api/v1/escalation/guess-" + i, "");
    }
    assertThat(guess.status()).isEqualTo(429);
    Answer answer = edge.send("GET", LINK, "");
    int requests = 1;
    for (; requests < 200 && answer.status() == 200; requests++) {
      answer = edge.send("GET", LINK, "");
    }
    assertThat(answer.status()).isEqualTo(429);
    assertThat(requests).isBetween(121, 140);
  }
}
