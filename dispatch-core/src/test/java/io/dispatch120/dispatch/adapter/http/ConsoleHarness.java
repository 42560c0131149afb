package io.dispatch120.dispatch.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import io.dispatch120.dispatch.access.Accounts;
import io.dispatch120.dispatch.access.InMemorySessions;
import io.dispatch120.dispatch.access.InMemoryUsers;
import io.dispatch120.dispatch.access.Passwords;
import io.dispatch120.dispatch.access.SessionStore.Session;
import io.dispatch120.dispatch.access.UserStore.Account;
import io.dispatch120.dispatch.adapter.memory.InMemoryCatalogueStore;
import io.dispatch120.dispatch.adapter.memory.InMemoryEcgStore;
import io.dispatch120.dispatch.adapter.memory.InMemoryStorage;
import io.dispatch120.dispatch.api.Capability;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.Role;
import io.dispatch120.dispatch.api.SentTextView;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.dispatch.api.StationId;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.api.UnitPosition;
import io.dispatch120.dispatch.codec.TriageCardFiles;
import io.dispatch120.dispatch.command.EcgIntake;
import io.dispatch120.dispatch.importing.Imports;
import io.dispatch120.dispatch.importing.ListImporter;
import io.dispatch120.dispatch.importing.place.Projections;
import io.dispatch120.dispatch.query.BoardQueries;
import io.dispatch120.dispatch.report.Reports;
import io.dispatch120.dispatch.view.IncidentStory;
import io.dispatch120.dispatch.view.TestCenter;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.datum.ChineseCoordinateSystems;
import io.dispatch120.geo.datum.ChineseDatums;
import io.dispatch120.geo.index.PolygonArea;
import io.dispatch120.web.ContractCheck;
import io.dispatch120.web.Failures;
import io.dispatch120.web.HttpProbe;
import io.dispatch120.web.HttpProbe.Reply;
import io.dispatch120.web.SecurityHeaders;
import io.dispatch120.web.SessionTokens;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ForkJoinPool;

/**
 * The internal port over a centre in memory, on a real socket. Units A01 and A02 stand at station
 * ST, B01 at station OTHER. Every successful answer is checked against the OpenAPI document.
 */
final class ConsoleHarness implements AutoCloseable {
  static final String PASSWORD = "correct horse";
  static final LngLat PLACE = TestCenter.WANGCHENGPO;
  static final ContractCheck CONTRACT = new ContractCheck(ConsoleApi.CONTRACT);

  final SmallCenter center = new SmallCenter(new ChineseDatums());
  final List<UnitPosition> positions = new CopyOnWriteArrayList<>();
  final List<SentTextView> texts = new CopyOnWriteArrayList<>();
  final InMemoryUsers users = new InMemoryUsers();
  final InMemoryCatalogueStore catalogues =
      new InMemoryStorage((InstantSource) center::now).catalogues();
  final InMemoryEcgStore ecgs = new InMemoryEcgStore(center::now);
  private final InMemorySessions sessions = new InMemorySessions(center::now);
  private final Vertx vertx = Vertx.vertx();
  private final HttpProbe probe;

  ConsoleHarness() throws Exception {
    center.live.with(TestCenter.unit("A01", PLACE, Capability.ALS));
    center.live.with(TestCenter.unit("A02", PLACE, Capability.BLS));
    center.live.with(AtOther.unit("B01"));
    center.live.withAeds(TestAeds.LIST);
    Accounts accounts =
        new Accounts(
            users,
            sessions,
            new Passwords(ForkJoinPool.commonPool()),
            center::now,
            new SecureRandom(),
            Ticker.systemTicker(),
            hash -> {});
    String hash = Passwords.hash(PASSWORD);
    for (Role role : Role.values()) {
      users.save(new Account(user(role), hash, false));
      sessions.create(
          new Session(
              Accounts.hash(token(role)), user(role), center.now().plus(Duration.ofHours(12))));
    }
    BoardQueries queries =
        new BoardQueries(center, center, center, center, (InstantSource) center::now);
    ConsoleApi api =
        new ConsoleApi(
            center,
            queries,
            accounts,
            new ChineseDatums(),
            link -> "https://120.test/l/" + link,
            this::take,
            center::now,
            imports(),
            TriageCardFiles.shipped(),
            ecgs(),
            new Reports(center.cases(), center, center, ForkJoinPool.commonPool()),
            new SessionTokens(SessionTokens.CONSOLE_COOKIE, false, Set.of()),
            Optional.of(() -> List.copyOf(texts)));
    Router root = Router.router(vertx);
    root.route().handler(new SecurityHeaders(false));
    root.route("/*").subRouter(api.router(vertx));
    Failures.install(root);
    probe = new HttpProbe(vertx, root);
  }

