package io.dispatch120.dispatch.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.adapter.memory.InMemoryStorage;
import io.dispatch120.dispatch.api.Actor;
import io.dispatch120.dispatch.api.CallerWithPatient;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.FixSource;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.LocationReport;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.board.DatabaseClock;
import io.dispatch120.dispatch.board.ManualLoop;
import io.dispatch120.dispatch.board.VirtualTime;
import io.dispatch120.dispatch.command.CommandRequest;
import io.dispatch120.dispatch.command.CommandResult;
import io.dispatch120.dispatch.command.TextMessages;
import io.dispatch120.dispatch.journal.Scenario;
import io.dispatch120.geo.api.Datum;
import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.Roads;
import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.UUID;

/** A node on virtual time over a journal in memory; more nodes may share both. */
public final class QuietCenter {
  public static final CenterId CENTER = new CenterId("quiet");
  public static final LngLat PLACE = new LngLat(112.9, 28.2);

  public final VirtualTime time;
  public final InMemoryStorage storage;
  public final ManualLoop loop;
  public final DispatchNode node;

  /** What this node has handed to the gateway. */
  public final TextMessages texts = new TextMessages();

  /** Work that was given to the workers and waits to be done. */
  public final ArrayDeque<Runnable> work = new ArrayDeque<>();

  public QuietCenter() {
    this(TestNode.NO_MAP);
  }

  /** On a map. */
  public QuietCenter(Roads roads) {
    this(new VirtualTime(), roads);
  }

  private QuietCenter(VirtualTime time, Roads roads) {
    this(time, new InMemoryStorage(time), roads);
  }

  private QuietCenter(VirtualTime time, InMemoryStorage storage, Roads roads) {
    this.time = time;
    this.storage = storage;
    storage.catalogues().seed(Scenario.withHospital(Scenario.catalogue(CENTER, 3)));
    this.loop = new ManualLoop(time);
    this.node =
        TestNode.of(
            storage,
            loop,
            work::addLast,
            new DatabaseClock(time::nanos, VirtualTime.START),
            new JoinedBuses().join("n"),
            roads,
            texts);
    Future<Void> started = node.start();
    settle();
    assertThat(started.succeeded()).isTrue();
  }

  /** Another node over the same journal; it hears of nothing but by asking. */
  public QuietCenter peer() {
    return peer(TestNode.NO_MAP);
  }

  public QuietCenter peer(Roads roads) {
    return new QuietCenter(time, storage, roads);
  }

  public CenterNode center() {
    return node.getCenter(CENTER);
  }

  /** Does everything that is due, the workers' part too. */
  public void settle() {
    time.settle();
    while (!work.isEmpty()) {
      work.removeFirst().run();
      time.settle();
    }
  }

  public static CommandRequest request(Command command) {
    UUID id = UUID.randomUUID();
    return new CommandRequest(id, "body", CENTER, new Actor("dispatcher", "li"), null, command);
  }

  public CommandResult answer(CommandRequest request) {
    Future<CommandResult> answer = node.execute(request);
    time.settle();
    assertThat(answer.succeeded()).as("%s", answer).isTrue();
    return answer.result();
  }

  public CommandResult.Done does(Command command) {
    CommandResult result = answer(request(command));
    assertThat(result).isInstanceOf(CommandResult.Done.class);
    return (CommandResult.Done) result;
  }

  public IncidentId opened() {
    return does(call(true)).incident().orElseThrow().id();
  }

  public static Command.ReceiveCall call(boolean sendLink) {
    return new Command.ReceiveCall(
        new Personal("13800001234"),
        null,
        CallerWithPatient.YES,
        false,
        null,
        null,
        null,
        null,
        new LocationReport(PLACE, null, FixSource.CONFIRMED, Datum.WGS84, null),
        sendLink);
  }

  public static UnitId unit(int number) {
    return Scenario.unit(number);
  }

  public static Command assign(IncidentId incident, int unit) {
    return new Command.AssignUnit(incident, unit(unit), null, false);
  }
}
