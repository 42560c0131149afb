package io.dispatch120.app.node;

import io.dispatch120.app.catalogue.CatalogueFolder;
import io.dispatch120.app.catalogue.HolidaysFile;
import io.dispatch120.app.cli.NodeStarter;
import io.dispatch120.app.cli.RunningNode;
import io.dispatch120.app.cli.StartReport;
import io.dispatch120.app.config.Configuration;
import io.dispatch120.app.config.DatabaseUrl;
import io.dispatch120.app.config.Mode;
import io.dispatch120.app.config.StartFailure;
import io.dispatch120.app.map.MapProgress;
import io.dispatch120.app.map.Maps;
import io.dispatch120.app.storage.DataDirectory;
import io.dispatch120.app.storage.EmbeddedDatabase;
import io.dispatch120.dispatch.adapter.postgres.Installation;
import io.dispatch120.dispatch.adapter.telemetry.Registries;
import io.dispatch120.dispatch.codec.CardProblems;
import io.dispatch120.dispatch.codec.TriageCardFiles;
import io.dispatch120.dispatch.triage.TriageCards;
import io.dispatch120.geo.hours.HolidayCalendar;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts a node, step by step; what was started is stopped again, in reverse, when a step fails.
 */
public final class Node implements NodeStarter {
  private static final Logger log = LoggerFactory.getLogger(Node.class);
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
    HolidayCalendar holidays = HolidaysFile.read(configuration.holidays());
    TriageCards cards = triageCards();
    DataDirectory directory = DataDirectory.open(configuration.storage().dataDirectory());
    steps.started(directory::close);
    // Beside the start of the database: the first start of a demo imports its map.
    CompletableFuture<Maps> opening =
        CompletableFuture.supplyAsync(
            () -> Maps.open(configuration, directory.path(), Node::importing), Node::onOwnThread);
    steps.started(() -> opening.handle((maps, failure) -> maps).thenAccept(Node::close).join());
    Optional<DatabaseUrl> named = configuration.storage().databaseUrl();
    DatabaseUrl url = named.isPresent() ? named.get() : embedded(directory, steps);
    Installation installation =
        Databases.open(url, configuration.mode(), configuration.masterKeyFile());
    directory.publishDatabase(named.isPresent() ? Optional.empty() : Optional.of(url));

    Vertx vertx = VertxStart.start(configuration);
    steps.started(() -> Await.get(vertx.close(), LIMIT, "closing Vert.x"));
    PrometheusMeterRegistry registry = Registries.ofProcess();
    Maps maps = opened(opening);
    TextMessaging texts = TextMessaging.of(vertx, configuration);
    Core core =
        core(
            configuration,
            vertx,
            url,
            installation,
            directory.path(),
            registry,
            texts,
            maps,
            holidays,
            cards);
    steps.started(() -> Await.get(core.stop(), LIMIT, "stopping the core"));
    if (configuration.mode() == Mode.DEMO) {
      Seeding.demo(core.storage(), CatalogueFolder.demo());
    }
    if (configuration.mode() == Mode.SERVE) {
      DefaultCenter.ensure(core.storage());
    }
    Await.get(core.start(), LIMIT, "loading the centres");
    checkEnvironment(configuration.mode(), core);
    if (configuration.mode() == Mode.DEMO) {
      DemoCards.putInForce(core, CatalogueFolder.demo().center().id());
    }

    WarmUp.run(core.datums());

    Servers servers = Servers.start(vertx, core, configuration, registry, maps, texts.shown());
    steps.started(servers::stop);
    directory.publishPorts(servers.ports());
    if (configuration.simulate()) {
      Simulating.start(vertx, core, configuration, servers, url, steps);
    }
    StartReport report =
        Reports.of(configuration, servers, directory.path(), installation, maps, holidays);
    return new Running(report, steps);
  }

  private static TriageCards triageCards() {
    try {
      return TriageCardFiles.shipped();
    } catch (CardProblems problems) {
      throw new StartFailure(
          "the triage cards can not be used:\n" + problems.getMessage(),
          "Correct the files in the program's folder triage/, or reinstall it.",
          problems);
    }
  }

  private static void onOwnThread(Runnable work) {
    Thread thread = new Thread(work, "map");
    thread.setDaemon(true);
    thread.start();
  }

  private static Maps opened(CompletableFuture<Maps> opening) {
    try {
      return opening.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      }
      if (e.getCause() instanceof Error fatal) {
        throw fatal;
      }
      throw e;
    }
  }

  private static void close(@Nullable Maps maps) {
    if (maps != null) {
      maps.close();
    }
  }

  private static void importing(MapProgress progress) {
    if (progress.percent() % 10 == 0) {
      log.info("importing the map: {} % ({})", progress.percent(), progress.doing());
    }
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
      PrometheusMeterRegistry registry,
      TextMessaging texts,
      Maps maps,
      HolidayCalendar holidays,
      TriageCards cards) {
    return new Core(
        vertx,
        Databases.config(url),
        installation,
        configuration.nodeId().orElseGet(() -> UUID.randomUUID().toString()),
        configuration.timerScale(),
        dataDirectory.resolve("spool"),
        registry,
        texts.sms(),
        maps::newRoads,
        holidays,
        cards);
  }

  private record Running(StartReport report, Steps steps) implements RunningNode {
    @Override
    public void close() {
      steps.close();
    }
  }
}