  private EcgIntake ecgs() {
    return new EcgIntake(
        ecgs, center, center, center, ForkJoinPool.commonPool(), (InstantSource) center::now);
  }

  private Imports imports() {
    catalogues.seed(center.live.catalogue());
    return new Imports(
        catalogues,
        new ListImporter(
            new Projections(new ChineseDatums(), new ChineseCoordinateSystems()),
            info -> PolygonArea.ofRings(info.serviceArea())),
        ForkJoinPool.commonPool(),
        center::now,
        UUID::randomUUID,
        (changed, seq) ->
            catalogues
                .find(changed)
                .onSuccess(found -> center.live.withAeds(found.orElseThrow().aeds()))
                .onSuccess(found -> center.live.withHospitals(found.orElseThrow().hospitals()))
                .mapEmpty());
  }

  private Future<Void> take(CenterId into, List<UnitPosition> given) {
    assertThat(into).isEqualTo(IncidentStory.CENTER);
    positions.addAll(given);
    return Future.succeededFuture();
  }

  static SessionUser user(Role role) {
    return new SessionUser(
        role.name().toLowerCase(Locale.ROOT),
        role,
        IncidentStory.CENTER,
        role == Role.CREW ? new UnitId("A01") : null,
        role == Role.HOSPITAL ? new HospitalId("H1") : null,
        role == Role.STATION ? new StationId("ST") : null);
  }

  static String token(Role role) {
    return "token-of-" + role.name().toLowerCase(Locale.ROOT);
  }

  int port() {
    return probe.port();
  }

  /** Sends as nobody. */
  Reply send(String method, String path, String json, String... headers) {
    return checked(method, path, probe.send(method, path, json, headers));
  }

  Reply as(Role role, String method, String path, String json, String... headers) {
    String[] all = new String[headers.length + 2];
    all[0] = "Authorization";
    all[1] = "Bearer " + token(role);
    System.arraycopy(headers, 0, all, 2, headers.length);
    return send(method, "/api/v1" + path, json, all);
  }

  Reply sendBytes(Role role, String method, String path, byte[] body, String... headers) {
    String[] all = new String[headers.length + 2];
    all[0] = "Authorization";
    all[1] = "Bearer " + token(role);
    System.arraycopy(headers, 0, all, 2, headers.length);
    return probe.send(method, "/api/v1" + path, body, all);
  }

  Reply get(String path) {
    return as(Role.DISPATCHER, "GET", path, "");
  }

  Reply post(String path, String json, String... headers) {
    return as(Role.DISPATCHER, "POST", path, json, headers);
  }

  private static Reply checked(String method, String path, Reply reply) {
    if (path.startsWith("/api/v1")
        && (reply.status() < 300 || reply.isProblem())
        && !reply.code().equals("not_found")
        && reply.status() != 405) {
      assertThat(CONTRACT.errors(method, path, reply.status(), reply.body()))
          .as("%s %s answered %s", method, path, reply)
          .isEmpty();
    }
    return reply;
  }

  /** Opens an incident at {@link #PLACE}; gives its id. */
  String incident() {
    Reply reply =
        post(
            "/calls",
            """
            {"phone":"13800001234","location":{"lng":%s,"lat":%s,"source":"confirmed"}}
            """
                .formatted(PLACE.lng(), PLACE.lat()));
    assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
    return reply.json().getJsonObject("incident").getString("id");
  }

  /** Sends a unit to a new incident; gives the assignment's id. */
  String assignment(String unit) {
    Reply reply =
        post("/incidents/" + incident() + "/assignments", "{\"unitId\":\"" + unit + "\"}");
    assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
    return reply.json().getString("id");
  }

  void reaches(String assignment, String... milestones) {
    for (String milestone : milestones) {
      Reply reply =
          post(
              "/assignments/" + assignment + "/milestones",
              "{\"milestone\":\"" + milestone + "\"}");
      assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    }
  }

  @Override
  public void close() {
    probe.close();
    vertx.close();
  }
}
