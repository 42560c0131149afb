package io.dispatch120.dispatch.adapter.http;

import io.dispatch120.dispatch.api.AlertId;
import io.dispatch120.dispatch.api.AssignmentId;
import io.dispatch120.dispatch.api.CallId;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.EscalationId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Stamp;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.assignment.Assignment;
import io.dispatch120.dispatch.board.Board;
import io.dispatch120.dispatch.command.CommandRequest;
import io.dispatch120.dispatch.command.CommandResult;
import io.dispatch120.dispatch.command.CommandResult.Done;
import io.dispatch120.dispatch.command.CommandService;
import io.dispatch120.dispatch.fleet.LiveFleet;
import io.dispatch120.dispatch.fleet.Unit;
import io.dispatch120.dispatch.fleet.UnitAvailabilityChanged;
import io.dispatch120.dispatch.hospital.HospitalEvent;
import io.dispatch120.dispatch.hospital.KnownHospitals;
import io.dispatch120.dispatch.incident.AssignmentEvents;
import io.dispatch120.dispatch.incident.Call;
import io.dispatch120.dispatch.incident.Decision;
import io.dispatch120.dispatch.incident.Decisions;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.incident.IncidentEvent;
import io.dispatch120.dispatch.incident.Incidents;
import io.dispatch120.dispatch.incident.Moment;
import io.dispatch120.dispatch.incident.Scene;
import io.dispatch120.dispatch.incident.Scene.Surroundings;
import io.dispatch120.dispatch.journal.AppendCommand;
import io.dispatch120.dispatch.journal.AppendOutcome;
import io.dispatch120.dispatch.journal.BoardSource;
import io.dispatch120.dispatch.journal.CaseStore;
import io.dispatch120.dispatch.journal.IncidentStore;
import io.dispatch120.dispatch.journal.Journal;
import io.dispatch120.dispatch.journal.JournalEntry;
import io.dispatch120.dispatch.journal.StorageUnavailable;
import io.dispatch120.dispatch.query.LiveCenters;
import io.dispatch120.dispatch.query.LiveRoads;
import io.dispatch120.dispatch.recommendation.DestinationAdvisor;
import io.dispatch120.dispatch.road.BridgeRoads;
import io.dispatch120.dispatch.road.RoadEvent;
import io.dispatch120.dispatch.triage.CardEvent;
import io.dispatch120.dispatch.view.IncidentStory;
import io.dispatch120.dispatch.view.TestCenter;
import io.dispatch120.geo.api.Datums;
import io.dispatch120.geo.api.RoadConditions;
import io.dispatch120.geo.api.Roads;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A centre in memory: commands are decided by the domain and folded as the journal would. Answers
 * come from a thread of their own, as a store's do.
 */
