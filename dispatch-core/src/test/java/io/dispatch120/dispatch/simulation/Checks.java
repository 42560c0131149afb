package io.dispatch120.dispatch.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.alert.CenterPolicy;
import io.dispatch120.dispatch.api.Milestone;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.assignment.Assignment;
import io.dispatch120.dispatch.board.Applied;
import io.dispatch120.dispatch.board.Board;
import io.dispatch120.dispatch.board.LiveBoard;
import io.dispatch120.dispatch.board.LiveBoard.CatalogueInUse;
import io.dispatch120.dispatch.command.CommandResult;
import io.dispatch120.dispatch.fleet.Unit;
import io.dispatch120.dispatch.incident.AlertEvents;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.journal.BoardSource.Picture;
import io.dispatch120.dispatch.journal.JournalEntry;
import io.dispatch120.dispatch.journal.StorageUnavailable;
import io.dispatch120.dispatch.road.RoadEvent;
import io.dispatch120.dispatch.simulation.SocketClient.Connection;
import io.dispatch120.geo.aed.IndexedAedFinder;
import io.dispatch120.geo.travel.StraightLineTravelTimes;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What must be true after every schedule, by the journal alone. */
final class Checks {
  private final Simulation world;
  private final List<JournalEntry> journal;
  private final List<Applied> history = new ArrayList<>();

  /** What a console, and each crew, should see as of each number. */
  private final List<String> open = new ArrayList<>();

  private final List<Map<UnitId, String>> assigned = new ArrayList<>();
  private final LiveBoard fold;

  Checks(Simulation world) {
    this.world = world;
    this.journal = world.storage.journal().read(Places.CENTER, 0, Integer.MAX_VALUE).result();
    ZoneId zone = ZoneId.of("Asia/Shanghai");
    this.fold =
        new LiveBoard(
            Places.CENTER,
            CenterPolicy.defaults(zone, "XJ").scaled(SimulatedNode.TIMER_SCALE),
            new CatalogueInUse(
                Places.CATALOGUE,
                new IndexedAedFinder(
                    List.of(),
                    zone,
                    new StraightLineTravelTimes(StraightLineTravelTimes.Assumptions.DEFAULTS))),
            Integer.MAX_VALUE);
    Picture present = world.storage.boards().load(Places.CENTER).result();
    fold.restore(
        new Picture(
            0,
            present.at(),
            List.of(),
            present.units().stream()
                .map(u -> u.released().on(Unit.DutyState.ON_DUTY).at(0))
                .toList()));
    open.add("{}");
    assigned.add(Map.of());
  }

  void all() {
    foldHistory();
    numbersAreWithoutGapsAndEventsOnce();
    answersAreInTheJournalExactlyOnce();
    everyCommandWasAnswered();
    boardsAreTheFold();
    deadlinesAreSettled();
    world.sockets.forEach(this::socket);
    world.nodes.forEach(node -> node.loop.check());
  }

  /** No unit in two places, milestones only forward, at every single entry. */
  private void foldHistory() {
    Map<Object, List<Milestone>> seen = new HashMap<>();
    for (JournalEntry entry : journal) {
      history.add(fold.apply(entry));
      Map<UnitId, String> live = new HashMap<>();
      Map<String, Long> shown = new TreeMap<>();
      for (Incident incident : fold.openIncidents()) {
        shown.put(incident.id().value(), incident.revision());
        for (Assignment assignment : incident.liveAssignments()) {
          assertThat(live.put(assignment.unitId(), assignment.id().value()))
              .as("%s is in one live assignment after %s", assignment.unitId(), entry.seq())
              .isNull();
        }
        incident.assignments().forEach(a -> forward(a, seen));
      }
      open.add(shown.toString());
      assigned.add(live);
    }
  }

  private static void forward(Assignment assignment, Map<Object, List<Milestone>> seen) {
    List<Milestone> now = List.copyOf(assignment.milestones().keySet());
    List<Milestone> before = seen.getOrDefault(assignment.id(), List.of());
    int common = Math.min(now.size(), before.size());
    assertThat(now.size()).isGreaterThanOrEqualTo(before.size() - 1);
    assertThat(now.subList(0, common)).isEqualTo(before.subList(0, common));
    assertThat(now).isSorted();
    seen.put(assignment.id(), now);
  }

  private void numbersAreWithoutGapsAndEventsOnce() {
    Set<UUID> events = new HashSet<>();
    for (int i = 0; i < journal.size(); i++) {
      assertThat(journal.get(i).seq()).isEqualTo(i + 1L);
      assertThat(events.add(journal.get(i).id())).as("event of %s once", i + 1).isTrue();
    }
    roadsWereOpenedOnce();
    Set<Object> alerts = new HashSet<>();
    for (JournalEntry entry : journal) {
      if (entry.event() instanceof AlertEvents.AlertRaised raised) {
        assertThat(alerts.add(raised.alert().id())).as("raised once").isTrue();
      }
    }
  }

  /** By a person or by their time, whichever node saw it first; none that should be open stands. */
  private void roadsWereOpenedOnce() {
    Set<Object> standing = new HashSet<>();
    for (JournalEntry entry : journal) {
      if (entry.event() instanceof RoadEvent.RoadClosed closed) {
        assertThat(standing.add(closed.id())).as("closed once").isTrue();
      } else if (entry.event() instanceof RoadEvent.RoadOpened opened) {
        assertThat(standing.remove(opened.id())).as("opened once: %s", entry).isTrue();
      }
    }
    assertThat(fold.roads().listDue(world.storage.boards().load(Places.CENTER).result().at()))
        .as("due roads after the quiet")
        .isEmpty();
  }

