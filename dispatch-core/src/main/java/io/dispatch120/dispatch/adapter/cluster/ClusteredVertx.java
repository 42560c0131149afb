package io.dispatch120.dispatch.adapter.cluster;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.spi.cluster.hazelcast.ConfigUtil;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.util.Optional;

/**
 * Starts Vert.x, alone or as a member. Hazelcast carries membership and the bus's subscriptions,
 * nothing whose loss or delay could make a decision wrong: no map, lock or leader of ours lives in
 * it.
 */
public final class ClusteredVertx {
  private ClusteredVertx() {}

  /**
   * A member that is not heard for this long is out; a stopped process wakes up as a stranger and
   * rejoins.
   */
  private static final String HEARTBEAT_LIMIT_SECONDS = "8";

  public static Future<Vertx> start(VertxOptions options, Optional<ClusterSettings> cluster) {
    if (cluster.isEmpty()) {
      return Future.succeededFuture(Vertx.vertx(options));
    }
    ClusterSettings settings = cluster.get();
    options.setEventBusOptions(
        new EventBusOptions()
            .setHost(settings.host())
            .setPort(settings.busPort())
            .setConnectTimeout(2_000)
            .setClusterPingInterval(2_000)
            .setClusterPingReplyInterval(2_000)
            .setReconnectAttempts(0));
    return Vertx.builder()
        .with(options)
        .withClusterManager(new HazelcastClusterManager(hazelcast(settings)))
        .buildClustered();
  }

  private static Config hazelcast(ClusterSettings settings) {
    // Before anything of Hazelcast's logs: reading the configuration already does.
    System.setProperty("hazelcast.logging.type", "slf4j");
    // Vert.x's own configuration carries the multimap settings its cluster manager needs.
    Config config = ConfigUtil.loadConfig();
    config.setClusterName("dispatch120");
    config
        .setProperty("hazelcast.phone.home.enabled", "false")
        .setProperty("hazelcast.shutdownhook.enabled", "false")
        .setProperty("hazelcast.heartbeat.interval.seconds", "1")
        .setProperty("hazelcast.max.no.heartbeat.seconds", HEARTBEAT_LIMIT_SECONDS)
        .setProperty("hazelcast.socket.bind.any", "false")
        .setProperty("hazelcast.wait.seconds.before.join", "1")
        .setProperty("hazelcast.max.join.seconds", "20");
    config
        .getNetworkConfig()
        .setPort(settings.memberPort())
        .setPortAutoIncrement(false)
        .setPublicAddress(settings.host() + ":" + settings.memberPort());
    config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface(settings.host());
    JoinConfig join = config.getNetworkConfig().getJoin();
    join.getMulticastConfig().setEnabled(false);
    join.getAutoDetectionConfig().setEnabled(false);
    join.getTcpIpConfig().setEnabled(true).setMembers(settings.members());
    return config;
  }
}
