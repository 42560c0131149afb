package io.dispatch120.app.node;

import io.dispatch120.app.config.ClusterConfiguration;
import io.dispatch120.app.config.Configuration;
import io.dispatch120.app.config.StartFailure;
import io.dispatch120.dispatch.adapter.cluster.ClusterSettings;
import io.dispatch120.dispatch.adapter.cluster.ClusteredVertx;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Starts Vert.x as the configuration says: alone, or as a member of the cluster. */
final class VertxStart {
  /** A loop held up longer than this is a bug: every socket of it waits meanwhile. */
  private static final long BLOCKED_MILLIS = 100;

  private static final Duration LIMIT = Duration.ofSeconds(40);

  private VertxStart() {}

  static Vertx start(Configuration configuration) {
    VertxOptions options =
        new VertxOptions()
            .setMaxEventLoopExecuteTime(BLOCKED_MILLIS)
            .setMaxEventLoopExecuteTimeUnit(TimeUnit.MILLISECONDS)
            .setBlockedThreadCheckInterval(BLOCKED_MILLIS)
            .setBlockedThreadCheckIntervalUnit(TimeUnit.MILLISECONDS);
    Optional<ClusterSettings> cluster = configuration.cluster().map(VertxStart::settings);
    try {
      return Await.get(ClusteredVertx.start(options, cluster), LIMIT, "joining the cluster");
    } catch (RuntimeException e) {
      throw configuration
          .cluster()
          .<RuntimeException>map(
              c ->
                  new StartFailure(
                      "the cluster cannot be joined on "
                          + c.host()
                          + ":"
                          + c.memberPort()
                          + " ("
                          + e.getMessage()
                          + ")",
                      "Check DISPATCH120_CLUSTER, DISPATCH120_CLUSTER_PORT and DISPATCH120_CLUSTER_BUS_PORT, and that"
                          + " nothing else uses these ports.",
                      e))
          .orElse(e);
    }
  }

  private static ClusterSettings settings(ClusterConfiguration cluster) {
    return new ClusterSettings(
        cluster.host(),
        cluster.memberPort(),
        cluster.busPort(),
        cluster.members().stream().map(Object::toString).toList());
  }
}
