package io.dispatch120.web;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line per request: method, path template, status, bytes, milliseconds, user. Never the path or
 * the query as sent, because links carry their token there.
 */
public final class AccessLog implements Handler<RoutingContext> {
  private static final Logger LOG = LoggerFactory.getLogger("access");
  private static final String TEMPLATE = "d120.template";
  private static final String USER = "d120.user";

  @Override
  public void handle(RoutingContext ctx) {
    if (LOG.isInfoEnabled()) {
      long begin = System.nanoTime();
      ctx.addEndHandler(
          ended -> {
            String user = ctx.get(USER);
            LOG.info(
                "{} {} {} {} bytes {} ms {}",
                ctx.request().method(),
                templateOf(ctx),
                ctx.response().getStatusCode(),
                ctx.response().bytesWritten(),
                (System.nanoTime() - begin) / 1_000_000,
                user == null ? "-" : user);
          });
    }
    ctx.next();
  }

  /** Tells the log which template a request matches; without, only its first segment is logged. */
  public static void template(RoutingContext ctx, String template) {
    ctx.put(TEMPLATE, template);
  }

  /** What may be logged of the path. */
  static String templateOf(RoutingContext ctx) {
    String template = ctx.get(TEMPLATE);
    return template == null ? firstSegment(ctx.request().path()) : template;
  }

  static void user(RoutingContext ctx, String username) {
    ctx.put(USER, username);
  }

  static String firstSegment(String path) {
    int end = path.indexOf('/', 1);
    String segment = end < 0 ? path : path.substring(0, end) + "/…";
    return segment.replaceAll("[^\\p{Graph}…]", "?");
  }
}
