package io.dispatch120.dispatch.adapter.http;

import io.dispatch120.dispatch.access.Accounts;
import io.dispatch120.dispatch.access.RoleTable;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.dispatch.api.UnitPosition;
import io.dispatch120.dispatch.command.CommandService;
import io.dispatch120.dispatch.command.EcgIntake;
import io.dispatch120.dispatch.command.SentTexts;
import io.dispatch120.dispatch.importing.Imports;
import io.dispatch120.dispatch.query.Queries;
import io.dispatch120.dispatch.report.Reports;
import io.dispatch120.dispatch.triage.TriageCards;
import io.dispatch120.geo.api.Datums;
import io.dispatch120.web.Contract;
import io.dispatch120.web.ContractRouter;
import io.dispatch120.web.Doorkeeper;
import io.dispatch120.web.SessionTokens;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Wires the REST interface of the internal port. The handlers are thread-safe, so one instance may
 * serve every event loop.
 *
 * @param linkUrl from the id of a locator link to the address sent to the caller
 * @param positionSink takes positions of units, newest by device time wins
 * @param now database time
 * @param imports brings in lists
 * @param triageCards what is installed
 * @param demoTexts text messages that a demo shows instead of sending them; empty elsewhere
 * @param ecgs takes and gives ECG files
 * @param reports makes figures of the past
 */
public record ConsoleApi(
    CommandService commands,
    Queries queries,
    Accounts accounts,
    Datums datums,
    Function<String, String> linkUrl,
    BiFunction<CenterId, List<UnitPosition>, Future<Void>> positionSink,
    Supplier<Instant> now,
    Imports imports,
    TriageCards triageCards,
    EcgIntake ecgs,
    Reports reports,
    SessionTokens tokens,
    Optional<SentTexts> demoTexts) {

  public static final String CONTRACT = "/api/openapi.yaml";

  /** The router to mount at {@code /*}, after everything else: all that is not its own is 404. */
  public Router router(Vertx vertx) {
    Contract contract = Contract.load(CONTRACT);
    ViewJson encoder = new ViewJson();
    ContractRouter router =
        new ContractRouter(vertx, contract, tokens, new Door(accounts), encoder);
    bind(router);
    new CenterRoutes(queries, encoder).bind(router);
    Router api = Router.router(vertx);
    api.get(CONTRACT)
        .handler(
            ctx ->
                ctx.response()
                    .putHeader("Content-Type", "application/yaml; charset=utf-8")
                    .end(contract.text()));
    api.route("/*").subRouter(router.build());
    return api;
  }

  private void bind(ContractRouter router) {
    Commands gateway = new Commands(commands);
    Made made = new Made(now);
    Positions positions = new Positions(datums);
    Visibility visibility = new Visibility(queries);
    new SessionRoutes(accounts, tokens).bind(router);
    new CallRoutes(gateway, made, positions, linkUrl).bind(router);
    new IncidentRoutes(gateway, made, queries, visibility).bind(router);
    new SceneRoutes(gateway, made, positions, linkUrl).bind(router);
    new AssignmentRoutes(gateway, made, visibility).bind(router);
    new ChestPainRoutes(gateway, made, visibility, queries, now).bind(router);
    new EcgRoutes(gateway, made, visibility, ecgs).bind(router);
    new ReportRoutes(reports).bind(router);
    new PreAlertRoutes(gateway, made, visibility).bind(router);
    new AlertRoutes(gateway, made).bind(router);
    new UnitRoutes(gateway, queries, visibility, positions, positionSink, now).bind(router);
    new RoadRoutes(gateway, queries).bind(router);
    new TriageRoutes(gateway, queries, triageCards, now).bind(router);
    new HospitalRoutes(gateway, queries, imports, now).bind(router);
    new AedRoutes(queries, positions).bind(router);
    new AedEditRoutes(imports, queries, positions).bind(router);
    new ImportRoutes(imports).bind(router);
    new DatumRoutes(positions).bind(router);
    new EventRoutes(queries, now).bind(router);
    new DemoRoutes(demoTexts).bind(router);
  }

  /** The internal port's door: its sessions and its role table. */
  private record Door(Accounts accounts) implements Doorkeeper {
    @Override
    public Future<Optional<SessionUser>> findSession(String token) {
      return accounts.findSession(token);
    }

    @Override
    public boolean admits(SessionUser user, String operationId) {
      return RoleTable.admits(user.role(), operationId);
    }
  }
}
