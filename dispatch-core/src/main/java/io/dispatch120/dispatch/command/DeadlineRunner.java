package io.dispatch120.dispatch.command;

import io.dispatch120.dispatch.api.Actor;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.board.Loop;
import io.dispatch120.dispatch.journal.TimerStore;
import io.dispatch120.dispatch.journal.TimerStore.Due;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Sends the commands of deadlines that ran out. Every node does; the command's id is derived from
 * the deadline and its generation, so the journal lets it happen once. Used on the loop.
 */
public final class DeadlineRunner {
  private static final int LIMIT = 64;

  private final CenterId center;
  private final TimerStore timers;
  private final CommandService commands;
  private final Loop loop;
  private final Consumer<Throwable> faults;
  private final Set<UUID> underWay = new HashSet<>();
  private boolean asking;

  /**
   * @param faults told what went wrong; the deadline stays due and is tried again
   */
  public DeadlineRunner(
      CenterId center,
      TimerStore timers,
      CommandService commands,
      Loop loop,
      Consumer<Throwable> faults) {
    this.center = center;
    this.timers = timers;
    this.commands = commands;
    this.loop = loop;
    this.faults = faults;
  }

  /** Looks for due deadlines and fires them. */
  public void run() {
    if (asking) {
      return;
    }
    asking = true;
    timers
        .listDue(center, LIMIT)
        .onComplete(
            due ->
                loop.execute(
                    () -> {
                      asking = false;
                      if (due.succeeded()) {
                        fire(due.result());
                      } else {
                        faults.accept(due.cause());
                      }
                    }));
  }

  private void fire(List<Due> due) {
    for (Due deadline : due) {
      UUID id = commandId(center, deadline);
      if (!underWay.add(id)) {
        continue;
      }
      Command command =
          new Command.FireDeadline(
              deadline.incidentId(), deadline.timerId(), deadline.generation());
      commands
          .execute(new CommandRequest(id, "", center, Actor.system("timer"), null, command))
          .onFailure(faults::accept)
          .onComplete(end -> loop.execute(() -> underWay.remove(id)));
    }
  }

  /** The same on every node, for the same deadline and generation. */
  static UUID commandId(CenterId center, Due due) {
    String text =
        "deadline/"
            + center
            + "/"
            + due.incidentId()
            + "/"
            + due.timerId()
            + "/"
            + due.generation();
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
