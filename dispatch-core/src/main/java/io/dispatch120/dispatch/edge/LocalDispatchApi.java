package io.dispatch120.dispatch.edge;

import io.dispatch120.dispatch.access.Accounts;
import io.dispatch120.dispatch.api.AdviceView;
import io.dispatch120.dispatch.api.AedView;
import io.dispatch120.dispatch.api.CallerWithPatient;
import io.dispatch120.dispatch.api.Catalogue.CenterInfo;
import io.dispatch120.dispatch.api.ChecklistView;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.CrewAssignmentView;
import io.dispatch120.dispatch.api.CrewUnitView;
import io.dispatch120.dispatch.api.DispatchApi;
import io.dispatch120.dispatch.api.EcgApi;
import io.dispatch120.dispatch.api.EcgContentView;
import io.dispatch120.dispatch.api.EcgId;
import io.dispatch120.dispatch.api.EcgWaveformView;
import io.dispatch120.dispatch.api.EscalationAnswer;
import io.dispatch120.dispatch.api.FrameSink;
import io.dispatch120.dispatch.api.LocationReport;
import io.dispatch120.dispatch.api.LocatorView;
import io.dispatch120.dispatch.api.PagedView;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.PreAlertKind;
import io.dispatch120.dispatch.api.Reply;
import io.dispatch120.dispatch.api.Role;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.dispatch.api.StreamHandle;
import io.dispatch120.dispatch.api.UnitPosition;
import io.dispatch120.dispatch.command.EcgIntake;
import io.dispatch120.dispatch.journal.IncidentStore;
import io.dispatch120.dispatch.journal.LinkStore;
import io.dispatch120.dispatch.journal.PageStore;
import io.dispatch120.dispatch.node.DispatchNode;
import io.dispatch120.dispatch.query.Queries;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.ServiceArea;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The door to the core for an edge in the same process. Thread-safe. */
public final class LocalDispatchApi implements DispatchApi {
  private final Accounts accounts;
  private final CrewDesk crews;
  private final CallerDesk callers;
  private final AedDesk aeds;
  private final AnswerDesk answers;
  private final EcgApi ecgs;
  private final AdviceDesk advice;
  private final Queries queries;

  /**
   * @param queries gives destination advice, and the checklist it rests on
   * @param areas makes the service area of a centre, to find whose AEDs are asked for
   * @param ecgs takes files
   * @param clock database time
   */
  public LocalDispatchApi(
      Accounts accounts,
      DispatchNode node,
      LinkStore links,
      PageStore pages,
      IncidentStore incidents,
      Queries queries,
      Function<CenterInfo, ServiceArea> areas,
      EcgIntake ecgs,
      InstantSource clock) {
    this.accounts = accounts;
    this.crews = new CrewDesk(node);
    this.ecgs = new EcgDesk(node, ecgs);
    this.callers = new CallerDesk(node, links, incidents);
    this.answers = new AnswerDesk(node, pages, incidents, ecgs, clock);
    this.advice = new AdviceDesk(node, queries);
    this.queries = queries;
    this.aeds = new AedDesk(node, areas, clock);
  }

  @Override
  public Future<SignIn> signIn(String username, String password) {
    return accounts.signIn(username, password, LocalDispatchApi::belongsHere);
  }

  /**
   * The public port serves those who work outside; everybody else signs in on the internal network.
   */
  private static boolean belongsHere(SessionUser user) {
    return (user.role() == Role.CREW && user.unitId() != null) || user.role() == Role.RESPONDER;
  }

  @Override
  public Future<Optional<SessionUser>> findSession(String token) {
    return accounts.findSession(token);
  }

  @Override
  public Future<Void> signOut(String token) {
    return accounts.signOut(token);
  }

  @Override
  public Future<Optional<Ticket>> issueTicket(String token) {
    return accounts.issueTicket(token);
  }

  @Override
  public Future<Optional<Admission>> redeemTicket(String ticket) {
    return accounts
        .redeemTicket(ticket)
        .map(found -> found.map(session -> new Admission(session.user(), session.tokenHash())));
  }

  @Override
  public Future<Boolean> isSessionLive(String sessionId) {
    return accounts.isLive(sessionId);
  }

