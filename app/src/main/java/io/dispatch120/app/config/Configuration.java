package io.dispatch120.app.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Everything an operator may set, checked. Immutable; {@link #toString} shows no secret.
 *
 * @param bind address of console, edge and terminal gateway; the management port is always on
 *     loopback
 * @param httpPort console and API; 0 = any free port, as for the next three
 * @param edgePort public edge
 * @param managementPort metrics and health
 * @param jtt808Port terminal gateway; empty = none
 * @param cluster empty = a single node
 * @param publicUrl base of caller links, without a slash at its end; empty = this node's own edge
 * @param tls empty = plain HTTP
 * @param trustedProxies whose forwarded headers are believed; empty = nobody's
 * @param map an OpenStreetMap file or a folder of maps; empty = the one imported into the data
 *     directory, or the demo's own
 * @param roadSpeeds YAML file; empty = built-in assumptions
 * @param holidays CSV file of public holidays; empty = those of this build
 * @param simulate simulated crews and calls; only ever in a demo
 * @param timerScale multiplies deadlines of alerts and ladders; 1 outside a demo
 * @param nodeId the node's own name; empty = the node makes one
 * @param masterKeyFile key that protects the keys of incidents; empty = one in the data directory
 * @param sms where text messages go; empty = into the log
 */
public record Configuration(
    Mode mode,
    String bind,
    int httpPort,
    int edgePort,
    int managementPort,
    OptionalInt jtt808Port,
    StorageConfiguration storage,
    Optional<ClusterConfiguration> cluster,
    Optional<URI> publicUrl,
    Optional<TlsFiles> tls,
    List<AddressRange> trustedProxies,
    Optional<Path> map,
    Optional<Path> roadSpeeds,
    Optional<Path> holidays,
    boolean simulate,
    double timerScale,
    Optional<String> nodeId,
    Optional<Path> masterKeyFile,
    Optional<SmsGateway> sms) {

  public Configuration {
    trustedProxies = List.copyOf(trustedProxies);
  }

  /**
   * Whether people reach this node over a network without TLS, so that phones share no position.
   */
  public boolean plainTextOnNetwork() {
    return tls.isEmpty()
        && !IpAddress.find(bind).map(java.net.InetAddress::isLoopbackAddress).orElse(true);
  }
}
