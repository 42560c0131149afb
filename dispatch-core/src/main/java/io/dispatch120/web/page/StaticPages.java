package io.dispatch120.web.page;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * Serves files of a class-path folder: read on a worker, then from memory; compressed in the form
 * the client likes best; with a strong tag each. Files below {@code assets/} carry a hash in their
 * name and are kept by browsers for ever, all others are asked about every time. Never a listing.
 * Thread-safe.
 *
 * <p>A path counts as it was sent: what is percent-encoded is no file of ours.
 */
public final class StaticPages {
  /** For pages whose address is a secret. */
  public static final String NO_STORE = "no-store";

  private static final String HASHED = "assets/";
  private static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final String ASK_AGAIN = "no-cache";

  private final StaticFolder folder;

  private StaticPages(StaticFolder folder) {
    this.folder = folder;
  }

  /**
   * The files of a folder of the class path, none when it does not exist. Reads directories: while
   * starting only.
   *
   * @param folder without slashes around it, like {@code console}
   */
  public static StaticPages of(String folder) {
    return new StaticPages(StaticFolder.of(StaticPages.class.getClassLoader(), folder));
  }

  /** No files at all. */
  public static StaticPages none() {
    return new StaticPages(StaticFolder.NONE);
  }

  /** Whether {@code name}, a path within the folder, is a file that can be served. */
  public boolean has(String name) {
    return folder.has(name);
  }

  /** The file that a request asks for: its path as sent, without {@code prefix}. */
  public static String nameOf(HttpServerRequest request, String prefix) {
    String path = request.path();
    return path != null && path.startsWith(prefix) ? path.substring(prefix.length()) : "";
  }

  /** Serves GET and HEAD below {@code prefix}, like {@code /map/}; 404 for what is not there. */
  public Handler<RoutingContext> under(String prefix) {
    return ctx -> {
      HttpMethod method = ctx.request().method();
      if (method == HttpMethod.GET || method == HttpMethod.HEAD) {
        serve(ctx, nameOf(ctx.request(), prefix));
      } else {
        ctx.next();
      }
    };
  }

  /** Answers with the file, kept as long as its name says; 404 when there is none. */
  public void serve(RoutingContext ctx, String name) {
    serve(ctx, name, name.startsWith(HASHED) ? FOR_EVER : ASK_AGAIN);
  }

  /** Answers with the file, 404 when there is none. */
  public void serve(RoutingContext ctx, String name, String cacheControl) {
    if (!folder.has(name)) {
      ctx.fail(404);
      return;
    }
    StaticFile known = folder.getIfRead(name);
    Future<StaticFile> file =
        known != null
            ? Future.succeededFuture(known)
            : ctx.vertx().executeBlocking(() -> folder.read(name), false);
    file.onComplete(read -> send(ctx, read, cacheControl), ctx::fail);
  }

  private static void send(RoutingContext ctx, StaticFile file, String cacheControl) {
    HttpServerRequest request = ctx.request();
    HttpServerResponse response = ctx.response();
    if (response.ended() || response.closed()) {
      return;
    }
    String accepted = request.getHeader("Accept-Encoding");
    StaticFile.Form form = file.formFor(accepted);
    response.putHeader("Cache-Control", cacheControl);
    if (file.varies()) {
      response.putHeader("Vary", "Accept-Encoding");
    }
    if (!cacheControl.equals(NO_STORE)) {
      response.putHeader("ETag", form.tag().toString());
      if (form.tag().matches(request.getHeader("If-None-Match"))) {
        response.setStatusCode(304).end();
        return;
      }
    }
    boolean head = request.method() == HttpMethod.HEAD;
    if (form.encoding() != null) {
      response.putHeader("Content-Encoding", form.encoding());
    } else if (accepted != null && !head) {
      // Keeps the server from compressing it on the way: the tag is that of these very bytes. It
      // takes this header away again.
      response.putHeader("Content-Encoding", "identity");
    }
    response
        .putHeader("Content-Type", file.type().text())
        .putHeader("Content-Length", Integer.toString(form.body().length()));
    if (head) {
      response.end();
    } else {
      response.end(form.body());
    }
  }
}
