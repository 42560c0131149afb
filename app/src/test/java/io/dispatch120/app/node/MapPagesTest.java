package io.dispatch120.app.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dispatch120.app.map.Ground;
import io.dispatch120.geo.basemap.BaseMapImport;
import io.dispatch120.geo.basemap.TileFile;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapPagesTest {
  private static final String TILE = "/map/14/13331/6853.mvt";

  @TempDir private Path folder;

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private Optional<Ground> ground = Optional.empty();
  private HttpServer server;

  @BeforeEach
  void serve() throws Exception {
    Path osm =
        Files.writeString(
            folder.resolve("town.osm"),
            "<osm><node id='1' lon='112.93' lat='28.2'/><node id='2' lon='112.931' lat='28.201'/>"
                + "<way id='1'><nd ref='1'/><nd ref='2'/><tag k='highway' v='primary'/></way></osm>");
    Path scratch = Files.createDirectory(folder.resolve("scratch"));
    Path tiles = folder.resolve("tiles");
    BaseMapImport.build(osm, tiles, scratch, (step, done, total) -> {});
    TileFile file = TileFile.open(tiles);
    ground = Optional.of(new Ground("abc.1.1", file.map(), file));
    Router router = Router.router(vertx);
    router.route(MapPages.PATH).handler(new MapPages(() -> ground));
    server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(30, TimeUnit.SECONDS);
  }

  @AfterEach
  void stop() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  @Test
  void describesTheMap() throws Exception {
    HttpResponse<byte[]> answer = get("/map/map.json");
    JsonNode json = new ObjectMapper().readTree(answer.body());
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache");
    assertThat(json.path("tiles").path(0).asText()).isEqualTo("/map/{z}/{x}/{y}.mvt?v=abc.1.1");
    assertThat(json.path("attribution").asText()).isEqualTo("© OpenStreetMap contributors");
    assertThat(json.path("illustrative").asBoolean()).isFalse();
    assertThat(json.path("bounds")).hasSize(4);
  }

  @Test
  void keepsATileForEverOnlyUnderItsVersion() throws Exception {
    HttpResponse<byte[]> versioned = get(TILE + "?v=abc.1.1", "Accept-Encoding", "gzip");
    assertThat(versioned.statusCode()).isEqualTo(200);
    assertThat(header(versioned, "Content-Encoding")).isEqualTo("gzip");
    assertThat(header(versioned, "Cache-Control")).contains("immutable");
    HttpResponse<byte[]> other = get(TILE + "?v=old");
    assertThat(header(other, "Cache-Control")).isEqualTo("no-cache");
    assertThat(header(other, "Content-Encoding")).isEmpty();
    assertThat(other.body())
        .isEqualTo(new GZIPInputStream(new ByteArrayInputStream(versioned.body())).readAllBytes());
    HttpResponse<byte[]> known = get(TILE, "If-None-Match", header(other, "ETag"));
    assertThat(known.statusCode()).isEqualTo(304);
  }

  @Test
  void answersNothingWhereNothingIs() throws Exception {
    assertThat(get("/map/14/1/1.mvt").statusCode()).isEqualTo(204);
    for (String path :
        new String[] {
          "/map/",
          "/map/roads.geojson",
          "/map/14/1.mvt",
          "/map/14/-1/2.mvt",
          "/map/999/1/1.mvt",
          "/map/..%2fmap.json"
        }) {
      assertThat(get(path).statusCode()).as(path).isEqualTo(404);
    }
    ground = Optional.empty();
    assertThat(get("/map/map.json").statusCode()).isEqualTo(404);
    assertThat(get(TILE).statusCode()).isEqualTo(404);
  }
}
