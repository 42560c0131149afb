package io.dispatch120.locator.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.locator.adapter.Edge.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every endpoint of the edge with input that is not as agreed. */
class BadInputTest {
  private static Edge edge;

  @BeforeAll
  static void start() {
    edge = new Edge();
  }

  @AfterAll
  static void stop() {
    edge.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "sessions|{}|password username",
        "sessions|{\"username\":\"a\",\"password\":5}|password",
        "sessions|{\"username\":\"\",\"password\":\"x\"}|username",
        "sessions|{\"username\":\"a\",\"password\":\"x\",\"role\":\"admin\"}|role",
        "sessions|[]|body",
        "ws-tickets|{\"a\":1}|body",
        "crew/assignments/t1/milestones|{}|milestone",
        "crew/assignments/t1/milestones|{\"milestone\":\"lunch\"}|milestone",
        "crew/assignments/t1/milestones|{\"milestone\":\"assigned\"}|milestone",
        "crew/assignments/t1/milestones|{\"milestone\":7}|milestone",
        "crew/assignments/t1/milestones|{\"milestone\":\"on_scene\",\"at\":\"2026-03-01T08:00:00Z\"}|at",
        "crew/assignments/t1/milestones|{\"milestone\":\"on_scene\",\"deviceAt\":\"now\"}|deviceAt",
        "crew/assignments/t1/milestones|{\"milestone\":\"on_scene\",\"sentAt\":1}|sentAt",
        "crew/assignments/t1/milestones/lunch/withdraw||milestone",
        "crew/assignments/t1/milestones/on_scene/withdraw|{\"a\":1}|body",
        "crew/assignments/t1/decline|{}|reason",
        "crew/assignments/t1/decline|{\"reason\":\"\"}|reason",
        "crew/assignments/t1/decline|{\"reason\":\"x\",\"unitId\":\"A02\"}|unitId",
        "crew/positions|{}|positions",
        "crew/positions|{\"positions\":[]}|positions",
        "crew/positions|{\"positions\":{}}|positions",
        "crew/positions|{\"positions\":[{}]}|positions[0].lng positions[0].lat positions[0].at",
        "crew/positions|{\"positions\":[{\"lng\":181,\"lat\":91,\"at\":\"2026-03-01T08:00:00Z\"}]}|positions[0].lng positions[0].lat",
        "crew/positions|{\"positions\":[{\"lng\":\"1\",\"lat\":1,\"at\":\"2026-03-01T08:00:00\"}]}|positions[0].lng positions[0].at",
        "crew/positions|{\"positions\":[{\"lng\":1,\"lat\":1,\"at\":\"2026-03-01T08:00:00Z\",\"unitId\":\"A02\"}]}|positions[0].unitId",
        "crew/positions|{\"positions\":[{\"lng\":1,\"lat\":1,\"at\":\"2026-03-01T08:00:00Z\",\"headingDegrees\":361,\"speedMps\":-1,\"datum\":\"mars\"}]}|positions[0].headingDegrees positions[0].speedMps positions[0].datum",
        "locator/link-1/locations|{}|lng lat",
        "locator/link-1/locations|{\"lng\":-180.1,\"lat\":1e9}|lng lat",
        "locator/link-1/locations|{\"lng\":null,\"lat\":28}|lng",
        "locator/link-1/locations|{\"lng\":1,\"lat\":1,\"radiusMeters\":-1}|radiusMeters",
        "locator/link-1/locations|{\"lng\":1,\"lat\":1,\"at\":\"yesterday\"}|at",
        "locator/link-1/locations|{\"lng\":1,\"lat\":1,\"datum\":\"GCJ02\"}|datum",
        "locator/link-1/locations|{\"lng\":1,\"lat\":1,\"source\":\"confirmed\"}|source",
        "crew/assignments/t1/messages|{}|text",
        "crew/assignments/t1/messages|{\"text\":\" \"}|text",
        "crew/assignments/t1/messages|{\"text\":\"x\",\"from\":\"dispatcher\"}|from",
        "locator/link-1/presence|{}|callerWithPatient",
        "locator/link-1/presence|{\"callerWithPatient\":\"unknown\"}|callerWithPatient",
        "locator/link-1/presence|{\"callerWithPatient\":true}|callerWithPatient",
        "locator/link-1/presence|{\"callerWithPatient\":\"yes\",\"priority\":\"p4\"}|priority",
        "locator/link-1/messages|{}|text",
        "locator/link-1/messages|{\"text\":\"\"}|text",
        "locator/link-1/messages|{\"text\":\"a\\u0000b\"}|text",
        "locator/link-1/messages|{\"text\":\"x\",\"from\":\"dispatcher\"}|from",
      })
  void namesTheFieldsThatAreWrongAndStoresNothing(String path, String body, String fields) {
    Answer answer = edge.as("a01", "POST", "/api/v1/" + path, body == null ? "" : body);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("invalid_request");
    assertThat(answer.fields().split(" ")).containsExactlyInAnyOrder(fields.split(" "));
    assertThat(edge.core.commands).isEmpty();
    assertThat(edge.core.positions).isEmpty();
    assertThat(edge.core.locations).isEmpty();
    assertThat(edge.core.messages).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{}|state",
        "{\"state\":\"committed\"}|state",
        "{\"state\":\"off_duty\",\"reason\":\"\"}|reason",
        "{\"state\":\"off_duty\",\"expectedBackAt\":\"soon\"}|expectedBackAt",
        "{\"state\":\"off_duty\",\"unitId\":\"A02\"}|unitId",
      })
  void namesWhatIsWrongWithADeclaration(String body, String field) {
    Answer answer = edge.as("a01", "PUT", "/api/v1/crew/availability", body);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    assertThat(answer.fields()).isEqualTo(field);
    assertThat(edge.core.commands).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "public/aeds|near",
        "public/aeds?near=|near",
        "public/aeds?near=112.9|near",
        "public/aeds?near=112.9,x|near",
        "public/aeds?near=181,28|near",
        "public/aeds?near=112.9,91|near",
        "public/aeds?near=112.9,28.2&limit=0|limit",
        "public/aeds?near=112.9,28.2&limit=51|limit",
        "public/aeds?near=112.9,28.2&datum=mars|datum",
        "public/aeds?near=112.9,28.2&all=1|all",
        "public/aeds?near=112.9,28.2&near=1,1|near",
        "me?user=x|user",
      })
  void namesTheParametersThatAreWrong(String path, String field) {
    Answer answer = edge.as("a01", "GET", "/api/v1/" + path, "");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    assertThat(answer.fields()).isEqualTo(field);
  }

  @ParameterizedTest
  @CsvSource({
    "sessions", "crew/assignments/t1/milestones", "crew/assignments/t1/decline",
    "crew/positions", "locator/link-1/locations", "locator/link-1/messages",
    "crew/assignments/t1/messages", "locator/link-1/presence"
  })
  void refusesWhatIsNotJsonOrTooLarge(String path) {
    assertThat(edge.as("a01", "POST", "/api/v1/" + path, "{bad").code()).isEqualTo("bad_json");
    Answer large = edge.as("a01", "POST", "/api/v1/" + path, "x".repeat((1 << 20) + 1));
    assertThat(large.status()).isEqualTo(413);
    assertThat(edge.as("a01", "GET", "/api/v1/" + path, "").status()).isEqualTo(405);
  }

  @Test
  void refusesIdempotencyKeyThatIsNoUuid() {
    Answer answer =
        edge.send(
            "POST",
            "/api/v1/locator/link-1/messages",
            "{\"text\":\"x\"}",
            "Idempotency-Key",
            "again");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.fields()).isEqualTo("Idempotency-Key");
  }

  /** No page yet, and never a path of the internal port. */
  @ParameterizedTest
  @CsvSource({
    "/",
    "/crew",
    "/aed",
    "/l/link-1",
    "/ws/console",
    "/ws/responder",
    "/metrics",
    "/health/live",
    "/api/v1/calls",
    "/api/v1/incidents",
    "/api/v1/board",
    "/api/v1/units",
    "/api/v1/events",
    "/api/v1/aeds",
    "/api/v1/import/aeds",
    "/api/v1/assignments/t1",
    "/api/v1/../v1/incidents"
  })
  void hasNoOtherPath(String path) {
    Answer answer = edge.as("a01", "GET", path, "");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("not_found");
  }

  @Test
  void servesItsOwnContractOnly() {
    Answer answer = edge.send("GET", "/api/openapi.yaml", "");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.http().body())
        .startsWith("openapi: 3.1.0")
        .contains("/crew/positions")
        .doesNotContain("/incidents");
  }

  @Test
  void sendsSecurityHeadersWithEverything() {
    Answer answer = edge.send("GET", "/nothing", "");
    assertThat(answer.header("Content-Security-Policy")).contains("default-src 'self'");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.header("Strict-Transport-Security")).contains("max-age=");
  }
}
