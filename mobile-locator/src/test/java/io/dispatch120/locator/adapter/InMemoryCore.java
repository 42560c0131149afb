package io.dispatch120.locator.adapter;

import io.dispatch120.dispatch.api.AdviceView;
import io.dispatch120.dispatch.api.AedView;
import io.dispatch120.dispatch.api.Availability;
import io.dispatch120.dispatch.api.CallerWithPatient;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.ChecklistView;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.CrewAssignmentView;
import io.dispatch120.dispatch.api.CrewUnitView;
import io.dispatch120.dispatch.api.DispatchApi;
import io.dispatch120.dispatch.api.EcgApi;
import io.dispatch120.dispatch.api.EcgContentView;
import io.dispatch120.dispatch.api.EcgFormat;
import io.dispatch120.dispatch.api.EcgId;
import io.dispatch120.dispatch.api.EcgWaveformView;
import io.dispatch120.dispatch.api.EscalationAnswer;
import io.dispatch120.dispatch.api.FrameSink;
import io.dispatch120.dispatch.api.LocationReport;
import io.dispatch120.dispatch.api.LocatorView;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.PagedView;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.PreAlertKind;
import io.dispatch120.dispatch.api.Refusal;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.api.Reply;
import io.dispatch120.dispatch.api.Role;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.dispatch.api.StreamHandle;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.api.UnitPosition;
import io.dispatch120.geo.api.LngLat;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A core of one center with units A01 and A02, of which A01 has the assignment {@code t1}. Its
 * views have every field that there is, so that the contract is held against all of them. User
 * names are roles or unit ids, every password is {@code secret}, every link token known is in
 * {@link #links}.
 */
final class InMemoryCore implements DispatchApi {
  static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  static final UnitId A01 = new UnitId("A01");

  final Map<String, SessionUser> sessions = new ConcurrentHashMap<>();
  final Map<String, String> tickets = new ConcurrentHashMap<>();
  final List<String> links = new CopyOnWriteArrayList<>(List.of("link-1"));
  final List<Command> commands = new CopyOnWriteArrayList<>();
  final List<RequestKey> keys = new CopyOnWriteArrayList<>();
  final List<UnitPosition> positions = new CopyOnWriteArrayList<>();
  final List<String> receipts = new CopyOnWriteArrayList<>();
  final List<LocationReport> locations = new CopyOnWriteArrayList<>();
  final List<String> messages = new CopyOnWriteArrayList<>();
  final List<FrameSink> sinks = new CopyOnWriteArrayList<>();
  final List<LngLat> searches = new CopyOnWriteArrayList<>();

  /** How often it was asked what a caller may see. */
  final AtomicInteger questions = new AtomicInteger();

  final AtomicInteger openStreams = new AtomicInteger();

  /** The token of the only text message to a hospital. */
  static final String PAGED = "paged-1";

  volatile EscalationAnswer answered;
  volatile CallerWithPatient presence = CallerWithPatient.UNKNOWN;
  private final AtomicLong wrongPasswords = new AtomicLong();

  static SessionUser user(String name) {
    return switch (name) {
      case "a01", "a02" -> user(name, Role.CREW, new UnitId(name.toUpperCase(Locale.ROOT)));
      case "pedestrian" -> user(name, Role.CREW, null);
      default -> user(name, Role.valueOf(name.toUpperCase(Locale.ROOT)), null);
    };
  }

  private static SessionUser user(String name, Role role, UnitId unit) {
    return new SessionUser(name, role, new CenterId("xiangjiang"), unit, null, null);
  }

  /** A session as if made on any port. */
  String session(String name) {
    String token = "token-" + name + "-" + UUID.randomUUID();
    sessions.put(token, user(name));
    return token;
  }

  @Override
  public Future<SignIn> signIn(String username, String password) {
    if (!password.equals("secret")) {
      boolean slow = wrongPasswords.incrementAndGet() > 3;
      return Future.succeededFuture(new SignIn(null, null, null, slow ? 7L : null));
    }
    String token = session(username);
    return Future.succeededFuture(
        new SignIn(token, NOW.plusSeconds(3_600), sessions.get(token), null));
  }

  @Override
  public Future<Optional<SessionUser>> findSession(String token) {
    return Future.succeededFuture(Optional.ofNullable(sessions.get(token)));
  }

  @Override
  public Future<Void> signOut(String token) {
    sessions.remove(token);
    return Future.succeededFuture();
  }

  @Override
  public Future<Optional<Ticket>> issueTicket(String token) {
    String ticket = "ticket-" + UUID.randomUUID();
    tickets.put(ticket, token);
    return Future.succeededFuture(Optional.of(new Ticket(ticket, NOW.plusSeconds(30))));
  }

  @Override
  public Future<Optional<Admission>> redeemTicket(String ticket) {
    String token = tickets.remove(ticket);
    return Future.succeededFuture(
        token == null
            ? Optional.empty()
            : Optional.of(new Admission(sessions.get(token), "id of " + token)));
  }

  @Override
  public Future<Boolean> isSessionLive(String sessionId) {
    return Future.succeededFuture(
        sessions.keySet().stream().anyMatch(token -> sessionId.equals("id of " + token)));
  }

  @Override
  public Future<Optional<CrewAssignmentView>> findCrewAssignment(SessionUser crew) {
    return Future.succeededFuture(
        A01.equals(crew.unitId())
            ? Optional.of(CrewSamples.assignment(Milestone.ASSIGNED))
            : Optional.empty());
  }

  @Override
  public Future<Reply<CrewAssignmentView>> recordMilestone(
      SessionUser crew, RequestKey key, Command.RecordMilestone command) {
    return obey(crew, key, command, command.milestone());
  }

  @Override
  public Future<Reply<CrewAssignmentView>> withdrawMilestone(
      SessionUser crew, RequestKey key, Command.WithdrawMilestone command) {
    return obey(crew, key, command, Milestone.ASSIGNED);
  }

  @Override
  public Future<Reply<CrewAssignmentView>> decline(
      SessionUser crew, RequestKey key, Command.DeclineAssignment command) {
    return obey(crew, key, command, Milestone.ASSIGNED);
  }

  @Override
  public Future<Reply<CrewAssignmentView>> sendMessage(
      SessionUser crew, RequestKey key, Command.SendCrewMessage command) {
    return obey(crew, key, command, Milestone.ASSIGNED);
  }

  @Override
  public Future<Optional<CrewUnitView>> findCrewUnit(SessionUser crew) {
    return Future.succeededFuture(
        Optional.of(CrewSamples.unit(crew, Availability.COMMITTED, null, null)));
  }

  @Override
  public Future<Reply<CrewUnitView>> declare(
      SessionUser crew, RequestKey key, Command.SetAvailability command) {
    commands.add(command);
    Availability shown = Availability.valueOf(command.duty().name());
    return Future.succeededFuture(
        new Reply.Ok<>(
            CrewSamples.unit(crew, shown, command.reason(), command.expectedBackAt()), false));
  }

  /** Knows {@code t1} of A01; {@code transporting} is always out of order. */
  private Future<Reply<CrewAssignmentView>> obey(
      SessionUser crew, RequestKey key, Command.OfAssignment command, Milestone reached) {
    return command.assignmentId().value().equals("t1")
        ? take(crew, key, command, reached)
        : refuse(RefusalCode.NOT_FOUND);
  }

  /** Knows A01's patient {@code p1}. */
  @Override
  public Future<Reply<CrewAssignmentView>> treat(
      SessionUser crew, RequestKey key, Command.OfPatient command) {
    return command.patientId().equals(PathwaySamples.P1)
        ? take(crew, key, command, Milestone.ASSIGNED)
        : refuse(RefusalCode.NOT_FOUND);
  }

  @Override
  public Future<Reply<CrewAssignmentView>> chooseDestination(
      SessionUser crew, RequestKey key, Command.ChooseDestination command) {
    return obey(crew, key, command, Milestone.ASSIGNED);
  }

  @Override
  public Future<Optional<AdviceView>> advise(
      SessionUser crew, PatientId patient, PreAlertKind kind) {
    return Future.succeededFuture(
        A01.equals(crew.unitId()) ? Optional.of(PathwaySamples.advice()) : Optional.empty());
  }

  @Override
  public Future<Optional<ChecklistView>> findChecklist(SessionUser crew, String name) {
    return Future.succeededFuture(
        name.equals("thrombolysis") ? Optional.of(PathwaySamples.checklist()) : Optional.empty());
  }

  private Future<Reply<CrewAssignmentView>> take(
      SessionUser crew, RequestKey key, Command command, Milestone reached) {
    if (!A01.equals(crew.unitId())) {
      return refuse(RefusalCode.NOT_FOUND);
    }
    if (reached == Milestone.TRANSPORTING) {
      return refuse(RefusalCode.MILESTONE_OUT_OF_ORDER);
    }
    for (RequestKey earlier : keys) {
      if (earlier.commandId().equals(key.commandId())) {
        return Future.succeededFuture(
            earlier.equals(key)
                ? new Reply.Ok<>(CrewSamples.assignment(reached), true)
                : new Reply.KeyReused<>());
      }
    }
    keys.add(key);
    commands.add(command);
    return Future.succeededFuture(new Reply.Ok<>(CrewSamples.assignment(reached), false));
  }

  private static <T> Future<Reply<T>> refuse(RefusalCode code) {
    return Future.succeededFuture(new Reply.No<>(new Refusal(code, "no")));
  }

  @Override
  public Future<Void> reportPositions(SessionUser crew, List<UnitPosition> reported) {
    positions.addAll(reported);
    return Future.succeededFuture();
  }

  @Override
  public Future<Void> confirmDelivery(SessionUser crew, long seq) {
    receipts.add(crew.username() + " " + seq);
    return Future.succeededFuture();
  }

  @Override
  public Future<Optional<LocatorView>> findLocator(String token) {
    questions.incrementAndGet();
    return Future.succeededFuture(
        links.contains(token)
            ? Optional.of(CallerSamples.locator(presence, messages))
            : Optional.empty());
  }

  @Override
  public Future<Optional<Reply<LocatorView>>> reportLocation(
      String token, RequestKey key, LocationReport report) {
    return throughLink(token, () -> locations.add(report));
  }

  @Override
  public Future<Optional<Reply<LocatorView>>> answerPresence(
      String token, RequestKey key, CallerWithPatient answer) {
    return throughLink(token, () -> presence = answer);
  }

  @Override
  public Future<Optional<Reply<LocatorView>>> postMessage(
      String token, RequestKey key, Personal text) {
    return throughLink(token, () -> messages.add(text.text()));
  }

  private Future<Optional<Reply<LocatorView>>> throughLink(String token, Runnable effect) {
    if (!links.contains(token)) {
      return Future.succeededFuture(Optional.empty());
    }
    effect.run();
    return Future.succeededFuture(
        Optional.of(new Reply.Ok<>(CallerSamples.locator(presence, messages), false)));
  }

  /** Careless on purpose: gives a custodian's phone. */
  @Override
  public Future<List<AedView>> findAeds(LngLat near, int limit) {
    searches.add(near);
    return Future.succeededFuture(List.of(CallerSamples.careless(near)));
  }

  @Override
  public Future<Optional<PagedView>> findPaged(String token) {
    questions.incrementAndGet();
    return Future.succeededFuture(
        token.equals(PAGED) ? Optional.of(PathwaySamples.paged(answered)) : Optional.empty());
  }

  /** {@code cannot_accept} for the reason {@code late} comes after somebody else's answer. */
  @Override
  public Future<Optional<Reply<PagedView>>> answerPaged(
      String token, RequestKey key, EscalationAnswer answer, Personal reason) {
    if (!token.equals(PAGED)) {
      return Future.succeededFuture(Optional.empty());
    }
    if (reason != null && reason.text().equals("late")) {
      return Future.succeededFuture(
          Optional.of(
              new Reply.No<>(
                  new Refusal(RefusalCode.ALREADY_ANSWERED, "导管室 was first: accepted at " + NOW))));
    }
    if (reason != null && reason.text().equals("cancelled")) {
      return Future.succeededFuture(
          Optional.of(
              new Reply.No<>(
                  new Refusal(RefusalCode.ESCALATION_CANCELLED, "the hospital is not asked"))));
    }
    for (RequestKey earlier : keys) {
      if (earlier.commandId().equals(key.commandId())) {
        return Future.succeededFuture(
            Optional.of(
                earlier.equals(key)
                    ? new Reply.Ok<>(PathwaySamples.paged(answered), true)
                    : new Reply.KeyReused<>()));
      }
    }
    keys.add(key);
    answered = answer;
    return Future.succeededFuture(Optional.of(new Reply.Ok<>(PathwaySamples.paged(answer), false)));
  }

  @Override
  public Future<Optional<EcgContentView>> readPagedEcg(String token, EcgId ecg) {
    return Future.succeededFuture(
        token.equals(PAGED) && ecg.value().equals("e1")
            ? Optional.of(
                new EcgContentView(
                    ecg, "image/png", "0".repeat(64), new byte[] {(byte) 0x89, 'P', 'N', 'G'}))
            : Optional.empty());
  }

  @Override
  public Future<Optional<EcgWaveformView>> readPagedWaveform(String token, EcgId ecg) {
    return Future.succeededFuture(
        token.equals(PAGED) && ecg.value().equals("e2")
            ? Optional.of(
                new EcgWaveformView(
                    EcgFormat.CSV, null, null, 500, null, null, null, List.of(), List.of()))
            : Optional.empty());
  }

  @Override
  public Future<StreamHandle> openCrewStream(SessionUser crew, OptionalLong since, FrameSink sink) {
    return open("crew " + crew.unitId(), since, sink);
  }

  @Override
  public Future<Optional<StreamHandle>> openCallerStream(
      String token, OptionalLong since, FrameSink sink) {
    return links.contains(token)
        ? open("caller", since, sink).map(Optional::of)
        : Future.succeededFuture(Optional.empty());
  }

  private Future<StreamHandle> open(String who, OptionalLong since, FrameSink sink) {
    openStreams.incrementAndGet();
    sinks.add(sink);
    sink.send(who + (since.isPresent() ? " since " + since.getAsLong() : " snapshot"));
    return Future.succeededFuture(openStreams::decrementAndGet);
  }

  final InMemoryEcgs ecgs = new InMemoryEcgs();

  @Override
  public EcgApi ecgs() {
    return ecgs;
  }
}
