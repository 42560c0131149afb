package io.dispatch120.app.config;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The part of the configuration that says who the other nodes are and where this one listens. */
final class ClusterReader {
  private static final int MEMBER_PORT = 5801;
  private static final int BUS_PORT_OFFSET = 100;
  private static final String LOOPBACK = "127.0.0.1";

  private final SettingsSource source;
  private final List<InetAddress> localAddresses;

  ClusterReader(SettingsSource source, List<InetAddress> localAddresses) {
    this.source = source;
    this.localAddresses = List.copyOf(localAddresses);
  }

  /**
   * @param demo whether loopback will do when nothing says where to listen
   * @return empty when the cluster is off
   */
  Optional<ClusterConfiguration> read(boolean demo) {
    int memberPort = port(Setting.CLUSTER_PORT).orElse(MEMBER_PORT);
    Optional<Integer> namedBusPort = port(Setting.CLUSTER_BUS_PORT);
    Optional<String> namedHost = host();
    Optional<SettingValue> list =
        source.find(Setting.CLUSTER).filter(value -> !value.text().equals("off"));
    if (list.isEmpty()) {
      return Optional.empty();
    }
    int busPort = namedBusPort.orElse(memberPort + BUS_PORT_OFFSET);
    if (busPort > 65535) {
      throw new StartFailure(
          Setting.CLUSTER_PORT.variable() + " is " + memberPort + ", which leaves no bus port",
          "Give one at most "
              + (65535 - BUS_PORT_OFFSET)
              + ", or name "
              + Setting.CLUSTER_BUS_PORT.variable()
              + ".");
    }
    List<HostPort> members = members(list.get());
    String host =
        namedHost
            .or(() -> findOwnHost(members, memberPort))
            .or(() -> demo ? Optional.of(LOOPBACK) : Optional.empty())
            .orElseThrow(
                () ->
                    new StartFailure(
                        list.get().name()
                            + " does not show which address of this machine is its own",
                        "Name it: "
                            + Setting.CLUSTER_HOST.variable()
                            + "=ADDRESS, one that the other nodes reach."));
    return Optional.of(new ClusterConfiguration(members, host, memberPort, busPort));
  }

  private static List<HostPort> members(SettingValue list) {
    List<HostPort> members = new ArrayList<>();
    for (String text : list.text().split(",", -1)) {
      HostPort member =
          HostPort.find(text.strip())
              .orElseThrow(
                  () ->
                      list.bad(
                          "off, or host:port of each node separated by commas, such as"
                              + " 10.0.0.1:5801,10.0.0.2:5801"));
      if (members.contains(member)) {
        throw list.bad("each node once (" + member + " is there twice)");
      }
      members.add(member);
    }
    return members;
  }

  /** The one address of this machine that the list has: with the own port, or whatever the port. */
  private Optional<String> findOwnHost(List<HostPort> members, int memberPort) {
    Set<String> withOwnPort =
        members.stream()
            .filter(member -> member.port() == memberPort && isLocal(member.host()))
            .map(HostPort::host)
            .collect(Collectors.toSet());
    Set<String> own =
        withOwnPort.isEmpty()
            ? members.stream().map(HostPort::host).filter(this::isLocal).collect(Collectors.toSet())
            : withOwnPort;
    return own.size() == 1 ? own.stream().findFirst() : Optional.empty();
  }

  private boolean isLocal(String host) {
    return host.equals("localhost")
        || IpAddress.find(host)
            .filter(address -> address.isLoopbackAddress() || localAddresses.contains(address))
            .isPresent();
  }

  private Optional<Integer> port(Setting setting) {
    return source
        .find(setting)
        .map(
            value ->
                ConfigurationReader.findPort(value.text(), 1)
                    .orElseThrow(() -> value.bad("a port from 1 to 65535")));
  }

  private Optional<String> host() {
    Optional<SettingValue> value = source.find(Setting.CLUSTER_HOST);
    value.ifPresent(
        v -> {
          boolean one =
              v.text().equals("localhost")
                  || IpAddress.find(v.text()).filter(a -> !a.isAnyLocalAddress()).isPresent();
          if (!one) {
            throw v.bad(
                "one IP address of this machine; "
                    + Arrays.asList("0.0.0.0", "::")
                    + " would open the cluster to every network");
          }
        });
    return value.map(SettingValue::text);
  }
}
