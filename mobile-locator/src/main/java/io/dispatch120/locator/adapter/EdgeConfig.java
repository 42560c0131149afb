package io.dispatch120.locator.adapter;

import io.dispatch120.web.server.WebServer;
import io.dispatch120.web.server.WebServer.Tls;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where and how the edge listens.
 *
 * @param port 0 for any free one
 * @param bind address to listen on
 * @param tls null for plain HTTP, on loopback or behind a proxy
 * @param publicUrl under which phones reach the edge, null when only its own host name counts
 * @param trustedProxies addresses or networks whose {@code X-Forwarded-For} is believed
 */
public record EdgeConfig(
    int port,
    String bind,
    @Nullable Tls tls,
    @Nullable String publicUrl,
    List<String> trustedProxies) {

  public EdgeConfig {
    trustedProxies = List.copyOf(trustedProxies);
  }

  /**
   * The origin of the pages that the public URL leads to, as browsers write it.
   *
   * @throws IllegalArgumentException when the public URL is not an absolute http or https one
   */
  Set<String> origins() {
    if (publicUrl == null) {
      return Set.of();
    }
    URI url = URI.create(publicUrl.toLowerCase(Locale.ROOT));
    if (url.getHost() == null || !Set.of("http", "https").contains(url.getScheme())) {
      throw new IllegalArgumentException(
          "the public URL is like https://120.example.cn, not '" + publicUrl + "'");
    }
    int usual = url.getScheme().equals("https") ? 443 : 80;
    String port = url.getPort() == -1 || url.getPort() == usual ? "" : ":" + url.getPort();
    return Set.of(url.getScheme() + "://" + url.getHost() + port);
  }

  WebServer.Address address() {
    return new WebServer.Address(bind, port, tls);
  }

  /** Whether clients reach the edge over TLS, its own or a proxy's. */
  boolean secure() {
    return tls != null
        || (publicUrl != null && publicUrl.toLowerCase(Locale.ROOT).startsWith("https://"));
  }
}
