package io.dispatch120.locator.adapter;

import io.dispatch120.web.AccessLog;
import io.dispatch120.web.page.StaticPages;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * The pages of the edge: the caller's behind a link, the paged doctor's behind another, the crew's,
 * the search for defibrillators, and what they load. None of them asks the core for anything: a
 * page is the same for everybody and whatever the token, and opening one changes nothing.
 *
 * @param pages {@code caller.html}, {@code answer.html}, {@code crew.html}, {@code aed.html} and
 *     what they load
 * @param map answers what is asked for below {@code /map/}
 */
public record EdgePages(StaticPages pages, Handler<RoutingContext> map) {
  private static final String ASK_AGAIN = "no-cache";

  /** The pages that were built into this module, over the given base map. */
  public static EdgePages built(Handler<RoutingContext> map) {
    return new EdgePages(StaticPages.of("edge"), map);
  }

  void bindTo(Router router) {
    page(router, "/l/:token", "/l/{token}", "caller.html", StaticPages.NO_STORE);
    page(router, "/e/:token", "/e/{token}", "answer.html", StaticPages.NO_STORE);
    page(router, "/crew", "/crew", "crew.html", ASK_AGAIN);
    page(router, "/aed", "/aed", "aed.html", ASK_AGAIN);
    router.route("/map/*").handler(map);
    router.route().method(HttpMethod.GET).method(HttpMethod.HEAD).handler(this::serveFile);
  }

  private void page(Router router, String path, String template, String file, String cacheControl) {
    router
        .route(path)
        .method(HttpMethod.GET)
        .method(HttpMethod.HEAD)
        .handler(
            ctx -> {
              AccessLog.template(ctx, template);
              pages.serve(ctx, file, cacheControl);
            });
  }

  /** Scripts, styles, icons, the service worker. A page has its own address only. */
  private void serveFile(RoutingContext ctx) {
    String name = StaticPages.nameOf(ctx.request(), "/");
    if (pages.has(name) && !name.endsWith(".html")) {
      pages.serve(ctx, name);
    } else {
      ctx.next();
    }
  }
}
