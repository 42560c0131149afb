package io.dispatch120.web.page;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An application of one page that draws every view itself: its files by their names, and its page
 * for every address that may be one of its views. Everything else is left to the next handler.
 *
 * @param page the page's file
 * @param reserved first segments of paths that are no views, like {@code api}
 */
public record SinglePage(StaticPages pages, String page, Set<String> reserved)
    implements Handler<RoutingContext> {

  /** Segments without a dot: what has one is a file that is not there. */
  private static final Pattern VIEW =
      Pattern.compile("/(?:[A-Za-z0-9_~-]+(?:/[A-Za-z0-9_~-]+)*/?)?");

  public SinglePage {
    reserved = Set.copyOf(reserved);
  }

  @Override
  public void handle(RoutingContext ctx) {
    HttpServerRequest request = ctx.request();
    HttpMethod method = request.method();
    if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
      ctx.next();
      return;
    }
    String name = StaticPages.nameOf(request, "/");
    if (pages.has(name)) {
      pages.serve(ctx, name);
    } else if (pages.has(page) && isView(request)) {
      pages.serve(ctx, page);
    } else {
      ctx.next();
    }
  }

  private boolean isView(HttpServerRequest request) {
    String path = request.path();
    if (path == null || !VIEW.matcher(path).matches()) {
      return false;
    }
    if (path.equals("/")) {
      return true;
    }
    String accept = request.getHeader("Accept");
    return accept != null
        && accept.contains("text/html")
        && !reserved.contains(path.split("/", 3)[1]);
  }
}
