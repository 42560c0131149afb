package io.dispatch120.locator.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.locator.adapter.Edge.Answer;
import io.dispatch120.web.page.StaticPages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdgePagesTest {
  private static Edge edge;

  @BeforeAll
  static void start() {
    edge =
        new Edge(
            new EdgePages(StaticPages.of("edge-pages"), StaticPages.of("edge-map").under("/map/")));
  }

  @AfterAll
  static void stop() {
    edge.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"link-1", "unknown", "x", "a.b", "%2e%2e%2fcrew"})
  void showsTheCallersPageWhateverTheTokenAndChangesNothing(String token) {
    for (String method : new String[] {"GET", "HEAD"}) {
      Answer answer = edge.send(method, "/l/" + token + "?utm=1", "");
      assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
      assertThat(answer.http().body())
          .isEqualTo(method.equals("GET") ? "<!doctype html><title>caller</title>\n" : "");
      assertThat(answer.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
      assertThat(answer.header("ETag")).isEmpty();
      assertThat(answer.header("Set-Cookie")).isEmpty();
      assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
      assertThat(answer.header("Content-Security-Policy")).doesNotContain("unsafe");
    }
    assertThat(edge.core.questions).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"paged-1", "unknown", "x"})
  void showsThePagedDoctorsPageWhateverTheTokenAndChangesNothing(String token) {
    Answer answer = edge.send("GET", "/e/" + token, "");
    assertThat(answer.http().body()).isEqualTo("<!doctype html><title>answer</title>\n");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(edge.core.questions).hasValue(0);
  }

  @ParameterizedTest
  @CsvSource({
    "/crew, text/html; charset=utf-8, no-cache",
    "/aed, text/html; charset=utf-8, no-cache",
    "/crew.webmanifest, application/manifest+json, no-cache",
    "/crew-sw.js, text/javascript; charset=utf-8, no-cache",
    "/icons/cross.svg, image/svg+xml, no-cache",
    "/map/roads.geojson, application/geo+json, no-cache",
    "/assets/caller-1a2b3c.js, text/javascript; charset=utf-8, 'public, max-age=31536000, immutable'",
  })
  void servesPagesAndWhatTheyLoadToAnybody(String path, String type, String kept) {
    Answer answer = edge.send("GET", path, "", "Accept-Encoding", "gzip");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo(type);
    assertThat(answer.header("Cache-Control")).isEqualTo(kept);
    assertThat(answer.header("Content-Encoding")).as("small enough, and not on the way").isEmpty();
    assertThat(edge.send("GET", path, "", "If-None-Match", answer.header("ETag")).status())
        .isEqualTo(304);
    assertThat(answer.header("Permissions-Policy")).contains("geolocation=(self)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/l",
        "/l/",
        "/l/a/b",
        "/e",
        "/e/",
        "/e/a/b",
        "/answer.html",
        "/caller.html",
        "/crew.html",
        "/index.html",
        "/incidents",
        "/assets/",
        "/assets/gone-1a2b3c.js",
        "/map/",
        "/map/gone.json",
        "/map/..%2fedge-pages/crew.html",
        "/assets/%2e%2e/crew.html",
        "/%2e%2e/edge-map/roads.geojson",
        "/io/dispatch120/locator/edge-openapi.yaml",
        "/api/v1/incidents",
        "/ws/console",
        "/metrics"
      })
  void hasNoOtherPath(String path) {
    Answer answer = edge.send("GET", path, "", "Accept", "text/html");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("not_found");
  }

  @Test
  void takesNothingAtThePagesAddresses() {
    for (String path : new String[] {"/l/link-1", "/crew", "/aed", "/crew-sw.js"}) {
      assertThat(edge.send("POST", path, "{}").status()).isIn(404, 405);
    }
  }
}
