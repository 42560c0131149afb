package io.dispatch120.locator.adapter;

import java.nio.file.Path;
import java.util.List;
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

  /** PEM files. */
  public record Tls(Path certificate, Path key) {}

  public EdgeConfig {
    trustedProxies = List.copyOf(trustedProxies);
  }

  /** Whether clients reach the edge over TLS, its own or a proxy's. */
  boolean secure() {
    return tls != null || (publicUrl != null && publicUrl.startsWith("https://"));
  }
}
