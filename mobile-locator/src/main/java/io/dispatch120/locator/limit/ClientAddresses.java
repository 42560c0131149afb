package io.dispatch120.locator.limit;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells clients apart by network address. {@code X-Forwarded-For} is believed only as far as
 * trusted proxies wrote it, because anybody can send that header. Immutable.
 */
public final class ClientAddresses {
  private final List<IpSubnetFilterRule> trusted;

  /**
   * @param trustedProxies addresses or networks like {@code 10.0.0.0/8}
   * @throws IllegalArgumentException when one is neither
   */
  public ClientAddresses(Collection<String> trustedProxies) {
    trusted = trustedProxies.stream().map(ClientAddresses::rule).toList();
  }

  private static IpSubnetFilterRule rule(String text) {
    String[] parts = text.split("/", 2);
    InetAddress address = parse(parts[0]);
    try {
      if (address != null) {
        int bits = address.getAddress().length * 8;
        int prefix = parts.length == 1 ? bits : Integer.parseInt(parts[1]);
        return new IpSubnetFilterRule(address, prefix, IpFilterRuleType.ACCEPT);
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    throw new IllegalArgumentException(
        "a trusted proxy is an address or a network like 10.0.0.0/8, not '" + text + "'");
  }

  /**
   * Names the client of a request: its IPv4 address, or the /64 network of its IPv6 address, all of
   * which one subscriber has.
   */
  public String of(HttpServerRequest request) {
    return of(
        request.connection().remoteAddress().hostAddress(),
        request.headers().getAll("X-Forwarded-For"));
  }

  String of(@Nullable String peer, List<String> forwardedFor) {
    InetAddress client = parse(peer);
    String[] addresses = String.join(",", forwardedFor).split(",");
    for (int i = addresses.length - 1; i >= 0 && client != null && isTrusted(client); i--) {
      InetAddress before = parse(addresses[i].trim());
      if (before == null) {
        break;
      }
      client = before;
    }
    return client == null ? "unknown" : name(client);
  }

  private boolean isTrusted(InetAddress address) {
    InetSocketAddress socket = new InetSocketAddress(address, 0);
    return trusted.stream().anyMatch(rule -> rule.matches(socket));
  }

  private static String name(InetAddress address) {
    byte[] bytes = address.getAddress();
    return HexFormat.of().formatHex(bytes, 0, bytes.length == 4 ? 4 : 8);
  }

  /** Reads a literal address; never asks a name server. */
  private static @Nullable InetAddress parse(@Nullable String text) {
    byte[] bytes = text == null ? null : NetUtil.createByteArrayFromIpAddressString(text);
    try {
      return bytes == null ? null : InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      return null;
    }
  }
}
