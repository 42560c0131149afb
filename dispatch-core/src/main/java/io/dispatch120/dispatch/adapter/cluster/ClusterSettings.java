package io.dispatch120.dispatch.adapter.cluster;

import java.util.List;

/**
 * How this node meets the others.
 *
 * @param host the interface both ports bind to, and the address the others reach
 * @param memberPort Hazelcast's
 * @param busPort the event bus's
 * @param members {@code host:port} of every member, this one included
 */
public record ClusterSettings(String host, int memberPort, int busPort, List<String> members) {
  public ClusterSettings {
    members = List.copyOf(members);
  }
}
