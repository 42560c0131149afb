package io.dispatch120.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Session tokens in requests: {@code Authorization: Bearer}, or this port's own cookie. A cookie is
 * sent by browsers without asking, so a request that changes something must come from a page of
 * ours.
 *
 * @param cookieName differs from port to port, so that each refuses the other's
 * @param secure whether clients reach the port over TLS
 * @param allowedOrigins besides the request's own host, such as {@code https://120.example.cn}
 */
public record SessionTokens(String cookieName, boolean secure, Set<String> allowedOrigins) {
  public static final String CONSOLE_COOKIE = "d120_console";
  public static final String EDGE_COOKIE = "d120_edge";

  private static final String BEARER = "bearer ";
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  public SessionTokens {
    allowedOrigins = Set.copyOf(allowedOrigins);
  }

  /**
   * The token of a request, empty when it brings none.
   *
   * @throws ProblemException 403 {@code origin_not_allowed} when a cookie comes from elsewhere
   */
  public Optional<String> find(HttpServerRequest request) {
    String authorization = request.getHeader("Authorization");
    if (authorization != null) {
      return authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)
          ? Optional.of(authorization.substring(BEARER.length()).trim())
          : Optional.empty();
    }
    Cookie cookie = request.getCookie(cookieName);
    if (cookie == null || cookie.getValue().isEmpty()) {
      return Optional.empty();
    }
    if (!SAFE.contains(request.method().name()) && !fromOurPage(request)) {
      throw foreign();
    }
    return Optional.of(cookie.getValue());
  }

  /**
   * Refuses what a page of another site makes a browser send where no session is needed, such as
   * signing in.
   *
   * @throws ProblemException 403 {@code origin_not_allowed}
   */
  void refuseForeign(HttpServerRequest request) {
    String origin = request.getHeader("Origin");
    if (!SAFE.contains(request.method().name()) && origin != null && !allows(origin, request)) {
      throw foreign();
    }
  }

  private static ProblemException foreign() {
    return Problem.of(403, "origin_not_allowed", "Only from a page of this host.").asException();
  }

  /**
   * Whether the request names a page of ours as its origin. Browsers always send one of the two
   * headers with what changes something, and with every socket they open.
   */
  public boolean fromOurPage(HttpServerRequest request) {
    String origin = request.getHeader("Origin");
    if (origin != null) {
      return allows(origin, request);
    }
    return "same-origin".equals(request.getHeader("Sec-Fetch-Site"));
  }

  private boolean allows(String origin, HttpServerRequest request) {
    if (allowedOrigins.contains(origin)) {
      return true;
    }
    // Only the authority is compared: a proxy may speak TLS for us.
    String host = request.getHeader("Host");
    int authority = origin.indexOf("://");
    return host != null && authority > 0 && origin.substring(authority + 3).equalsIgnoreCase(host);
  }

  /** The value of {@code Set-Cookie} that keeps a session in the browser. */
  public String cookie(String token, long maxAgeSeconds) {
    return Cookie.cookie(cookieName, token)
        .setHttpOnly(true)
        .setSameSite(CookieSameSite.STRICT)
        .setSecure(secure)
        .setPath("/")
        .setMaxAge(maxAgeSeconds)
        .encode();
  }

  /** The value of {@code Set-Cookie} that removes it. */
  public String expiredCookie() {
    return cookie("", 0);
  }
}
