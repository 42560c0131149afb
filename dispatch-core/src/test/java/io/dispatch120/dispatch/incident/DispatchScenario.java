package io.dispatch120.dispatch.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.alert.Alert;
import io.dispatch120.dispatch.alert.CenterPolicy;
import io.dispatch120.dispatch.alert.Deadline;
import io.dispatch120.dispatch.api.Actor;
import io.dispatch120.dispatch.api.AlertKind;
import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.Command.FireDeadline;
import io.dispatch120.dispatch.api.CrewLink;
import io.dispatch120.dispatch.api.DispatchEvent;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.api.Stamp;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.assignment.Assignment;
import io.dispatch120.dispatch.fleet.Unit;
import io.dispatch120.dispatch.fleet.UnitAvailabilityChanged;
import io.dispatch120.dispatch.hospital.HospitalBook;
import io.dispatch120.dispatch.incident.Decision.Accepted;
import io.dispatch120.dispatch.incident.Decision.Draft;
import io.dispatch120.dispatch.incident.Decision.Refused;
import io.dispatch120.dispatch.incident.Scene.Surroundings;
import io.dispatch120.dispatch.journal.Projection;
import io.dispatch120.dispatch.journal.RowChange;
import io.dispatch120.dispatch.triage.CardApprovals;
import io.dispatch120.geo.api.Datums;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A centre in memory whose clock the test moves: commands are decided and folded as the journal
 * would, and deadlines fire when their time has come. After every command it checks what must
 * always hold, see {@link Invariants}.
 */
final class DispatchScenario {
  static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
  static final CenterPolicy POLICY = CenterPolicy.defaults(ZoneId.of("Asia/Shanghai"), "XJ");

  /** The way to the database: recorded times are this much later than decisions. */
  private static final Duration LATENCY = Duration.ofMillis(3);

  private record TimerKey(IncidentId incident, String id) {}

  private record Timer(int generation, Instant due) {}

  final Map<IncidentId, Incident> incidents = new LinkedHashMap<>();
  final Map<UnitId, Unit> units = new LinkedHashMap<>();
  CardApprovals cards = CardApprovals.NONE;
  final List<Draft> journal = new ArrayList<>();
  private final Map<TimerKey, Timer> timers = new LinkedHashMap<>();
  private final Set<String> fired = new HashSet<>();
  private final Set<String> running = new HashSet<>();
  private final Set<String> gone = new HashSet<>();
  private Instant now = NOON;
  private long seq;
  private long commands;
  private Surroundings around = Surroundings.NONE;
  private Actor actor = new Actor("dispatcher", "li");
  private Datums datums = Shifts.NONE;

  static DispatchScenario with(Unit... fleet) {
    DispatchScenario scenario = new DispatchScenario();
    for (Unit unit : fleet) {
      scenario.units.put(unit.id(), unit);
    }
    return scenario;
  }

  DispatchScenario as(String dispatcher) {
    actor = new Actor("dispatcher", dispatcher);
    return this;
  }

  DispatchScenario converting(Datums conversions) {
    datums = conversions;
    return this;
  }

  DispatchScenario crewLink(CrewLink link) {
    around =
        new Surroundings(List.of(), link, around.proposed(), null, List.of(), around.hospitals());
    return this;
  }

  DispatchScenario proposing(String unit) {
    around =
        new Surroundings(
            List.of(), around.crewLink(), new UnitId(unit), null, List.of(), around.hospitals());
    return this;
  }

  DispatchScenario hospitals(HospitalBook book) {
    around = around.with(book);
    return this;
  }

  Instant now() {
    return now;
  }

  Moment moment() {
    return moment(null);
  }

  private Moment moment(UnitId acting) {
    UUID id = new UUID(120, commands);
    return new Moment(id, new CenterId("xj"), actor, acting, now, POLICY, datums);
  }

  /** Decides without effect. */
  Decision decide(Command command) {
    return Decisions.decide(Scenes.of(this, command, around), command, moment());
  }

