package io.dispatch120.app.config;

import java.util.List;

/**
 * How this node finds the others and is found by them.
 *
 * @param members where nodes are looked for; this one may be among them
 * @param host the interface that member and bus port are bound to; never "all interfaces"
 * @param memberPort 1–65535
 * @param busPort 1–65535, another than {@code memberPort}
 */
public record ClusterConfiguration(
    List<HostPort> members, String host, int memberPort, int busPort) {
  public ClusterConfiguration {
    members = List.copyOf(members);
  }
}
