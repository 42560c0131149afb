package io.dispatch120.app.node;

import io.dispatch120.app.catalogue.CatalogueFolder;
import io.dispatch120.app.cli.NodeStarter;
import io.dispatch120.app.cli.RunningNode;
import io.dispatch120.app.cli.StartReport;
import io.dispatch120.app.config.Configuration;
import io.dispatch120.app.config.DatabaseUrl;
import io.dispatch120.app.config.Mode;
import io.dispatch120.app.config.StartFailure;
import io.dispatch120.app.storage.DataDirectory;
import io.dispatch120.app.storage.EmbeddedDatabase;
import io.dispatch120.dispatch.adapter.postgres.Installation;
import io.dispatch120.dispatch.adapter.telemetry.Registries;
import io.dispatch120.geo.travel.StraightLineTravelTimes;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Starts a node, step by step; what was started is stopped again, in reverse, when a step fails.
 */
public final class Node implements NodeStarter {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @Override
  public RunningNode start(Configuration configuration) {
    Steps steps = new Steps();
    try {
      return start(configuration, steps);
    } catch (RuntimeException | Error failure) {
      steps.close();
      throw failure;
    }
  }

  private static RunningNode start(Configuration configuration, Steps steps) {
    DataDirectory directory = DataDirectory.open(configuration.storage().dataDirectory());
    steps.started(directory::close);
    Optional<DatabaseUrl> named = configuration.storage().databaseUrl();
    DatabaseUrl url = named.isPresent() ? named.get() : embedded(directory, steps);
    Installation installation =
        Databases.open(url, configuration.mode(), configuration.masterKeyFile());
    directory.publishDatabase(named.isPresent() ? Optional.empty() : Optional.of(url));

    Vertx vertx = VertxStart.start(configuration);
    steps.started(() -> Await.get(vertx.close(), LIMIT, "closing Vert.x"));
    PrometheusMeterRegistry registry = Registries.ofProcess();
    Core core = core(configuration, vertx, url, installation, directory.path(), registry);
    steps.started(() -> Await.get(core.stop(), LIMIT, "stopping the core"));
    if (configuration.mode() == Mode.DEMO) {
      Seeding.demo(core.storage(), CatalogueFolder.demo());
    }
    if (configuration.mode() == Mode.SERVE) {
      DefaultCenter.ensure(core.storage());
    }
    Await.get(core.start(), LIMIT, "loading the centres");
    checkEnvironment(configuration.mode(), core);

    WarmUp.run(core.datums());

    Servers servers = Servers.start(vertx, core, configuration, registry);
    steps.started(servers::stop);
    directory.publishPorts(servers.ports());
    if (configuration.simulate()) {
      Simulating.start(vertx, core, configuration, servers, url, steps);
    }
    StartReport report = Reports.of(configuration, servers, directory.path(), installation);
    return new Running(report, steps);
  }

  /** Demo and live never meet, whichever way a centre came into the database. */
  private static void checkEnvironment(Mode mode, Core core) {
    String wanted = mode == Mode.DEMO ? "demo" : "live";
    core.node().listCenters().stream()
        .map(center -> center.board().catalogue().center())
        .filter(center -> !center.environment().equals(wanted))
        .findFirst()
        .ifPresent(
            center -> {
              throw new StartFailure(
                  "centre "
                      + center.id()
                      + " in this database is a "
                      + center.environment()
                      + " one",
                  "Use another database or data directory for "
                      + mode.name().toLowerCase(Locale.ROOT)
                      + ".");
            });
  }

  private static DatabaseUrl embedded(DataDirectory directory, Steps steps) {
    EmbeddedDatabase database = EmbeddedDatabase.start(directory);
    steps.started(database::close);
    return database.url();
  }

  private static Core core(
      Configuration configuration,
      Vertx vertx,
      DatabaseUrl url,
      Installation installation,
      Path dataDirectory,
      PrometheusMeterRegistry registry) {
    return new Core(
        vertx,
        Databases.config(url),
        installation,
        configuration.nodeId().orElseGet(() -> UUID.randomUUID().toString()),
        configuration.timerScale(),
        dataDirectory.resolve("spool"),
        () -> new StraightLineTravelTimes(StraightLineTravelTimes.Assumptions.DEFAULTS),
        registry);
  }

  private record Running(StartReport report, Steps steps) implements RunningNode {
    @Override
    public void close() {
      steps.close();
    }
  }
}
