package io.dispatch120.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.web.Failures;
import io.dispatch120.web.HttpProbe;
import io.dispatch120.web.HttpProbe.Reply;
import io.dispatch120.web.Problem;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StaticPagesTest {
  private static final Vertx VERTX = Vertx.vertx();
  private static HttpProbe probe;

  @BeforeAll
  static void start() throws Exception {
    StaticPages pages = StaticPages.of("pages");
    Router root = Router.router(VERTX);
    root.get("/secret").handler(ctx -> pages.serve(ctx, "index.html", StaticPages.NO_STORE));
    root.route("/map/*").handler(pages.under("/map/"));
    root.route("/none/*").handler(StaticPages.none().under("/none/"));
    root.route().handler(pages.under("/"));
    Failures.install(root);
    probe = new HttpProbe(VERTX, root);
  }

  @AfterAll
  static void stop() {
    probe.close();
    VERTX.close();
  }

  private static Reply get(String path, String... headers) {
    return probe.send("GET", path, "", headers);
  }

  @Test
  void servesFilesWithTheirTypes() {
    Reply page = get("/index.html");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).isEqualTo("<!doctype html><title>page</title>\n");
    assertThat(page.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(get("/assets/app-1a2b3c.js").header("Content-Type"))
        .isEqualTo("text/javascript; charset=utf-8");
    assertThat(get("/icons/cross.svg").header("Content-Type")).isEqualTo("image/svg+xml");
    assertThat(get("/map/large.geojson").header("Content-Type")).isEqualTo("application/geo+json");
  }

  @Test
  void letsBrowsersKeepWhatCarriesAHashAndAskForTheRest() {
    assertThat(get("/assets/app-1a2b3c.js").header("Cache-Control"))
        .isEqualTo("public, max-age=31536000, immutable");
    Reply page = get("/index.html");
    assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
    String tag = page.header("ETag");
    assertThat(tag).matches("\"[0-9a-f]{32}\"");
    Reply kept = get("/index.html", "If-None-Match", tag);
    assertThat(kept.status()).isEqualTo(304);
    assertThat(kept.body()).isEmpty();
    assertThat(kept.header("ETag")).isEqualTo(tag);
    assertThat(kept.header("Vary")).isEqualTo("Accept-Encoding");
    assertThat(get("/index.html", "If-None-Match", "\"old\"").status()).isEqualTo(200);
  }

  @Test
  void leavesNothingOfAPageWhoseAddressIsASecret() {
    String tag = get("/index.html").header("ETag");
    Reply page = get("/secret", "If-None-Match", tag);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    assertThat(page.header("ETag")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "br|br|as brotli",
        "gzip, deflate, br|br|as brotli",
        "gzip|gzip|as gzip",
        "GZIP;q=0.5|gzip|as gzip",
        "br;q=0, gzip|gzip|as gzip",
        "br;q=0.000, gzip; q = 0|-|<!doctype html><title>page</title>",
        "*|-|<!doctype html><title>page</title>",
        "deflate|-|<!doctype html><title>page</title>",
        "broken;;;q=,|-|<!doctype html><title>page</title>",
      })
  void sendsTheFormThatTheClientTakes(String accepted, String encoding, String body) {
    Reply reply = get("/index.html", "Accept-Encoding", accepted);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Encoding"))
        .isEqualTo(encoding == null ? "identity" : encoding);
    assertThat(reply.body()).isEqualTo(body + "\n");
    assertThat(reply.header("Vary")).isEqualTo("Accept-Encoding");
    assertThat(reply.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
    Reply again =
        get("/index.html", "Accept-Encoding", accepted, "If-None-Match", reply.header("ETag"));
    assertThat(again.status()).isEqualTo(304);
  }

  @Test
  void tellsTheFormsApartByTheirTags() {
    assertThat(get("/index.html").header("ETag"))
        .isNotEqualTo(get("/index.html", "Accept-Encoding", "br").header("ETag"))
        .isNotEqualTo(get("/index.html", "Accept-Encoding", "gzip").header("ETag"));
  }

  @Test
  void compressesWhatIsLargeOnceAndLeavesTheRest() {
    Reply plain = get("/large.geojson");
    Reply packed = get("/large.geojson", "Accept-Encoding", "gzip");
    assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(Integer.parseInt(packed.header("Content-Length")))
        .isLessThan(plain.body().length() / 4);
    Reply small = get("/worker.js", "Accept-Encoding", "gzip");
    assertThat(small.header("Content-Encoding")).isEqualTo("identity");
    assertThat(small.header("Vary")).isEmpty();
  }

  @Test
  void answersHeadLikeGetWithoutTheBody() {
    for (String accepted : new String[] {"identity", "br", "gzip"}) {
      Reply get = get("/index.html", "Accept-Encoding", accepted);
      Reply head = probe.send("HEAD", "/index.html", "", "Accept-Encoding", accepted);
      assertThat(head.status()).isEqualTo(200);
      assertThat(head.body()).isEmpty();
      for (String name : new String[] {"Content-Length", "Content-Type", "ETag", "Vary"}) {
        assertThat(head.header(name)).as(name).isEqualTo(get.header(name)).isNotEmpty();
      }
    }
  }

  @Test
  void refusesOtherMethods() {
    assertThat(probe.send("POST", "/index.html", "{}").status()).isEqualTo(404);
    assertThat(probe.send("DELETE", "/index.html", "").status()).isEqualTo(404);
  }

  /** Each would be a file, a folder or a neighbour if paths were resolved. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/assets",
        "/assets/",
        "/icons/",
        "/nothing.html",
        "/index.html/",
        "//index.html",
        "/.hidden.json",
        "/notes.secret",
        "/index.html.br",
        "/index.html.gz",
        "/none/index.html",
        "/map",
        "/map/",
        "/./index.html",
        "/assets/../index.html",
        "/../pages-beside/other.json",
        "/map/../pages-beside/other.json",
        "/map/../../pages-beside/other.json",
        "/%2e%2e/pages-beside/other.json",
        "/..%2fpages-beside/other.json",
        "/%2e%2e%2fpages-beside%2fother.json",
        "/%252e%252e/pages-beside/other.json",
        "/%252e%252e%252fpages-beside/other.json",
        "/..%5cpages-beside%5cother.json",
        "/..\\pages-beside\\other.json",
        "/%c0%ae%c0%ae/pages-beside/other.json",
        "/%69ndex.html",
        "/index.html%00",
        "/index.html%00.js",
        "/%00/index.html",
        "/index%2ehtml",
        "/index.html%20",
        "/INDEX.HTML",
        "/index.html;x=1",
        "/META-INF/MANIFEST.MF",
        "/io/dispatch120/web/Contract.class",
        "/assets/%zz",
        "*",
        "pages/index.html"
      })
  void hasNothingElse(String path) throws Exception {
    String request = "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    String answer = probe.sendRaw(request.getBytes(StandardCharsets.UTF_8));
    assertThat(answer).matches("(?s)HTTP/1.1 40[04] .*").contains(Problem.CONTENT_TYPE);
    assertThat(answer).doesNotContain("doctype").doesNotContain("not for anybody");
  }

  @Test
  void ignoresTheQuery() {
    assertThat(get("/index.html?v=../../etc/passwd").status()).isEqualTo(200);
  }
}
