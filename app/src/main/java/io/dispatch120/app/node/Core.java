package io.dispatch120.app.node;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Ticker;
import io.dispatch120.dispatch.access.Accounts;
import io.dispatch120.dispatch.access.LocatorTokens;
import io.dispatch120.dispatch.access.Passwords;
import io.dispatch120.dispatch.adapter.cluster.VertxLoop;
import io.dispatch120.dispatch.adapter.cluster.VertxNodeBus;
import io.dispatch120.dispatch.adapter.http.ViewJson;
import io.dispatch120.dispatch.adapter.postgres.Installation;
import io.dispatch120.dispatch.adapter.postgres.PostgresConfig;
import io.dispatch120.dispatch.adapter.postgres.PostgresPool;
import io.dispatch120.dispatch.adapter.postgres.PostgresStorage;
import io.dispatch120.dispatch.adapter.spool.FileCallSpool;
import io.dispatch120.dispatch.adapter.telemetry.MeteredJournal;
import io.dispatch120.dispatch.adapter.telemetry.NodeMetrics;
import io.dispatch120.dispatch.api.Catalogue;
import io.dispatch120.dispatch.board.DatabaseClock;
import io.dispatch120.dispatch.board.Loop;
import io.dispatch120.dispatch.codec.Json;
import io.dispatch120.dispatch.command.EcgIntake;
import io.dispatch120.dispatch.command.PageTexts;
import io.dispatch120.dispatch.command.Paging;
import io.dispatch120.dispatch.command.SmsPort;
import io.dispatch120.dispatch.command.SpoolingCommands;
import io.dispatch120.dispatch.edge.LocalDispatchApi;
import io.dispatch120.dispatch.hospital.HospitalServices;
import io.dispatch120.dispatch.importing.Imports;
import io.dispatch120.dispatch.importing.ListImporter;
import io.dispatch120.dispatch.importing.place.Projections;
import io.dispatch120.dispatch.journal.EcgStore;
import io.dispatch120.dispatch.journal.StorageUnavailable;
import io.dispatch120.dispatch.node.DispatchNode;
import io.dispatch120.dispatch.node.NodeParts;
import io.dispatch120.dispatch.node.Stores;
import io.dispatch120.dispatch.query.BoardQueries;
import io.dispatch120.dispatch.query.Queries;
import io.dispatch120.dispatch.report.Reports;
import io.dispatch120.dispatch.triage.TriageCards;
import io.dispatch120.geo.aed.IndexedAedFinder;
import io.dispatch120.geo.api.AedFinder;
import io.dispatch120.geo.api.Datums;
import io.dispatch120.geo.api.Roads;
import io.dispatch120.geo.api.TravelTimes;
import io.dispatch120.geo.datum.ChineseCoordinateSystems;
import io.dispatch120.geo.datum.ChineseDatums;
import io.dispatch120.geo.hours.HolidayCalendar;
import io.dispatch120.geo.hours.OsmOpeningHours;
import io.dispatch120.geo.index.PolygonArea;
import io.dispatch120.geo.index.QuadTreeIndex;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.internal.VertxInternal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The core of a node on its adapters: what console and edge are served from. */
final class Core {
  /**
   * Appends, reads and polls of several centres; PostgreSQL's own work is the limit, not
   * connections.
   */
  private static final int POOL = 12;

  /** Recorded answers deleted at once: more than a node gets in a purge period. */
  private static final int PURGE_LIMIT = 10_000;

  /** Full tracks are kept this long; thinning comes with the reports that need older ones. */
  private static final int TRACK_DAYS = 30;

  /** A list of 32 MiB takes seconds; after this it is said to be stuck. */
  private static final int IMPORT_MINUTES = 2;

  /** Files of ECGs are read two at a time; one that takes longer than this is said to be stuck. */
  private static final int ECG_WORKERS = 2;

  private static final int ECG_SECONDS = 10;

  private static final Duration SPOOL_PERIOD = Duration.ofSeconds(1);
  private static final Duration PURGE_PERIOD = Duration.ofMinutes(10);

  /** With what a connection may take, about half a minute in all. */
  private static final int FIRST_ANSWER_TRIES = 15;

  private static final long FIRST_ANSWER_PAUSE_MILLIS = 500;

  /** Of text messages to hospitals, until centres have one of their own. */
  private static final String LANGUAGE = "zh-CN";