  @Override
  public Future<List<AedView>> findAeds(LngLat near, int limit) {
    return Future.succeededFuture(aeds.find(near, limit));
  }

  @Override
  public Future<Optional<CrewAssignmentView>> findCrewAssignment(SessionUser crew) {
    return crews.findAssignment(crew);
  }

  @Override
  public Future<Reply<CrewAssignmentView>> recordMilestone(
      SessionUser crew, RequestKey key, Command.RecordMilestone command) {
    return crews.execute(crew, key, command);
  }

  @Override
  public Future<Reply<CrewAssignmentView>> withdrawMilestone(
      SessionUser crew, RequestKey key, Command.WithdrawMilestone command) {
    return crews.execute(crew, key, command);
  }

  @Override
  public Future<Reply<CrewAssignmentView>> decline(
      SessionUser crew, RequestKey key, Command.DeclineAssignment command) {
    return crews.execute(crew, key, command);
  }

  @Override
  public Future<Reply<CrewAssignmentView>> sendMessage(
      SessionUser crew, RequestKey key, Command.SendCrewMessage command) {
    return crews.execute(crew, key, command);
  }

  @Override
  public Future<Reply<CrewAssignmentView>> treat(
      SessionUser crew, RequestKey key, Command.OfPatient command) {
    return crews.execute(crew, key, command);
  }

  @Override
  public Future<Reply<CrewAssignmentView>> chooseDestination(
      SessionUser crew, RequestKey key, Command.ChooseDestination command) {
    return crews.execute(crew, key, command);
  }

  @Override
  public Future<Optional<AdviceView>> advise(
      SessionUser crew, PatientId patient, PreAlertKind kind) {
    return advice.advise(crew, patient, kind);
  }

  @Override
  public Future<Optional<ChecklistView>> findChecklist(SessionUser crew, String name) {
    return queries.findChecklist(crew.center(), name);
  }

  @Override
  public Future<Optional<CrewUnitView>> findCrewUnit(SessionUser crew) {
    return crews.findUnit(crew);
  }

  @Override
  public Future<Reply<CrewUnitView>> declare(
      SessionUser crew, RequestKey key, Command.SetAvailability command) {
    return crews.declare(crew, key, command);
  }

  @Override
  public Future<Void> reportPositions(SessionUser crew, List<UnitPosition> positions) {
    return crews.reportPositions(crew, positions);
  }

  @Override
  public Future<Void> confirmDelivery(SessionUser crew, long seq) {
    return crews.confirmDelivery(crew, seq);
  }

  @Override
  public Future<StreamHandle> openCrewStream(SessionUser crew, OptionalLong since, FrameSink sink) {
    return crews.open(crew, since, sink);
  }

  @Override
  public Future<Optional<LocatorView>> findLocator(String token) {
    return callers.find(token);
  }

  @Override
  public Future<Optional<Reply<LocatorView>>> reportLocation(
      String token, RequestKey key, LocationReport report) {
    return callers.reportLocation(token, key, report);
  }

  @Override
  public Future<Optional<Reply<LocatorView>>> answerPresence(
      String token, RequestKey key, CallerWithPatient answer) {
    return callers.answerPresence(token, key, answer);
  }

  @Override
  public Future<Optional<Reply<LocatorView>>> postMessage(
      String token, RequestKey key, Personal text) {
    return callers.postMessage(token, key, text);
  }

  @Override
  public Future<Optional<StreamHandle>> openCallerStream(
      String token, OptionalLong since, FrameSink sink) {
    return callers.open(token, since, sink);
  }

  @Override
  public Future<Optional<PagedView>> findPaged(String token) {
    return answers.find(token);
  }

  @Override
  public Future<Optional<Reply<PagedView>>> answerPaged(
      String token, RequestKey key, EscalationAnswer answer, @Nullable Personal reason) {
    return answers.answer(token, key, answer, reason);
  }

  @Override
  public Future<Optional<EcgContentView>> readPagedEcg(String token, EcgId ecg) {
    return answers.content(token, ecg);
  }

  @Override
  public Future<Optional<EcgWaveformView>> readPagedWaveform(String token, EcgId ecg) {
    return answers.waveform(token, ecg);
  }

  @Override
  public EcgApi ecgs() {
    return ecgs;
  }
}
