package io.dispatch120.dispatch.simulation;

import io.dispatch120.dispatch.adapter.memory.InMemoryStorage;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.api.UnitPosition;
import io.dispatch120.dispatch.board.Board;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One schedule: three nodes over one journal, people who command, sockets that break, a while of
 * misfortune; then quiet, in which everything must come right.
 */
final class Simulation {
  private static final int NODES = 3;
  private static final Duration STEP = Duration.ofMillis(100);
  private static final int ROUGH_STEPS = 130;

  /** Retries, polls and the loads of started nodes have long ended by then. */
  private static final Duration QUIET = Duration.ofSeconds(6);

  final Chaos chaos;
  final InMemoryStorage storage;
  final List<SimulatedNode> nodes = new ArrayList<>();
  final List<SocketClient> sockets = new ArrayList<>();
  final CommandClient people;
  private final RandomCommands commands;
  private int lives;

  Simulation(long seed) {
    chaos = new Chaos(seed);
    storage = new InMemoryStorage(chaos.time);
    people = new CommandClient(chaos);
    commands = new RandomCommands(chaos.random, chaos.time);
    storage.catalogues().seed(Places.CATALOGUE);
    for (int i = 0; i < NODES; i++) {
      nodes.add(newNode());
    }
    for (int i = 0; i < 3; i++) {
      sockets.add(new SocketClient(chaos, null));
    }
    for (int i = 0; i < Places.UNITS; i++) {
      sockets.add(new SocketClient(chaos, Places.unit(i)));
    }
  }

  private SimulatedNode newNode() {
    return new SimulatedNode("n" + lives++, chaos, storage, nodes);
  }

  Simulation run() {
    for (int step = 0; step < ROUGH_STEPS; step++) {
      misfortune();
      act();
      chaos.time.pass(STEP);
    }
    chaos.calm();
    for (int i = 0; i < NODES; i++) {
      nodes.get(i).loop.goOn();
      restartIfDown(i);
    }
    chaos.time.pass(QUIET);
    anyNode().ifPresent(people::repeatUnanswered);
    reconnect();
    chaos.time.pass(QUIET);
    untilNothingHappens();
    new Checks(this).all();
    return this;
  }

  /** Deadlines go on firing: what the last one wrote must have come to every board. */
  private void untilNothingHappens() {
    long before = -1;
    for (int i = 0; i < 20 && before != head(); i++) {
      before = head();
      chaos.time.pass(Duration.ofMillis(2_500));
    }
  }

  private long head() {
    return storage.journal().head(Places.CENTER).result().seq();
  }

  private void misfortune() {
    int victim = chaos.random.nextInt(NODES);
    if (chaos.once(60)) {
      nodes.get(victim).kill();
    }
    if (chaos.once(10)) {
      restartIfDown(victim);
    }
    if (chaos.once(50)) {
      nodes.get(victim).loop.hold();
    }
    if (chaos.once(12)) {
      nodes.get(victim).loop.goOn();
    }
    if (chaos.once(chaos.databaseAway() ? 10 : 80)) {
      chaos.databaseAway(!chaos.databaseAway());
    }
    if (chaos.once(20)) {
      sockets.get(chaos.random.nextInt(sockets.size())).lost();
    }
  }

  private void restartIfDown(int index) {
    if (nodes.get(index).failed()) {
      nodes.get(index).kill();
      nodes.set(index, newNode());
    }
  }

  private void act() {
    Optional<SimulatedNode> node = anyNode();
    if (node.isEmpty()) {
      return;
    }
    int burst = chaos.once(15) ? 4 : chaos.random.nextInt(2);
    for (int i = 0; i < burst; i++) {
      command(node.get());
    }
    if (chaos.once(6)) {
      people.repeat(node.get());
    }
    if (chaos.once(4)) {
      UnitId unit = Places.unit(chaos.random.nextInt(Places.UNITS));
      node.get()
          .center()
          .reportPositions(
              List.of(
                  new UnitPosition(unit, Places.SQUARE, chaos.time.instant(), 5.0, null, null)));
    }
    if (chaos.once(3)) {
      reconnect();
    }
  }

  private void command(SimulatedNode node) {
    Board board = node.center().board();
    Command command = commands.next(board);
    people.give(anyNode().orElse(node), command, acting(board, command));
  }

  /** Taps come from the crew itself, mostly. */
  private @Nullable UnitId acting(Board board, Command command) {
    return command instanceof Command.OfAssignment of && chaos.random.nextBoolean()
        ? board
            .findIdByAssignment(of.assignmentId())
            .flatMap(board::findIncident)
            .flatMap(i -> i.findAssignment(of.assignmentId()))
            .map(a -> a.unitId())
            .orElse(null)
        : null;
  }

  private void reconnect() {
    for (SocketClient socket : sockets) {
      if (!socket.connected()) {
        anyNode().ifPresent(socket::connect);
      }
    }
  }

  private Optional<SimulatedNode> anyNode() {
    List<SimulatedNode> serving = nodes.stream().filter(SimulatedNode::serves).toList();
    return serving.isEmpty()
        ? Optional.empty()
        : Optional.of(serving.get(chaos.random.nextInt(serving.size())));
  }
}