  private final Vertx vertx;
  private final PostgresPool pool;
  private final PostgresStorage storage;
  private final LocatorTokens tokens;
  private final Loop loop;
  private final DatabaseClock clock;
  private final NodeMetrics metrics;
  private final Accounts accounts;
  private final DispatchNode node;
  private final SpoolingCommands commands;
  private final Queries queries;
  private final LocalDispatchApi edge;
  private final Imports imports;
  private final TriageCards triageCards;
  private final EcgStore ecgStore;
  private final EcgIntake ecgs;
  private final Reports reports;
  private final Datums datums = new ChineseDatums();
  private final ThreadPoolExecutor passwordWorkers;
  private volatile Runnable sessionsChanged = () -> {};
  private volatile @Nullable String publicUrl;

  /**
   * @param sms takes text messages
   * @param roads makes the roads of one centre; may take its time
   * @param triageCards what is installed
   */
  Core(
      Vertx vertx,
      PostgresConfig database,
      Installation installation,
      String nodeId,
      double timerScale,
      Path spoolFolder,
      PrometheusMeterRegistry registry,
      SmsPort sms,
      Supplier<Roads> roads,
      HolidayCalendar holidays,
      TriageCards triageCards) {
    this.vertx = vertx;
    this.triageCards = triageCards;
    pool = PostgresPool.open(vertx, database, POOL);
    storage = new PostgresStorage(pool, installation.keys());
    loop = new VertxLoop(vertx, ((VertxInternal) vertx).createEventLoopContext());
    clock = new DatabaseClock(System::nanoTime, Instant.now());
    tokens = installation.keys().locatorTokens();
    metrics = new NodeMetrics(registry, this::revokedElsewhere);
    VertxNodeBus bus = new VertxNodeBus(vertx.eventBus(), nodeId);
    passwordWorkers = PasswordWorkers.start();
    accounts =
        new Accounts(
            storage.users(),
            storage.sessions(),
            new Passwords(passwordWorkers),
            clock::instant,
            new SecureRandom(),
            Ticker.systemTicker(),
            tokenHash -> {
              bus.sessionRevoked(tokenHash);
              sessionsChanged.run();
            });
    Stores stores =
        new Stores(
            new MeteredJournal(storage.journal(), registry),
            storage.incidents(),
            storage.boards(),
            storage.timers(),
            storage.tracks(),
            storage.catalogues());
    node =
        new DispatchNode(
            new NodeParts(
                stores,
                loop,
                work -> vertx.executeBlocking(() -> run(work), false),
                clock,
                datums,
                center -> roads.get(),
                Core::frame,
                metrics,
                bus,
                QuadTreeIndex::new,
                (catalogue, travelTimes) -> aeds(catalogue, travelTimes, holidays),
                catalogue ->
                    new HospitalServices(
                        catalogue, hours -> OsmOpeningHours.parse(hours, holidays)),
                metrics,
                new Paging(
                    storage.pages(),
                    sms,
                    PageTexts.of(LANGUAGE),
                    tokens::token,
                    () -> Optional.ofNullable(publicUrl))),
            timerScale);
    commands = new SpoolingCommands(node, spool(vertx, spoolFolder), clock);
    queries =
        new BoardQueries(node, stores.incidents(), stores.journal(), stores.pictures(), clock);
    WorkerExecutor ecgWorkers =
        vertx.createSharedWorkerExecutor("ecgs", ECG_WORKERS, ECG_SECONDS, TimeUnit.SECONDS);
    Executor files = work -> ecgWorkers.executeBlocking(() -> run(work), false);
    ecgStore = storage.ecgs(files);
    ecgs = new EcgIntake(ecgStore, node, stores.incidents(), commands, files, clock);
    reports = new Reports(storage.cases(), stores.incidents(), node, files);
    edge =
        new LocalDispatchApi(
            accounts,
            node,
            storage.links(),
            storage.pages(),
            stores.incidents(),
            queries,
            center -> PolygonArea.ofRings(center.serviceArea()),
            ecgs,
            clock);
    // One list at a time: its rows take memory, and nobody waits for a second one.
    WorkerExecutor importWorker =
        vertx.createSharedWorkerExecutor("imports", 1, IMPORT_MINUTES, TimeUnit.MINUTES);
    imports =
        new Imports(
            storage.catalogues(),
            importer(datums),
            work -> importWorker.executeBlocking(() -> run(work), true),
            clock::instant,
            UUID::randomUUID,
            node::catalogueChanged);
  }

