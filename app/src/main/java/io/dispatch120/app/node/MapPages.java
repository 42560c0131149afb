package io.dispatch120.app.node;

import io.dispatch120.app.map.Ground;
import io.dispatch120.geo.basemap.BaseMap;
import io.dispatch120.web.EntityTag;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The base map below {@code /map/}: {@code map.json} says what there is, {@code z/x/y.mvt} is a
 * vector tile, 204 where nothing is. A tile asked for with the version in use is kept by browsers
 * for ever. Without a map everything is 404.
 */
final class MapPages implements Handler<RoutingContext> {
  static final String PATH = "/map/*";

  private static final String MVT = "application/vnd.mapbox-vector-tile";
  private static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final String ASK_AGAIN = "no-cache";
  private static final Pattern TILE =
      Pattern.compile("/map/(\\d{1,2})/(\\d{1,7})/(\\d{1,7})\\.mvt");

  private final Supplier<Optional<Ground>> grounds;

  MapPages(Supplier<Optional<Ground>> grounds) {
    this.grounds = grounds;
  }

  @Override
  public void handle(RoutingContext ctx) {
    HttpMethod method = ctx.request().method();
    if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
      ctx.next();
      return;
    }
    Ground ground = grounds.get().orElse(null);
    String path = ctx.request().path();
    Matcher tile = TILE.matcher(path == null ? "" : path);
    if (ground == null) {
      ctx.fail(404);
    } else if ("/map/map.json".equals(path)) {
      Buffer body = describe(ground).toBuffer();
      send(ctx, ASK_AGAIN, EntityTag.of(body), "application/json", body);
    } else if (tile.matches()) {
      sendTile(ctx, ground, tile);
    } else {
      ctx.fail(404);
    }
  }

  /** TileJSON (https://github.com/mapbox/tilejson-spec), and whether the map is to be trusted. */
  private static JsonObject describe(Ground ground) {
    BaseMap map = ground.map();
    return new JsonObject()
        .put("tilejson", "3.0.0")
        .put("version", ground.version())
        .put("tiles", new JsonArray().add("/map/{z}/{x}/{y}.mvt?v=" + ground.version()))
        .put("minzoom", BaseMap.MIN_ZOOM)
        .put("maxzoom", BaseMap.MAX_ZOOM)
        .put(
            "bounds",
            new JsonArray().add(map.west()).add(map.south()).add(map.east()).add(map.north()))
        .put("attribution", map.illustrative() ? "" : "© OpenStreetMap contributors")
        .put("illustrative", map.illustrative());
  }

  private static void sendTile(RoutingContext ctx, Ground ground, Matcher tile) {
    boolean versioned = ground.version().equals(ctx.request().getParam("v"));
    String cacheControl = versioned ? FOR_EVER : ASK_AGAIN;
    int zoom = Integer.parseInt(tile.group(1));
    int x = Integer.parseInt(tile.group(2));
    int y = Integer.parseInt(tile.group(3));
    ctx.vertx()
        .executeBlocking(() -> Optional.ofNullable(ground.tiles().find(zoom, x, y)), false)
        .onSuccess(
            found -> {
              if (found.isEmpty()) {
                ctx.response().putHeader("Cache-Control", cacheControl).setStatusCode(204).end();
              } else {
                sendPacked(ctx, cacheControl, ground, found.get());
              }
            })
        .onFailure(ctx::fail);
  }

  private static void sendPacked(
      RoutingContext ctx, String cacheControl, Ground ground, byte[] packed) {
    ctx.response().putHeader("Vary", "Accept-Encoding");
    EntityTag tag = EntityTag.of(Buffer.buffer(ground.version() + ctx.request().path()));
    if (acceptsGzip(ctx.request())) {
      ctx.response().putHeader("Content-Encoding", "gzip");
      send(ctx, cacheControl, tag.variant("gzip"), MVT, Buffer.buffer(packed));
      return;
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      send(ctx, cacheControl, tag, MVT, Buffer.buffer(in.readAllBytes()));
    } catch (IOException e) {
      ctx.fail(e);
    }
  }

  private static boolean acceptsGzip(HttpServerRequest request) {
    @Nullable String accepted = request.getHeader("Accept-Encoding");
    return accepted != null && accepted.toLowerCase(Locale.ROOT).contains("gzip");
  }

  private static void send(
      RoutingContext ctx, String cacheControl, EntityTag tag, String type, Buffer body) {
    HttpServerResponse response = ctx.response();
    response.putHeader("Cache-Control", cacheControl).putHeader("ETag", tag.toString());
    if (tag.matches(ctx.request().getHeader("If-None-Match"))) {
      response.headers().remove("Content-Encoding");
      response.setStatusCode(304).end();
      return;
    }
    response
        .putHeader("Content-Type", type)
        .putHeader("Content-Length", Integer.toString(body.length()));
    if (ctx.request().method() == HttpMethod.HEAD) {
      response.end();
    } else {
      response.end(body);
    }
  }
}
