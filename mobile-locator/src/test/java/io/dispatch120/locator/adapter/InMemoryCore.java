package io.dispatch120.locator.adapter;

import io.dispatch120.dispatch.api.AdviceView;
import io.dispatch120.dispatch.api.AedView;
import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.AssignmentStatus;
import io.dispatch120.dispatch.api.Availability;
import io.dispatch120.dispatch.api.CallerWithPatient;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.ChecklistView;
import io.dispatch120.dispatch.api.ChestPainCaseView.IntervalState;
import io.dispatch120.dispatch.api.ChestPainCaseView.IntervalView;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.Complaint;
import io.dispatch120.dispatch.api.CrewAssignmentView;
import io.dispatch120.dispatch.api.CrewUnitView;
import io.dispatch120.dispatch.api.Diagnosis;
import io.dispatch120.dispatch.api.DispatchApi;
import io.dispatch120.dispatch.api.EcgApi;
import io.dispatch120.dispatch.api.EcgContentView;
import io.dispatch120.dispatch.api.EcgFormat;
import io.dispatch120.dispatch.api.EcgId;
import io.dispatch120.dispatch.api.EcgWaveformView;
import io.dispatch120.dispatch.api.EscalationAnswer;
import io.dispatch120.dispatch.api.FixSource;
import io.dispatch120.dispatch.api.FrameSink;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.IncidentStatus;
import io.dispatch120.dispatch.api.IncidentView.AssignmentView;
import io.dispatch120.dispatch.api.IncidentView.MessageView;
import io.dispatch120.dispatch.api.IncidentView.MilestoneView;
import io.dispatch120.dispatch.api.IncidentView.NoticeView;
import io.dispatch120.dispatch.api.IncidentView.PatientView;
import io.dispatch120.dispatch.api.IncidentView.PositionView;
import io.dispatch120.dispatch.api.LocationReport;
import io.dispatch120.dispatch.api.LocatorView;
import io.dispatch120.dispatch.api.LocatorView.ApproachingUnit;
import io.dispatch120.dispatch.api.MessageSender;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.MilestoneSource;
import io.dispatch120.dispatch.api.Outcome;
import io.dispatch120.dispatch.api.PagedView;
import io.dispatch120.dispatch.api.PagedView.PagedEcg;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.PreAlertKind;
import io.dispatch120.dispatch.api.PreAlertState;
import io.dispatch120.dispatch.api.Priority;
import io.dispatch120.dispatch.api.Refusal;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.api.Reply;
import io.dispatch120.dispatch.api.Role;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.dispatch.api.Sex;
import io.dispatch120.dispatch.api.StreamHandle;
import io.dispatch120.dispatch.api.TriageTag;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.api.UnitPosition;
import io.dispatch120.dispatch.api.Vitals;
import io.dispatch120.geo.api.AedAccess;
import io.dispatch120.geo.api.AedReadiness;
import io.dispatch120.geo.api.LngLat;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
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
  private static final PositionView POSITION =
      new PositionView(112.9, 28.2, 12.5, FixSource.LINK, NOW);

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
        A01.equals(crew.unitId()) ? Optional.of(assignment(Milestone.ASSIGNED)) : Optional.empty());
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
    return Future.succeededFuture(Optional.of(unit(crew, Availability.COMMITTED, null, null)));
  }

  @Override
  public Future<Reply<CrewUnitView>> declare(
      SessionUser crew, RequestKey key, Command.SetAvailability command) {
    commands.add(command);
    Availability shown = Availability.valueOf(command.duty().name());
    return Future.succeededFuture(
        new Reply.Ok<>(unit(crew, shown, command.reason(), command.expectedBackAt()), false));
  }

  private static CrewUnitView unit(
      SessionUser crew, Availability availability, String reason, Instant expectedBackAt) {
    return new CrewUnitView(
        crew.unitId(), "一组", "湘A·12001", "望城坡站", availability, reason, expectedBackAt);
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
                ? new Reply.Ok<>(assignment(reached), true)
                : new Reply.KeyReused<>());
      }
    }
    keys.add(key);
    commands.add(command);
    return Future.succeededFuture(new Reply.Ok<>(assignment(reached), false));
  }

  private static <T> Future<Reply<T>> refuse(RefusalCode code) {
    return Future.succeededFuture(new Reply.No<>(new Refusal(code, "no")));
  }

  static CrewAssignmentView assignment(Milestone reached) {
    Map<Milestone, MilestoneView> milestones = new TreeMap<>();
    milestones.put(
        Milestone.ASSIGNED, new MilestoneView(NOW, NOW, MilestoneSource.DISPATCH, null, false));
    milestones.put(reached, new MilestoneView(NOW, NOW, MilestoneSource.CREW, null, false));
    IncidentId incident = new IncidentId("i1");
    AssignmentView view =
        new AssignmentView(
            new AssignmentId("t1"),
            incident,
            A01,
            AssignmentStatus.valueOf(reached.name()),
            milestones,
            new HospitalId("h1"),
            List.of(new PatientId("p1")),
            List.of("nearest"),
            new Personal("熟悉路线"),
            new NoticeView("address_changed", 11, NOW, false),
            NOW,
            new Personal("误报"));
    return new CrewAssignmentView(
        view,
        incident,
        "20260301-0001",
        Priority.P1,
        Complaint.CHEST_PAIN,
        POSITION,
        new Personal("梅溪湖路 1 号"),
        new Personal("北门"),
        new Personal("有楼梯"),
        new Personal("13800001234"),
        new Personal("李"),
        List.of(
            new PatientView(
                new PatientId("p1"),
                new Personal("张"),
                Sex.FEMALE,
                70,
                TriageTag.RED,
                new Personal("胸痛"),
                Outcome.TRANSPORTED)),
        List.of(new MessageView("m", MessageSender.DISPATCHER, new Personal("走北门"), NOW)),
        List.of(aed(new LngLat(112.9, 28.2))),
        List.of(new UnitId("A02")),
        List.of(PathwaySamples.chestPain()),
        List.of(PathwaySamples.preAlert()),
        List.of(PathwaySamples.hospital()),
        NOW,
        12);
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
        links.contains(token) ? Optional.of(locator()) : Optional.empty());
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
    return Future.succeededFuture(Optional.of(new Reply.Ok<>(locator(), false)));
  }

  private LocatorView locator() {
    return new LocatorView(
        IncidentStatus.EN_ROUTE,
        POSITION,
        presence,
        List.of(
            new ApproachingUnit(A01, AssignmentStatus.EN_ROUTE, 240.0, 112.9, 28.2, NOW),
            new ApproachingUnit(
                new UnitId("A02"), AssignmentStatus.ASSIGNED, null, null, null, null)),
        false,
        List.of(aed(new LngLat(112.9, 28.2))),
        List.of(),
        messages.stream()
            .map(text -> new MessageView("m", MessageSender.CALLER, new Personal(text), NOW))
            .toList(),
        NOW.plusSeconds(7_200),
        12);
  }

  private static AedView aed(LngLat place) {
    return new AedView(
        "aed-1",
        "市民中心",
        place,
        "A 座",
        "1F",
        "大厅",
        "Mo-Su 08:00-22:00",
        "8:00-22:00",
        AedAccess.STAFFED,
        true,
        AedReadiness.UNKNOWN,
        NOW,
        null,
        null,
        120.0,
        100.0);
  }

  /** Careless on purpose: gives a custodian's phone. */
  @Override
  public Future<List<AedView>> findAeds(LngLat near, int limit) {
    searches.add(near);
    AedView aed = aed(near);
    return Future.succeededFuture(
        List.of(
            new AedView(
                aed.id(),
                aed.name(),
                near,
                null,
                "1F",
                null,
                null,
                null,
                AedAccess.PUBLIC,
                null,
                AedReadiness.OK,
                null,
                "前台",
                "13900005678",
                120.0,
                100.0)));
  }

  @Override
  public Future<Optional<PagedView>> findPaged(String token) {
    questions.incrementAndGet();
    return Future.succeededFuture(
        token.equals(PAGED) ? Optional.of(paged(answered, true)) : Optional.empty());
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
                    ? new Reply.Ok<>(paged(answered, true), true)
                    : new Reply.KeyReused<>()));
      }
    }
    keys.add(key);
    answered = answer;
    return Future.succeededFuture(Optional.of(new Reply.Ok<>(paged(answer, true), false)));
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

  private static PagedView paged(EscalationAnswer answer, boolean here) {
    return new PagedView(
        answer == null ? PreAlertState.WAITING : PreAlertState.ACCEPTED,
        PreAlertKind.CHEST_PAIN,
        "湘雅三医院",
        "介入值班医师",
        NOW.minusSeconds(30),
        NOW.plusSeconds(30),
        Diagnosis.STEMI,
        Sex.MALE,
        61,
        720L,
        true,
        new Vitals(NOW, 128, 80, 96, 18, 97, 15),
        List.of(
            new IntervalView(
                "first_medical_contact_to_wire",
                NOW.minusSeconds(1_200),
                null,
                null,
                7_200,
                IntervalState.RUNNING,
                "ESC 2023")),
        List.of(new PagedEcg(new EcgId("e1"), "image", "image/png", NOW)),
        answer,
        answer == null ? null : NOW,
        answer == null ? null : "介入值班医师",
        answer != null && here,
        12);
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
