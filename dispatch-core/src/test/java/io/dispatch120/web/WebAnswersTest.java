package io.dispatch120.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebAnswersTest {
  private static ThingsServer server;
  private static HttpProbe probe;

  @BeforeAll
  static void start() throws Exception {
    server = new ThingsServer();
    probe = server.probe;
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void answersUnknownPathsAndMethodsWithProblems() {
    assertThat(probe.send("GET", "/api/v1/nothing", "").code()).isEqualTo("not_found");
    assertThat(probe.send("GET", "/elsewhere", "").code()).isEqualTo("not_found");
    HttpProbe.Reply reply = probe.send("DELETE", "/api/v1/things/a", "");
    assertThat(reply.code()).isEqualTo("method_not_allowed");
    assertThat(reply.header("Allow")).isEqualTo("GET, POST");
  }

  @Test
  void answersBrokenAddressesWithClientErrors() throws Exception {
    for (String target : new String[] {"/api/v1/things/%zz", "/api/v1/things/a?limit=%zz", "/%"}) {
      assertThat(raw("GET " + target + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer anna\r\n"))
          .as(target)
          .startsWith("HTTP/1.1 40")
          .contains(Problem.CONTENT_TYPE);
    }
  }

  private static String raw(String head) throws Exception {
    return probe.sendRaw((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
  }

  @Test
  @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void cutsOffABodyThatDoesNotEnd() throws Exception {
    String head =
        "POST /api/v1/things/a HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer anna\r\nContent-Length: ";
    byte[] endless = new byte[64 << 20];
    byte[] begin = (head + (1L << 40) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
    System.arraycopy(begin, 0, endless, 0, begin.length);
    assertThat(probe.sendRaw(endless)).matches("(?s)hung up|HTTP/1.1 413.*body_too_large.*");
  }

  @Test
  void answersWhatIsNotHttpWithAProblemOrHangsUp() throws Exception {
    assertThat(raw("GET /" + "x".repeat(10_000) + " HTTP/1.1\r\nHost: x\r\n"))
        .contains(" 414 ")
        .contains("uri_too_long");
    assertThat(raw("GET / HTTP/1.1\r\nHost: x\r\nA: " + "x".repeat(20_000) + "\r\n"))
        .contains(" 431 ")
        .contains("headers_too_large");
    Random random = new Random(120);
    for (int i = 0; i < 50; i++) {
      byte[] bytes = new byte[1 + random.nextInt(500)];
      random.nextBytes(bytes);
      assertThat(probe.sendRaw(bytes)).matches("(?s)|hung up|HTTP/1.[01] 4.*");
    }
  }

  @Test
  void asksForASessionAndChecksTheRole() {
    HttpProbe.Reply nobody = probe.send("GET", "/api/v1/things/a", "");
    assertThat(nobody.status()).isEqualTo(401);
    assertThat(nobody.code()).isEqualTo("not_signed_in");
    assertThat(probe.send("GET", "/api/v1/things/a", "", "Authorization", "Bearer x").status())
        .isEqualTo(401);
    assertThat(probe.send("GET", "/api/v1/things/a", "", "Authorization", "Basic anna").status())
        .isEqualTo(401);
    assertThat(probe.send("GET", "/api/v1/things/a", "", "Authorization", "Bearer obs").code())
        .isEqualTo("forbidden");
    assertThat(probe.send("GET", "/api/v1/things/a", "", "Authorization", "bearer anna").status())
        .isEqualTo(200);
  }

  @Test
  void acceptsOnlyItsOwnCookieAndOnlyFromItsOwnPages() {
    String own = "d120_console=anna";
    assertThat(probe.send("GET", "/api/v1/things/a", "", "Cookie", own).status()).isEqualTo(200);
    assertThat(probe.send("GET", "/api/v1/things/a", "", "Cookie", "d120_edge=anna").status())
        .isEqualTo(401);
    String path = "/api/v1/things/a";
    String body = "{\"name\":\"a\"}";
    assertThat(probe.send("POST", path, body, "Cookie", own).code())
        .isEqualTo("origin_not_allowed");
    assertThat(probe.send("POST", path, body, "Cookie", own, "Origin", "https://evil.test").code())
        .isEqualTo("origin_not_allowed");
    assertThat(probe.send("POST", path, body, "Cookie", own, "Sec-Fetch-Site", "same-site").code())
        .isEqualTo("origin_not_allowed");
    assertThat(probe.send("POST", path, body, "Cookie", own, "Origin", "null").code())
        .isEqualTo("origin_not_allowed");
    String here = "http://127.0.0.1:" + probe.port();
    assertThat(probe.send("POST", path, body, "Cookie", own, "Origin", here).status())
        .isEqualTo(201);
    assertThat(probe.send("POST", path, body, "Cookie", own, "Origin", "https://120.test").status())
        .isEqualTo(201);
    assertThat(
            probe.send("POST", path, body, "Cookie", own, "Sec-Fetch-Site", "same-origin").status())
        .isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource({
    "storage, 503, storage_unavailable",
    "unknown, 503, outcome_unknown",
    "bug, 500, internal_error",
    "slow, 429, rate_limited",
  })
  void answersFaultsWithTheirCode(String what, int status, String code) {
    HttpProbe.Reply reply = probe.send("GET", "/api/v1/open/" + what, "");
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.code()).isEqualTo(code);
    assertThat(reply.body()).doesNotContain("secret").doesNotContain("Exception");
    assertThat(reply.header("Retry-After"))
        .isEqualTo(Map.of("slow", "7", "storage", "1").getOrDefault(what, ""));
  }

  @Test
  void carriesSecurityHeadersOnEveryAnswer() {
    for (String path : new String[] {"/api/v1/open/fine", "/api/v1/nothing", "/api/v1/open/bug"}) {
      HttpProbe.Reply reply = probe.send("GET", path, "");
      assertThat(reply.header("Content-Security-Policy"))
          .contains("script-src 'self';")
          .contains("style-src 'self';")
          .contains("worker-src 'self';")
          .doesNotContain("unsafe")
          .contains("frame-ancestors 'none'");
      assertThat(reply.header("Permissions-Policy"))
          .contains("geolocation=(self)")
          .contains("screen-wake-lock=(self)")
          .contains("microphone=()");
      assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(reply.header("Strict-Transport-Security")).startsWith("max-age=");
    }
  }

  @Test
  void keepsTokensOutOfTheAccessLog() {
    assertThat(AccessLog.firstSegment("/l/secret-token")).isEqualTo("/l/…");
    assertThat(AccessLog.firstSegment("/crew")).isEqualTo("/crew");
    assertThat(AccessLog.firstSegment("/a\n500 forged")).isEqualTo("/a?500?forged");
  }

  @Test
  void makesCookiesThatScriptsCannotRead() {
    String cookie = new SessionTokens("c", true, Set.of()).cookie("t", 60);
    assertThat(cookie).contains("HTTPOnly").contains("SameSite=Strict").contains("Secure");
    assertThat(cookie).contains("Max-Age=60").contains("Path=/");
  }
}