  /** Takes effect; fails the test when it is refused. Gives the events it wrote. */
  List<DispatchEvent> does(Command command) {
    return doesFor(null, command);
  }

  /** The same by the crew of {@code acting}. */
  List<DispatchEvent> doesFor(UnitId acting, Command command) {
    Decision decision = Decisions.decide(Scenes.of(this, command, around), command, moment(acting));
    assertThat(decision).as("%s", command).isInstanceOf(Accepted.class);
    return commit((Accepted) decision, command);
  }

  /** Takes effect when it is not refused; the refusal's code otherwise. */
  Optional<RefusalCode> tries(Command command) {
    Decision decision = decide(command);
    if (decision instanceof Refused refused) {
      return Optional.of(refused.refusal().code());
    }
    commit((Accepted) decision, command);
    return Optional.empty();
  }

  RefusalCode refuses(Command command) {
    return refusesFor(null, command);
  }

  RefusalCode refusesFor(UnitId acting, Command command) {
    Decision decision = Decisions.decide(Scenes.of(this, command, around), command, moment(acting));
    assertThat(decision).as("%s", command).isInstanceOf(Refused.class);
    return ((Refused) decision).refusal().code();
  }

  /** Lets time pass; deadlines fire at their time, in order. */
  DispatchScenario pass(Duration time) {
    Instant until = now.plus(time);
    for (Optional<TimerKey> next = nextDue(until); next.isPresent(); next = nextDue(until)) {
      Timer timer = timers.get(next.get());
      now = timer.due().isAfter(now) ? timer.due() : now;
      fire(next.get(), timer.generation());
    }
    now = until;
    return this;
  }

  /** Time passes and nobody looks; then the one deadline about {@code subject} is fired. */
  List<DispatchEvent> firesLate(Duration outage, String subject) {
    TimerKey key =
        timers.keySet().stream().filter(k -> k.id().endsWith(subject)).findFirst().orElseThrow();
    int before = journal.size();
    now = now.plus(outage);
    fire(key, timers.get(key).generation());
    return journal.subList(before, journal.size()).stream().map(Draft::event).toList();
  }

  DispatchScenario passSeconds(long seconds) {
    return pass(Duration.ofSeconds(seconds));
  }

  Incident incident(IncidentId id) {
    return Optional.ofNullable(incidents.get(id)).orElseThrow();
  }

  Assignment assignment(AssignmentId id) {
    return incidents.values().stream()
        .flatMap(i -> i.findAssignment(id).stream())
        .findFirst()
        .orElseThrow();
  }

  Unit unit(String id) {
    return Optional.ofNullable(units.get(new UnitId(id))).orElseThrow();
  }

  List<AlertKind> liveAlerts(IncidentId id) {
    return incident(id).alerts().stream().filter(Alert::live).map(Alert::kind).toList();
  }

  Alert liveAlert(IncidentId id, AlertKind kind) {
    return incident(id).alerts().stream()
        .filter(a -> a.live() && a.kind() == kind)
        .findFirst()
        .orElseThrow(() -> new AssertionError(kind + " is not live, only " + liveAlerts(id)));
  }

  List<Deadline> deadlines(IncidentId id) {
    return Deadlines.of(incident(id), POLICY, now);
  }

  private void fire(TimerKey key, int generation) {
    // The command's identity is made of these: the journal would take a second one for a replay.
    assertThat(fired.add(key + "/" + generation)).as("%s fires once", key).isTrue();
    FireDeadline command = new FireDeadline(key.incident(), key.id(), generation);
    Scene scene = Scenes.of(this, command, around);
    UUID id = new UUID(121, fired.size());
    Moment due =
        new Moment(id, new CenterId("xj"), Actor.system("timer"), null, now, POLICY, datums);
    Decision decision = Decisions.decide(scene, command, due);
    commit((Accepted) decision, command);
  }

