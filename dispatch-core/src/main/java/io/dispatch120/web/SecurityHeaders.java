package io.dispatch120.web;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;

/**
 * Headers that every answer carries: nothing inline, embedded, sniffed, framed or told to other
 * sites, and of what a device can do only what the pages need: a caller's position and photo, a
 * crew's position, and a screen that stays on.
 *
 * @param tls adds HSTS
 */
public record SecurityHeaders(boolean tls) implements Handler<RoutingContext> {
  private static final String CONTENT_SECURITY_POLICY =
      String.join(
          "; ",
          "default-src 'self'",
          "script-src 'self'",
          "style-src 'self'",
          "img-src 'self' data: blob:",
          "font-src 'self' data:",
          "connect-src 'self'",
          "worker-src 'self'",
          "object-src 'none'",
          "base-uri 'none'",
          "form-action 'self'",
          "frame-ancestors 'none'");

  private static final String PERMISSIONS_POLICY =
      String.join(
          ", ",
          "geolocation=(self)",
          "camera=(self)",
          "screen-wake-lock=(self)",
          "microphone=()",
          "payment=()",
          "usb=()",
          "serial=()",
          "midi=()",
          "display-capture=()",
          "browsing-topics=()");

  @Override
  public void handle(RoutingContext ctx) {
    MultiMap headers = ctx.response().headers();
    headers
        .set("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        .set("Permissions-Policy", PERMISSIONS_POLICY)
        .set("X-Content-Type-Options", "nosniff")
        .set("X-Frame-Options", "DENY")
        .set("Referrer-Policy", "no-referrer")
        .set("Cross-Origin-Opener-Policy", "same-origin")
        .set("Cross-Origin-Resource-Policy", "same-origin");
    if (tls) {
      headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
    ctx.next();
  }
}
