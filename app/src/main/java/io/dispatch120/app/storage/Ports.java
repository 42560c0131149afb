package io.dispatch120.app.storage;

import java.util.OptionalInt;

/**
 * The ports a node listens on, as chosen when the configuration said 0.
 *
 * @param jtt808 empty = no gateway
 */
public record Ports(int http, int edge, int management, OptionalInt jtt808) {

  /** As {@code ports.json} has it; a gateway that is off is null. */
  String toJson() {
    return "{\"http\":%d,\"edge\":%d,\"management\":%d,\"jtt808\":%s}%n"
        .formatted(
            http,
            edge,
            management,
            jtt808.isPresent() ? Integer.toString(jtt808.getAsInt()) : "null");
  }
}
