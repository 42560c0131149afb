package io.dispatch120.dispatch.command;

import io.dispatch120.dispatch.api.Actor;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.ClosureId;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.board.Board;
import io.dispatch120.dispatch.board.Loop;
import io.dispatch120.dispatch.road.ClosedRoad;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Opens roads whose time has come. Every node looks at its own board, by the database's time; the
 * command's id is derived from the closure, so the journal lets it happen once. After a crash the
 * closure is on the board again and simply due. Used on the loop.
 *
 * <p>No row of a timer: those belong to incidents and are asked for by the database, four times a
 * second, because an alert may not be late. A road that opens is on every board already.
 */
public final class RoadReopening {
  public static final Duration PERIOD = Duration.ofSeconds(1);

  private final Board board;
  private final CommandService commands;
  private final Loop loop;
  private final InstantSource clock;
  private final Consumer<Throwable> faults;
  private final Set<ClosureId> underWay = new HashSet<>();

  /**
   * @param clock database time
   * @param faults told what went wrong; the closure stays due and is tried again
   */
  public RoadReopening(
      Board board,
      CommandService commands,
      Loop loop,
      InstantSource clock,
      Consumer<Throwable> faults) {
    this.board = board;
    this.commands = commands;
    this.loop = loop;
    this.clock = clock;
    this.faults = faults;
  }

  /** Opens what is due. */
  public void run() {
    board.roads().listDue(clock.instant()).stream().map(ClosedRoad::id).forEach(this::open);
  }

  private void open(ClosureId closure) {
    if (!underWay.add(closure)) {
      return;
    }
    commands
        .execute(
            new CommandRequest(
                commandId(board.center(), closure),
                "",
                board.center(),
                Actor.system("timer"),
                null,
                new Command.OpenRoad(closure)))
        .onFailure(faults::accept)
        .onComplete(end -> loop.execute(() -> underWay.remove(closure)));
  }

  /** The same on every node. */
  static UUID commandId(CenterId center, ClosureId closure) {
    String text = "road-until/" + center + "/" + closure;
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
