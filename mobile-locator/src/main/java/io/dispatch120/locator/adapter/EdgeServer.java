package io.dispatch120.locator.adapter;

import io.dispatch120.dispatch.api.DispatchApi;
import io.dispatch120.geo.api.Datums;
import io.dispatch120.locator.aed.PublicAeds;
import io.dispatch120.locator.caller.CallerOperations;
import io.dispatch120.locator.caller.CallerSocket;
import io.dispatch120.locator.crew.CaseOperations;
import io.dispatch120.locator.crew.CrewOperations;
import io.dispatch120.locator.crew.CrewSocket;
import io.dispatch120.locator.crew.EcgOperations;
import io.dispatch120.locator.crew.PositionReports;
import io.dispatch120.locator.crew.PreAlertOperations;
import io.dispatch120.locator.crew.SignInOperations;
import io.dispatch120.locator.doctor.PagedOperations;
import io.dispatch120.locator.limit.ClientAddresses;
import io.dispatch120.locator.limit.EdgeLimits;
import io.dispatch120.locator.position.Measurements;
import io.dispatch120.web.AccessLog;
import io.dispatch120.web.Contract;
import io.dispatch120.web.ContractRouter;
import io.dispatch120.web.Failures;
import io.dispatch120.web.SecurityHeaders;
import io.dispatch120.web.SessionTokens;
import io.dispatch120.web.ViewEncoder;
import io.dispatch120.web.server.WebServer;
import io.dispatch120.web.socket.SocketLimits;
import io.dispatch120.web.socket.SocketMeter;
import io.dispatch120.web.socket.SocketServer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.time.InstantSource;

/**
 * The public edge: its own port, its own contract, its own cookie, and nothing behind it but {@link
 * DispatchApi}. Start once, stop once.
 */
public final class EdgeServer {
  static final String CONTRACT = "/io/dispatch120/locator/edge-openapi.yaml";

  private final Vertx vertx;
  private final DispatchApi api;
  private final EdgeConfig config;
  private final EdgePages pages;
  private final SessionTokens tokens;
  private final EdgeSessions sessions;
  private final EdgeLimits limits;
  private final Measurements measurements;
  private final PositionReports reports;
  private final Contract contract = Contract.load(CONTRACT);
  private final ViewEncoder encoder;
  private final InstantSource clock;
  private final SocketServer sockets;
  private final WebServer server;

  /**
   * @param encoder writes views in full: who reads on this port may see all that the core gives to
   *     it, a caller with a link its own messages too
   * @param clock judges the times that devices send
   * @throws IllegalArgumentException when a trusted proxy or the public URL is none
   */
  public EdgeServer(
      Vertx vertx,
      DispatchApi api,
      Datums datums,
      ViewEncoder encoder,
      InstantSource clock,
      EdgeConfig config,
      EdgePages pages,
      SocketLimits socketLimits,
      SocketMeter meter) {
    this.vertx = vertx;
    this.api = api;
    this.config = config;
    this.pages = pages;
    this.encoder = encoder;
    this.clock = clock;
    tokens = new SessionTokens(SessionTokens.EDGE_COOKIE, config.secure(), config.origins());
    sessions = new EdgeSessions(api);
    limits = new EdgeLimits(new ClientAddresses(config.trustedProxies()));
    measurements = new Measurements(datums, clock);
    reports = new PositionReports(measurements, contract.schema("PositionMessage"));
    sockets = new SocketServer(socketLimits, meter);
    server = new WebServer(vertx, config.address(), router(), sockets);
  }

  private Router router() {
    Router root = Router.router(vertx);
    root.route().handler(new AccessLog());
    root.route().handler(new SecurityHeaders(config.secure()));
    root.get("/api/openapi.yaml")
        .handler(
            ctx ->
                ctx.response()
                    .putHeader("Content-Type", "application/yaml; charset=utf-8")
                    .end(contract.text()));
    root.route(CrewSocket.PATH)
        .handler(
            sockets.at(
                new CrewSocket(api, reports, limits.positionReports()).door(tokens, sessions)));
    root.route(CallerSocket.PATH)
        .handler(limits::beforeLink)
        .handler(sockets.at(new CallerSocket(api, limits)));
    root.route("/api/v1/locator/:token").handler(limits::beforeLink);
    root.route("/api/v1/locator/:token/*").handler(limits::beforeLink);
    root.route("/api/v1/escalation/:token").handler(limits::beforeLink);
    root.route("/api/v1/escalation/:token/*").handler(limits::beforeLink);
    root.route("/api/v1/public/aeds").handler(limits::beforeSearch);
    pages.bindTo(root);
    root.route("/*").subRouter(operations());
    Failures.install(root);
    return root;
  }

  private Router operations() {
    ContractRouter operations = new ContractRouter(vertx, contract, tokens, sessions, encoder);
    new SignInOperations(api, tokens, clock).bindTo(operations);
    new CrewOperations(api, reports, limits.positionReports()).bindTo(operations);
    new EcgOperations(api.ecgs()).bindTo(operations);
    new CaseOperations(api, clock).bindTo(operations);
    new PreAlertOperations(api).bindTo(operations);
    new CallerOperations(api, measurements).bindTo(operations);
    new PagedOperations(api).bindTo(operations);
    new PublicAeds(api, measurements).bindTo(operations);
    Router router = operations.build();
    // Before the failure handler that answers.
    router.route("/api/v1/locator/*").order(-1).failureHandler(limits::afterLink);
    router.route("/api/v1/escalation/*").order(-1).failureHandler(limits::afterLink);
    return router;
  }

  /** Listens; gives the port. Fails when the port is taken or the PEM files are not readable. */
  public Future<Integer> start() {
    return server.start();
  }

  /** The sockets, to end those whose session was revoked at once. */
  public SocketServer sockets() {
    return sockets;
  }

  /** Says goodbye to all sockets and lets running requests finish, for 5 s at most. */
  public Future<Void> stop() {
    return server.stop();
  }
}