  private void answersAreInTheJournalExactlyOnce() {
    for (CommandClient.Given one : world.people.all()) {
      List<CommandResult.Done> answers = one.done();
      for (CommandResult.Done done : answers) {
        for (JournalEntry entry : done.entries()) {
          assertThat(journal.get((int) entry.seq() - 1)).isEqualTo(entry);
        }
        CommandResult.Done first = answers.get(0);
        assertThat(done.entries()).as("%s", one.request).isEqualTo(first.entries());
        if (!done.entries().isEmpty()) {
          // Of a command that changed nothing the journal does not say when that was.
          assertThat(done.incident()).as("%s", one.request).isEqualTo(first.incident());
          assertThat(done.other()).as("%s", one.request).isEqualTo(first.other());
        }
      }
      if (one.surelyNotStored()) {
        assertThat(
                world
                    .storage
                    .journal()
                    .findRecorded(Places.CENTER, one.request.commandId())
                    .result())
            .as("said to be not stored: %s", one.request)
            .isEmpty();
      }
    }
  }

  /** A node that lives owes an answer; a command nobody denied has one. */
  private void everyCommandWasAnswered() {
    for (CommandClient.Given one : world.people.all()) {
      for (CommandClient.Try attempt : one.tries) {
        assertThat(attempt.answer().isComplete() || attempt.node().loop.dead())
            .as("answered: %s", one.request)
            .isTrue();
        if (attempt.answer().failed()) {
          assertThat(attempt.answer().cause()).isInstanceOf(StorageUnavailable.class);
        }
      }
    }
  }

  private void boardsAreTheFold() {
    Picture stored = world.storage.boards().load(Places.CENTER).result();
    assertThat(stored.incidents()).containsExactlyInAnyOrderElementsOf(fold.openIncidents());
    assertThat(stored.units()).containsExactlyInAnyOrderElementsOf(fold.units());
    assertThat(stored.roads()).isEqualTo(fold.roads());
    for (SimulatedNode node : world.nodes) {
      assertThat(node.serves()).isTrue();
      Board board = node.center().board();
      assertThat(board.seq()).as("board of %s", node.name).isEqualTo(journal.size());
      assertThat(board.openIncidents()).containsExactlyInAnyOrderElementsOf(fold.openIncidents());
      assertThat(board.units()).containsExactlyInAnyOrderElementsOf(fold.units());
      assertThat(board.roads()).isEqualTo(fold.roads());
    }
  }

  private void deadlinesAreSettled() {
    assertThat(world.storage.timers().listDue(Places.CENTER, 100).result())
        .as("deadlines still due after the quiet")
        .hasSizeLessThan(3);
  }

  // --- sockets

  private void socket(SocketClient client) {
    assertThat(client.connected()).isTrue();
    long last = -1;
    for (int i = 0; i < client.connections.size(); i++) {
      boolean present = i == client.connections.size() - 1;
      last = connection(client.crew, client.connections.get(i), last, present);
    }
  }

  private long connection(
      @Nullable UnitId crew, Connection connection, long before, boolean present) {
    long last = connection.since().orElse(-1);
    assertThat(last == -1 || last == before).isTrue();
    long complete = last;
    for (Frame frame : connection.frames()) {
      switch (frame.type()) {
        case "snapshot" -> {
          assertThat(last == -1 || frame == connection.frames().get(0)).isTrue();
          assertThat(frame.content())
              .as("snapshot at %s", frame.seq())
              .isEqualTo(crew == null ? open.get((int) frame.seq()) : assignedTo(crew, frame));
          last = frame.seq();
          complete = last;
        }
        case "event" -> {
          assertThat(frame.prev()).isEqualTo(last);
          assertThat(missed(crew, complete, frame.seq())).as("missed before %s", frame).isEmpty();
          assertThat(concerns(crew, frame.seq())).as("is for it: %s", frame).isTrue();
          if (crew != null && assigned.get((int) frame.seq()).containsKey(crew)) {
            // An event that is sent again later may come with newer work, or with what is over
            // when the crew is free by then; never with older work.
            assertThat(assigned.subList((int) frame.seq(), assigned.size()))
                .as("%s", frame)
                .anyMatch(then -> frame.content().equals(then.getOrDefault(crew, frame.content())));
          }
          last = frame.seq();
          complete = last;
        }
        case "heartbeat" -> {
          assertThat(missed(crew, complete, frame.seq() + 1)).as("%s", frame).isEmpty();
          assertThat(frame.seq()).isGreaterThanOrEqualTo(complete);
          complete = frame.seq();
        }
        default -> assertThat(frame.type()).isIn("positions", "recommendation");
      }
    }
    if (present) {
      assertThat(missed(crew, complete, journal.size() + 1L)).as("missed at the end").isEmpty();
    }
    return last == -1 ? before : last;
  }

  private String assignedTo(UnitId crew, Frame frame) {
    return assigned.get((int) frame.seq()).getOrDefault(crew, "-");
  }

  private List<Long> missed(@Nullable UnitId crew, long after, long before) {
    List<Long> missed = new ArrayList<>();
    for (long seq = Math.max(after, 0) + 1; seq < before; seq++) {
      if (concerns(crew, seq)) {
        missed.add(seq);
      }
    }
    return missed;
  }

  private boolean concerns(@Nullable UnitId crew, long seq) {
    if (crew == null) {
      return true;
    }
    Applied applied = history.get((int) seq - 1);
    boolean alert = applied.entry().event() instanceof AlertEvents.OfAlert;
    return applied.crews().contains(crew) && (!alert || crew.equals(applied.entry().unitId()));
  }
}
