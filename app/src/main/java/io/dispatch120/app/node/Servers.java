package io.dispatch120.app.node;

import io.dispatch120.app.config.AddressRange;
import io.dispatch120.app.config.Configuration;
import io.dispatch120.app.config.StartFailure;
import io.dispatch120.app.map.Maps;
import io.dispatch120.app.storage.Ports;
import io.dispatch120.dispatch.adapter.http.ConsoleApi;
import io.dispatch120.dispatch.adapter.telemetry.ManagementServer;
import io.dispatch120.dispatch.adapter.telemetry.ManagementServer.Readiness;
import io.dispatch120.dispatch.adapter.telemetry.SocketMetrics;
import io.dispatch120.dispatch.command.SentTexts;
import io.dispatch120.locator.adapter.EdgeConfig;
import io.dispatch120.locator.adapter.EdgePages;
import io.dispatch120.locator.adapter.EdgeServer;
import io.dispatch120.web.server.WebServer;
import io.dispatch120.web.server.WebServer.Tls;
import io.dispatch120.web.socket.SocketLimits;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The three HTTP ports of a node: console, public edge, management. */
final class Servers {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final String LOOPBACK = "127.0.0.1";

  private final WebServer console;
  private final EdgeServer edge;
  private final HttpServer management;
  private final Ports ports;

  private Servers(WebServer console, EdgeServer edge, HttpServer management, Ports ports) {
    this.console = console;
    this.edge = edge;
    this.management = management;
    this.ports = ports;
  }

  /** Opens the ports; the edge first, because the console's answers carry its address. */
  static Servers start(
      Vertx vertx,
      Core core,
      Configuration configuration,
      PrometheusMeterRegistry registry,
      Maps maps,
      Optional<SentTexts> demoTexts) {
    Steps steps = new Steps();
    try {
      MapPages map = new MapPages(maps::ground);
      EdgeServer edge = edge(vertx, core, configuration, registry, map);
      int edgePort = open(edge.start(), configuration.edgePort(), "DISPATCH120_EDGE_PORT");
      steps.started(() -> Await.get(edge.stop(), LIMIT, "stopping the edge"));
      String base =
          configuration
              .publicUrl()
              .map(Object::toString)
              .orElseGet(() -> url(configuration, edgePort));
      WebServer console = console(vertx, core, configuration, registry, map, base, demoTexts);
      int httpPort = open(console.start(), configuration.httpPort(), "DISPATCH120_HTTP_PORT");
      steps.started(() -> Await.get(console.stop(), LIMIT, "stopping the console"));
      core.onSessionsChanged(
          () -> {
            console.sockets().recheck();
            edge.sockets().recheck();
          });
      core.reachableAt(base);
      ManagementServer health = new ManagementServer(vertx, registry, () -> readiness(core));
      HttpServer management =
          open(
              health.start(LOOPBACK, configuration.managementPort()),
              configuration.managementPort(),
              "DISPATCH120_MANAGEMENT_PORT");
      Ports ports = new Ports(httpPort, edgePort, management.actualPort(), OptionalInt.empty());
      return new Servers(console, edge, management, ports);
    } catch (RuntimeException e) {
      steps.close();
      throw e;
    }
  }

  private static Readiness readiness(Core core) {
    return core.metrics().storageAvailable()
        ? new Readiness(true, "serving")
        : new Readiness(false, "the database is away");
  }

  private static EdgeServer edge(
      Vertx vertx,
      Core core,
      Configuration configuration,
      PrometheusMeterRegistry registry,
      MapPages map) {
    EdgeConfig config =
        new EdgeConfig(
            configuration.edgePort(),
            configuration.bind(),
            tls(configuration),
            configuration.publicUrl().map(Object::toString).orElse(null),
            configuration.trustedProxies().stream().map(AddressRange::toString).toList());
    return new EdgeServer(
        vertx,
        core.edge(),
        core.datums(),
        core.views(),
        core.clock(),
        config,
        EdgePages.built(map),
        SocketLimits.standard(),
        new SocketMetrics(registry, "edge"));
  }

  private static WebServer console(
      Vertx vertx,
      Core core,
      Configuration configuration,
      PrometheusMeterRegistry registry,
      MapPages map,
      String base,
      Optional<SentTexts> demoTexts) {
    WebServer.Address address =
        new WebServer.Address(configuration.bind(), configuration.httpPort(), tls(configuration));
    ConsoleApi api =
        new ConsoleApi(
            core.commands(),
            core.queries(),
            core.accounts(),
            core.datums(),
            linkId -> base + "/l/" + core.locatorToken(linkId),
            core.node()::reportPositions,
            core.clock()::instant,
            core.imports(),
            core.triageCards(),
            core.ecgs(),
            core.reports(),
            ConsoleServer.tokens(address),
            demoTexts);
    return ConsoleServer.of(
        vertx, api, core.node(), new SocketMetrics(registry, "console"), map, address);
  }

  private static @Nullable Tls tls(Configuration configuration) {
    return configuration.tls().map(files -> new Tls(files.certificate(), files.key())).orElse(null);
  }

  /** How this machine itself reaches a port. */
  static String url(Configuration configuration, int port) {
    String bind = configuration.bind();
    String host = bind.equals("0.0.0.0") || bind.equals("::") ? LOOPBACK : bind;
    String shown = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return (configuration.tls().isPresent() ? "https://" : "http://") + shown + ":" + port;
  }

  private static <T> T open(Future<T> listening, int wanted, String variable) {
    try {
      return Await.get(listening, LIMIT, "opening port " + wanted);
    } catch (RuntimeException e) {
      throw new StartFailure(
          "port " + wanted + " (" + variable + ") can not be opened: " + reason(e),
          "Stop what uses it, or choose another one; 0 takes any free one.",
          e);
    }
  }

  private static String reason(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }

  Ports ports() {
    return ports;
  }

  void stop() {
    Await.get(
        Future.join(console.stop(), edge.stop(), management.close()), LIMIT, "closing the ports");
  }
}
