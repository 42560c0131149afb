package io.dispatch120.app.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One member of a cluster.
 *
 * @param host name or address; an IPv6 address without brackets
 * @param port 1–65535
 */
public record HostPort(String host, int port) {
  private static final Pattern PATTERN =
      Pattern.compile(
          "(?:\\[(?<v6>[0-9A-Fa-f:.]+)\\]|(?<name>[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?))"
              + ":(?<port>[0-9]{1,5})");

  /** Reads {@code host:port} or {@code [ipv6]:port}; empty when the text is neither. */
  static Optional<HostPort> find(String text) {
    Matcher matcher = PATTERN.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int port = Integer.parseInt(matcher.group("port"));
    if (port < 1 || port > 65535) {
      return Optional.empty();
    }
    String v6 = matcher.group("v6");
    if (v6 != null) {
      return IpAddress.find(v6).map(address -> new HostPort(v6, port));
    }
    return Optional.of(new HostPort(matcher.group("name"), port));
  }

  @Override
  public String toString() {
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
  }
}