  private Optional<TimerKey> nextDue(Instant until) {
    return timers.entrySet().stream()
        .filter(e -> !e.getValue().due().isAfter(until))
        .min(Comparator.comparing(e -> e.getValue().due()))
        .map(Map.Entry::getKey);
  }

  private List<DispatchEvent> commit(Accepted accepted, Command command) {
    Moment moment = moment();
    commands++;
    Map<IncidentId, Incident> before = new LinkedHashMap<>(incidents);
    Map<IncidentId, List<Draft>> touched = new LinkedHashMap<>();
    Stamp stamp = null;
    for (Draft draft : accepted.drafts()) {
      journal.add(draft);
      seq += 7; // other incidents write in between
      stamp = new Stamp(seq, draft.at(), now.plus(LATENCY), moment.actor());
      if (draft.incidentId() != null) {
        touched.computeIfAbsent(draft.incidentId(), id -> new ArrayList<>()).add(draft);
        Incident state = incidents.get(draft.incidentId());
        incidents.put(
            draft.incidentId(), Incidents.fold(state, (IncidentEvent) draft.event(), stamp));
      }
      applyToUnit(draft);
    }
    List<RowChange> rows = new ArrayList<>();
    touched.forEach(
        (id, drafts) -> {
          Optional<Incident> old = Optional.ofNullable(before.get(id));
          Incident foreseen = Provisional.apply(old, drafts, moment);
          Invariants.agree(foreseen, incident(id));
          rows.addAll(Projection.rows(old, foreseen, POLICY, now));
        });
    if (command instanceof FireDeadline fire && accepted.drafts().isEmpty()) {
      rows.add(Projection.settled(fire, incident(fire.incidentId()), POLICY, now));
    }
    write(Projection.inOrder(rows));
    Invariants.check(this);
    noDeadlineComesBack();
    assertThat(timers.keySet())
        .as("timer rows after %s", command)
        .containsExactlyInAnyOrderElementsOf(wantedTimers());
    return accepted.drafts().stream().map(Draft::event).toList();
  }

  /** One on its way when it was overtaken would be taken for the new one, or that for a replay. */
  private void noDeadlineComesBack() {
    Set<String> now = new HashSet<>();
    incidents
        .keySet()
        .forEach(
            id -> deadlines(id).forEach(d -> now.add(id + "/" + d.id() + "/" + d.generation())));
    running.removeAll(now);
    gone.addAll(running);
    running.clear();
    running.addAll(now);
    assertThat(now.stream().filter(gone::contains)).as("deadlines that come back").isEmpty();
  }

  private List<TimerKey> wantedTimers() {
    return incidents.keySet().stream()
        .flatMap(id -> deadlines(id).stream().map(d -> new TimerKey(id, d.id())))
        .toList();
  }

  private void write(List<RowChange> rows) {
    for (RowChange row : rows) {
      if (row instanceof RowChange.TimerSet set) {
        timers.put(
            new TimerKey(set.incidentId(), set.timerId()),
            new Timer(set.generation(), now.plus(set.delay())));
      } else if (row instanceof RowChange.TimerCancelled cancelled) {
        timers.remove(new TimerKey(cancelled.incidentId(), cancelled.timerId()));
      }
    }
  }

  private void applyToUnit(Draft draft) {
    DispatchEvent event = draft.event();
    if (event instanceof UnitAvailabilityChanged changed) {
      units.computeIfPresent(changed.unitId(), (id, unit) -> changed.applyTo(unit));
    } else if (event instanceof AssignmentEvents.OfAssignment of) {
      Assignment assignment =
          incident(draft.incidentId()).findAssignment(of.assignmentId()).orElseThrow();
      units.computeIfPresent(
          of.unitId(),
          (id, unit) ->
              assignment.live()
                  ? unit.assigned(assignment.id(), draft.incidentId())
                  : assignment.id().equals(unit.assignmentId()) ? unit.released() : unit);
    }
  }
}
