package io.dispatch120.dispatch.simulation;

import io.dispatch120.dispatch.api.Actor;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.command.CommandRequest;
import io.dispatch120.dispatch.command.CommandResult;
import io.dispatch120.dispatch.journal.StorageUnavailable;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives commands and keeps what was answered; what has no answer is asked again, by its key. */
final class CommandClient {
  private final Chaos chaos;
  private final Map<UUID, Given> given = new LinkedHashMap<>();

  /** A command with every try to give it. */
  static final class Given {
    final CommandRequest request;
    final List<Try> tries = new ArrayList<>();

    Given(CommandRequest request) {
      this.request = request;
    }

    List<CommandResult.Done> done() {
      return tries.stream()
          .map(t -> t.answer)
          .filter(Future::succeeded)
          .map(Future::result)
          .filter(CommandResult.Done.class::isInstance)
          .map(CommandResult.Done.class::cast)
          .toList();
    }

    /** Every try ended with the word that nothing was stored by it. */
    boolean surelyNotStored() {
      return tries.stream()
          .allMatch(
              t ->
                  t.answer.failed()
                      && t.answer.cause() instanceof StorageUnavailable away
                      && !away.outcomeUnknown());
    }
  }

  record Try(SimulatedNode node, Future<CommandResult> answer) {}

  CommandClient(Chaos chaos) {
    this.chaos = chaos;
  }

  void give(SimulatedNode node, Command command, @Nullable UnitId acting) {
    UUID id = new UUID(chaos.random.nextLong(), chaos.random.nextLong());
    Actor actor =
        acting == null ? new Actor("dispatcher", "li") : new Actor("crew", acting.value());
    Given one =
        new Given(new CommandRequest(id, "body " + id, Places.CENTER, actor, acting, command));
    given.put(id, one);
    send(node, one);
  }

  private void send(SimulatedNode node, Given one) {
    one.tries.add(new Try(node, node.node.execute(one.request)));
  }

  /** Says one command again, as somebody does whose answer got lost: perhaps once too often. */
  void repeat(SimulatedNode node) {
    if (!given.isEmpty()) {
      List<Given> all = List.copyOf(given.values());
      send(node, all.get(chaos.random.nextInt(all.size())));
    }
  }

  /** Says every command again that nobody has answered. */
  void repeatUnanswered(SimulatedNode node) {
    for (Given one : given.values()) {
      if (one.tries.stream().noneMatch(t -> t.answer.succeeded()) && !one.surelyNotStored()) {
        send(node, one);
      }
    }
  }

  Iterable<Given> all() {
    return given.values();
  }
}