final class SmallCenter
    implements CommandService, IncidentStore, Journal, BoardSource, LiveCenters, LiveRoads {
  private record Answered(String fingerprint, Done done) {}

  final TestCenter live = new TestCenter();
  final BridgeRoads roads = new BridgeRoads();
  private final Datums datums;
  private final Map<IncidentId, Incident> incidents = new HashMap<>();
  private final List<JournalEntry> entries = new ArrayList<>();
  private final Map<UUID, Answered> answered = new HashMap<>();
  private Instant now = Instant.parse("2026-11-22T04:00:00Z");

  /** What every command meets while it is set. */
  volatile StorageUnavailable away;

  SmallCenter(Datums datums) {
    this.datums = datums;
  }

  synchronized void pass(Duration time) {
    now = now.plus(time);
  }

  synchronized Instant now() {
    return now;
  }

  @Override
  public Future<CommandResult> execute(CommandRequest request) {
    Promise<CommandResult> promise = Promise.promise();
    ForkJoinPool.commonPool()
        .execute(
            () -> {
              try {
                promise.complete(take(request));
              } catch (RuntimeException e) {
                promise.fail(e);
              }
            });
    return promise.future();
  }

  private synchronized CommandResult take(CommandRequest request) {
    if (away != null) {
      throw away;
    }
    Answered before = answered.get(request.commandId());
    if (before != null) {
      return before.fingerprint().equals(request.fingerprint())
          ? replayed(before.done())
          : new CommandResult.KeyReused();
    }
    now = now.plusSeconds(1);
    Scene scene = scene(request.command());
    Moment moment =
        new Moment(
            request.commandId(),
            request.center(),
            request.actor(),
            request.actingUnit(),
            now,
            live.policy(),
            datums);
    Decision decision = Decisions.decide(scene, request.command(), moment);
    if (decision instanceof Decision.Refused refused) {
      return new CommandResult.Refused(refused.refusal());
    }
    Done done = commit(request, scene, ((Decision.Accepted) decision).drafts());
    answered.put(request.commandId(), new Answered(request.fingerprint(), done));
    return done;
  }

  private static Done replayed(Done done) {
    return new Done(
        done.commandId(), true, done.entries(), done.incident(), done.other(), done.unit());
  }

  private Done commit(CommandRequest request, Scene scene, List<Decision.Draft> drafts) {
    List<JournalEntry> written = new ArrayList<>();
    for (Decision.Draft draft : drafts) {
      JournalEntry entry =
          new JournalEntry(
              request.center(),
              entries.size() + 1L,
              UUID.randomUUID(),
              draft.at(),
              now,
              request.actor(),
              draft.incidentId(),
              draft.event().unitId(),
              draft.event());
      entries.add(entry);
      written.add(entry);
      apply(entry);
    }
    Optional<IncidentId> own =
        scene
            .incident()
            .map(Incident::id)
            .or(
                () ->
                    written.stream()
                        .flatMap(entry -> Stream.ofNullable(entry.incidentId()))
                        .findFirst());
    return new Done(
        request.commandId(),
        false,
        written,
        own.map(incidents::get),
        scene.other().map(i -> incidents.get(i.id())),
        scene.unit().flatMap(u -> live.findUnit(u.id())));
  }

  private void apply(JournalEntry entry) {
    Stamp stamp = entry.stamp();
    if (entry.event() instanceof IncidentEvent event) {
      Incident folded = Incidents.fold(incidents.get(entry.incidentId()), event, stamp);
      incidents.put(folded.id(), folded);
      live.with(folded);
    }
    if (entry.event() instanceof RoadEvent event) {
      live.with(live.roads().with(event, stamp));
    }
    if (entry.event() instanceof CardEvent event) {
      live.with(live.cards().with(event, stamp));
    }
    if (entry.event() instanceof HospitalEvent event) {
      live.with(live.notices().with(event, stamp));
    }
    if (entry.event() instanceof UnitAvailabilityChanged changed) {
      live.findUnit(changed.unitId()).ifPresent(u -> live.with(changed.applyTo(u)));
    }
    if (entry.event() instanceof AssignmentEvents.OfAssignment of) {
      Assignment assignment =
          incidents.get(entry.incidentId()).findAssignment(of.assignmentId()).orElseThrow();
      live.findUnit(assignment.unitId())
          .ifPresent(unit -> live.with(after(unit, assignment, entry.incidentId())));
    }
  }

  private static Unit after(Unit unit, Assignment assignment, IncidentId incident) {
    if (assignment.live()) {
      return unit.assigned(assignment.id(), incident);
    }
    return assignment.id().equals(unit.assignmentId()) ? unit.released() : unit;
  }

  private Scene scene(Command command) {
    if (command instanceof Command.LinkCall link) {
      return scene(
          Optional.ofNullable(incidents.get(link.incidentId())),
          having(i -> !i.closed() && i.findCall(link.callId()).isPresent()),
          Optional.empty());
    }
    if (command instanceof Command.UnlinkCall unlink) {
      Optional<Incident> has = having(i -> !i.closed() && i.findCall(unlink.callId()).isPresent());
      return scene(
          has,
          has.flatMap(i -> i.findCall(unlink.callId()))
              .map(Call::openedIncident)
              .map(incidents::get),
          Optional.empty());
    }
    Optional<Incident> incident = incidentOf(command);
    Optional<Unit> unit = unitOf(command, incident).flatMap(live::findUnit);
    Optional<Incident> other =
        command instanceof Command.AssignUnit assign && assign.preempt()
            ? unit.map(Unit::incidentId).map(incidents::get)
            : Optional.empty();
    return scene(incident, other, unit);
  }

  private Scene scene(Optional<Incident> incident, Optional<Incident> other, Optional<Unit> unit) {
    KnownHospitals hospitals = new KnownHospitals(live.catalogue(), live.hospitalServices(), now);
    return new Scene(
        incident, other, unit, Surroundings.NONE.with(hospitals), live.roads(), live.cards());
  }

  private Optional<Incident> incidentOf(Command command) {
    if (command instanceof Command.OfIncident of) {
      return Optional.ofNullable(incidents.get(of.incidentId()));
    }
    if (command instanceof Command.OfAssignment of) {
      return having(i -> i.findAssignment(of.assignmentId()).isPresent());
    }
    if (command instanceof Command.OfAlert of) {
      return having(i -> i.findAlert(of.alertId()).isPresent());
    }
    if (command instanceof Command.ChangePatient change) {
      return having(i -> i.findPatient(change.patientId()).isPresent());
    }
    if (command instanceof Command.OfPatient of) {
      return having(i -> i.findPatient(of.patientId()).isPresent());
    }
    if (command instanceof Command.OfEscalation of) {
      return having(i -> i.findPreAlert(of.escalationId()).isPresent());
    }
    return Optional.empty();
  }

  /** Cases by their opening. */
  CaseStore cases() {
    return (of, from, to, after, limit) -> Future.succeededFuture(listCases(from, to, after));
  }

  private synchronized List<CaseStore.CaseRef> listCases(
      Instant from, Instant to, CaseStore.CaseRef after) {
    return incidents.values().stream()
        .flatMap(
            i ->
                i.cases().stream()
                    .map(c -> new CaseStore.CaseRef(c.patientId(), i.id(), c.openedAt())))
        .filter(c -> !c.openedAt().isBefore(from) && c.openedAt().isBefore(to))
        .filter(c -> after == null || c.openedAt().isAfter(after.openedAt()))
        .sorted(Comparator.comparing(CaseStore.CaseRef::openedAt))
        .toList();
  }

  private static Optional<UnitId> unitOf(Command command, Optional<Incident> incident) {
    if (command instanceof Command.AssignUnit assign) {
      return Optional.of(assign.unitId());
    }
    if (command instanceof Command.SetAvailability set) {
      return Optional.of(set.unitId());
    }
    if (command instanceof Command.OfAssignment of) {
      return incident.flatMap(i -> i.findAssignment(of.assignmentId())).map(Assignment::unitId);
    }
    return Optional.empty();
  }

  private Optional<Incident> having(Predicate<Incident> wanted) {
    return incidents.values().stream().filter(wanted).findFirst();
  }

  // --- the ports that questions are answered from

  @Override
  public synchronized Future<Optional<Incident>> find(CenterId center, IncidentId id) {
    return Future.succeededFuture(Optional.ofNullable(incidents.get(id)));
  }

  @Override
  public Future<Optional<Incident>> findAsOf(CenterId center, IncidentId id, long seq) {
    throw new UnsupportedOperationException();
  }

  private synchronized Future<Optional<IncidentId>> idOf(Predicate<Incident> wanted) {
    return Future.succeededFuture(having(wanted).map(Incident::id));
  }

  @Override
  public Future<Optional<IncidentId>> findIdByAssignment(CenterId center, AssignmentId id) {
    return idOf(i -> i.findAssignment(id).isPresent());
  }

  @Override
  public Future<Optional<IncidentId>> findIdByCall(CenterId center, CallId id) {
    return idOf(i -> i.findCall(id).isPresent());
  }

  @Override
  public Future<Optional<IncidentId>> findIdByPatient(CenterId center, PatientId id) {
    return idOf(i -> i.findPatient(id).isPresent());
  }

  @Override
  public Future<Optional<IncidentId>> findIdByAlert(CenterId center, AlertId id) {
    return idOf(i -> i.findAlert(id).isPresent());
  }

  @Override
  public Future<Optional<IncidentId>> findIdByEscalation(CenterId center, EscalationId id) {
    return idOf(i -> i.findPreAlert(id).isPresent());
  }

  @Override
  public synchronized Future<List<Incident>> list(CenterId center, IncidentStore.Query query) {
    return Future.succeededFuture(
        incidents.values().stream()
            .filter(
                i ->
                    query.priority() == null || i.details().effectivePriority() == query.priority())
            .filter(i -> query.complaint() == null || i.details().complaint() == query.complaint())
            .filter(i -> query.text() == null || i.number().equals(query.text()))
            .sorted(Comparator.comparing(Incident::openedAt).reversed())
            .limit(query.limit())
            .toList());
  }

  @Override
  public Future<List<AppendOutcome>> append(CenterId center, List<AppendCommand> commands) {
    throw new UnsupportedOperationException();
  }

  @Override
  public synchronized Future<List<JournalEntry>> read(CenterId center, long after, int limit) {
    return Future.succeededFuture(
        entries.stream().filter(entry -> entry.seq() > after).limit(limit).toList());
  }

  @Override
  public synchronized Future<List<JournalEntry>> listEntries(CenterId center, IncidentId id) {
    return Future.succeededFuture(
        entries.stream().filter(entry -> id.equals(entry.incidentId())).toList());
  }

  @Override
  public synchronized Future<Head> head(CenterId center) {
    return Future.succeededFuture(new Head(entries.size(), now));
  }

  @Override
  public Future<Optional<Recorded>> findRecorded(CenterId center, UUID commandId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public synchronized Future<Picture> load(CenterId center) {
    List<Incident> open = incidents.values().stream().filter(i -> !i.closed()).toList();
    return Future.succeededFuture(
        new Picture(
                entries.size(), now, open, List.copyOf(live.units()), live.roads(), live.cards())
            .with(live.notices()));
  }

  @Override
  public Future<Picture> loadAt(CenterId center, Instant at) {
    return load(center);
  }

  @Override
  public Future<Optional<Unit>> findUnit(CenterId center, UnitId id) {
    return Future.succeededFuture(live.findUnit(id));
  }

  @Override
  public Board getBoard(CenterId center) {
    return live;
  }

  @Override
  public LiveFleet getFleet(CenterId center) {
    return live;
  }

  @Override
  public DestinationAdvisor getAdvisor(CenterId center) {
    return new DestinationAdvisor(live, roads());
  }

  @Override
  public LiveRoads getRoads(CenterId center) {
    return this;
  }

  @Override
  public Roads roads() {
    return roads;
  }

  @Override
  public Future<Void> inUse() {
    return ask(
        () -> {
          roads.use(
              new RoadConditions(
                  LocalDateTime.ofInstant(now(), TestCenter.ZONE), live.roads().shapes()));
          return null;
        });
  }

  @Override
  public <T> Future<T> ask(Supplier<T> question) {
    Promise<T> answer = Promise.promise();
    ForkJoinPool.commonPool().execute(() -> answer.complete(question.get()));
    return answer.future();
  }

  @Override
  public Future<Picture> takePicture(CenterId center) {
    return load(IncidentStory.CENTER);
  }
}
