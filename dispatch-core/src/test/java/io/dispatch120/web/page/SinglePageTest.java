package io.dispatch120.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.web.Failures;
import io.dispatch120.web.HttpProbe;
import io.dispatch120.web.HttpProbe.Reply;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SinglePageTest {
  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
  private static final Vertx VERTX = Vertx.vertx();
  private static HttpProbe probe;
  private static HttpProbe unbuilt;

  @BeforeAll
  static void start() throws Exception {
    probe = of(StaticPages.of("pages"));
    unbuilt = of(StaticPages.none());
  }

  private static HttpProbe of(StaticPages pages) throws Exception {
    Router root = Router.router(VERTX);
    root.route().handler(new SinglePage(pages, "index.html", Set.of("api", "ws", "assets", "map")));
    Failures.install(root);
    return new HttpProbe(VERTX, root);
  }

  @AfterAll
  static void stop() {
    probe.close();
    unbuilt.close();
    VERTX.close();
  }

  private static Reply open(String path) {
    return probe.send("GET", path, "", "Accept", BROWSER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/?x=1", "/incidents", "/incidents/", "/incidents/6f1c-1f0e_5a", "/a/b/c?d"})
  void showsItsPageForEveryView(String path) {
    Reply reply = open(path);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).contains("doctype");
    assertThat(reply.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(probe.send("HEAD", path, "", "Accept", BROWSER).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/nothing",
        "/api",
        "/ws/nothing",
        "/assets/gone-1a2b.js",
        "/assets/gone",
        "/map/gone",
        "/gone.js",
        "/incidents/a.b",
        "/incidents/%2e%2e",
        "/incidents//a",
        "//",
        "/事件",
      })
  void doesNotHideWhatIsMissing(String path) {
    assertThat(open(path.replace("事件", "%E4%BA%8B")).code()).isEqualTo("not_found");
  }

  @Test
  void answersProgramsThatAskForAViewWith404() {
    assertThat(probe.send("GET", "/incidents", "").code()).isEqualTo("not_found");
    assertThat(probe.send("GET", "/incidents", "", "Accept", "application/json").code())
        .isEqualTo("not_found");
    assertThat(probe.send("GET", "/", "", "Accept", "*/*").status()).isEqualTo(200);
    assertThat(probe.send("POST", "/incidents", "{}", "Accept", BROWSER).code())
        .isEqualTo("not_found");
  }

  @Test
  void servesItsFiles() {
    assertThat(open("/assets/app-1a2b3c.js").body()).contains("answer");
    assertThat(open("/worker.js").header("Cache-Control")).isEqualTo("no-cache");
  }

  @Test
  void isMissingUntilItIsBuilt() {
    for (String path : new String[] {"/", "/incidents", "/index.html"}) {
      assertThat(unbuilt.send("GET", path, "", "Accept", BROWSER).code()).isEqualTo("not_found");
    }
  }
}