  /** What reads lists, here and on the command line. */
  static ListImporter importer(Datums datums) {
    return new ListImporter(
        new Projections(datums, new ChineseCoordinateSystems()),
        center -> PolygonArea.ofRings(center.serviceArea()));
  }

  private static Object run(Runnable work) {
    work.run();
    return Boolean.TRUE;
  }

  private static String frame(Object frame, boolean masked) {
    ObjectMapper mapper = masked ? Json.masked() : Json.wire();
    try {
      return mapper.writeValueAsString(frame);
    } catch (JsonProcessingException bug) {
      throw new UncheckedIOException(bug);
    }
  }

  private static AedFinder aeds(
      Catalogue catalogue, TravelTimes travelTimes, HolidayCalendar holidays) {
    return new IndexedAedFinder(
        catalogue.aeds().stream().map(Catalogue.AedInfo::site).toList(),
        ZoneId.of(catalogue.center().zone()),
        travelTimes,
        holidays);
  }

  private static FileCallSpool spool(Vertx vertx, Path folder) {
    try {
      return new FileCallSpool(vertx, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void revokedElsewhere(String tokenHash) {
    accounts.forget(tokenHash);
    sessionsChanged.run();
  }

  /** Loads the centres, then keeps house: spooled calls enter, what has expired goes. */
  Future<Void> start() {
    return databaseAnswers(FIRST_ANSWER_TRIES)
        .compose(answered -> node.start())
        .recover(
            fault ->
                Future.failedFuture(
                    fault instanceof StorageUnavailable away ? Databases.unavailable(away) : fault))
        .onSuccess(
            started -> {
              loop.every(SPOOL_PERIOD, this::drainSpool);
              loop.every(PURGE_PERIOD, this::purge);
            });
  }

  /**
   * The first connection of a cold process on a busy machine can take longer than a warm one is
   * ever given.
   */
  private Future<Void> databaseAnswers(int tries) {
    Future<Void> answer = storage.catalogues().listCenters().mapEmpty();
    return answer.recover(
        fault ->
            tries > 1 && fault instanceof StorageUnavailable
                ? vertx
                    .timer(FIRST_ANSWER_PAUSE_MILLIS)
                    .compose(again -> databaseAnswers(tries - 1))
                : Future.failedFuture(fault));
  }

  private void drainSpool() {
    if (metrics.storageAvailable()) {
      commands.drain().onFailure(metrics::fault);
    }
  }

  private void purge() {
    storage.sessions().purge().onFailure(metrics::fault);
    storage.tracks().maintain(TRACK_DAYS).onFailure(metrics::fault);
    ecgStore.purge(EcgStore.STALLED).onFailure(metrics::fault);
    storage.journal().purgeCommands(PURGE_LIMIT).onFailure(metrics::fault);
  }

  Future<Void> stop() {
    return node.stop().eventually(pool::close).onComplete(closed -> passwordWorkers.shutdownNow());
  }

  /** Told when a session has ended, here or elsewhere: its sockets are asked about at once. */
  void onSessionsChanged(Runnable action) {
    sessionsChanged = action;
  }

  /** Phones reach the edge there: from now on text messages with links go out. */
  void reachableAt(String url) {
    publicUrl = url;
  }

  PostgresStorage storage() {
    return storage;
  }

  DatabaseClock clock() {
    return clock;
  }

  NodeMetrics metrics() {
    return metrics;
  }

  Accounts accounts() {
    return accounts;
  }

  DispatchNode node() {
    return node;
  }

  SpoolingCommands commands() {
    return commands;
  }

  Queries queries() {
    return queries;
  }

  LocalDispatchApi edge() {
    return edge;
  }

  Imports imports() {
    return imports;
  }

  TriageCards triageCards() {
    return triageCards;
  }

  EcgIntake ecgs() {
    return ecgs;
  }

  Reports reports() {
    return reports;
  }

  Datums datums() {
    return datums;
  }

  /** What stands in the address of a link. */
  String locatorToken(String linkId) {
    return tokens.token(linkId);
  }

  ViewJson views() {
    return new ViewJson();
  }
}
