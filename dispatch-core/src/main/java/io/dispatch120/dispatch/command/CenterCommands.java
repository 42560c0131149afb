package io.dispatch120.dispatch.command;

import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.board.Board;
import io.dispatch120.dispatch.board.BoardFeed;
import io.dispatch120.dispatch.board.Loop;
import io.dispatch120.dispatch.fleet.Unit;
import io.dispatch120.dispatch.incident.Decision;
import io.dispatch120.dispatch.incident.Decisions;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.incident.IncidentEvent;
import io.dispatch120.dispatch.incident.Incidents;
import io.dispatch120.dispatch.incident.Moment;
import io.dispatch120.dispatch.incident.Scene;
import io.dispatch120.dispatch.journal.AppendCommand;
import io.dispatch120.dispatch.journal.AppendOutcome;
import io.dispatch120.dispatch.journal.IncidentStore;
import io.dispatch120.dispatch.journal.Journal;
import io.dispatch120.dispatch.journal.JournalEntry;
import io.dispatch120.dispatch.journal.StorageUnavailable;
import io.dispatch120.geo.api.Datums;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The way of a command in one centre: find the scene on the board, decide, append, apply, answer.
 *
 * <p>A decision is guarded by the revisions it saw. A conflict, and every refusal, is decided again
 * after the board has caught up with the journal, so that a slow board never refuses what the truth
 * allows and never allows what it forbids. Thread-safe; works on the loop.
 */
public final class CenterCommands implements CommandService {
  /** More conflicts in a row than contention explains. */
  private static final int TRIES = 50;

  /** Commands taken and not yet answered; beyond, new ones are told to come back. */
  private static final int WAITING_LIMIT = 5_000;

  private final Board board;
  private final BoardFeed feed;
  private final Journal journal;
  private final Loop loop;
  private final InstantSource clock;
  private final Datums datums;
  private final CommandMeter meter;
  private final SceneFinder scenes;
  private final GroupCommit commits;
  private final FirstAnswers answers;
  private final Consumer<Long> published;
  private final KeyedGate gate = new KeyedGate();

  /**
   * @param journal with {@code incidents}: the truth
   * @param observer looks around decisions
   * @param clock database time
   * @param datums conversions, to see a mistaken datum
   * @param published told the last sequence number of every commit of this node, after the board
   *     has it
   */
  public CenterCommands(
      Board board,
      BoardFeed feed,
      Journal journal,
      IncidentStore incidents,
      SceneObserver observer,
      Loop loop,
      InstantSource clock,
      Datums datums,
      CommandMeter meter,
      Consumer<Long> published) {
    this.board = board;
    this.feed = feed;
    this.journal = journal;
    this.loop = loop;
    this.clock = clock;
    this.datums = datums;
    this.meter = meter;
    this.scenes = new SceneFinder(board, incidents, observer);
    this.commits = new GroupCommit(board.center(), journal, loop, meter::batch);
    this.answers = new FirstAnswers(board, feed, journal, incidents);
    this.published = published;
  }

  @Override
  public Future<CommandResult> execute(CommandRequest request) {
    Promise<CommandResult> answer = Promise.promise();
    loop.execute(() -> start(request).onComplete(answer::handle));
    return answer.future();
  }

  private Future<CommandResult> start(CommandRequest request) {
    if (gate.size() >= WAITING_LIMIT) {
      return Future.failedFuture(
          new StorageUnavailable(gate.size() + " commands are waiting", false, null));
    }
    Instant begun = clock.instant();
    meter.waiting(gate.size());
    return scenes
        .targets(request.command())
        .compose(onLoop())
        .compose(targets -> gate.run(targets.keys(), () -> guarded(request, targets)))
        .onComplete(
            end ->
                meter.command(
                    request.command(),
                    outcomeName(end.result()),
                    Duration.between(begun, clock.instant())));
  }

  /** The gate is used on one thread: whatever ends a command, the loop goes on from there. */
  private Future<CommandResult> guarded(CommandRequest request, Targets targets) {
    Promise<CommandResult> back = Promise.promise();
    attempt(request, targets, 1, false).onComplete(end -> loop.execute(() -> back.handle(end)));
    return back.future();
  }

  /** One try; {@code fresh} when the board has caught up with the journal for it. */
  private Future<CommandResult> attempt(
      CommandRequest request, Targets targets, int number, boolean fresh) {
    return scenes
        .scene(request.command(), targets)
        .compose(onLoop())
        .compose(
            scene -> {
              Moment moment =
                  new Moment(
                      request.commandId(),
                      request.center(),
                      request.actor(),
                      request.actingUnit(),
                      clock.instant(),
                      board.policy(),
                      datums);
              Decision decision = Decisions.decide(scene, request.command(), moment);
              if (decision instanceof Decision.Refused refused) {
                return refuse(request, targets, number, fresh, refused, moment);
              }
              return append(
                  request, targets, scene, ((Decision.Accepted) decision).drafts(), moment, number);
            });
  }

  private Future<CommandResult> refuse(
      CommandRequest request,
      Targets targets,
      int number,
      boolean fresh,
      Decision.Refused refused,
      Moment moment) {
    if (!fresh) {
      return feed.catchUp()
          .compose(caught -> retargeted(request, targets))
          .compose(onLoop())
          .compose(again -> attempt(request, again, number, true));
    }
    if (request.command() instanceof Command.FireDeadline) {
      // Nothing to be done, and nobody to be told: the deadline is settled without an event.
      return append(request, targets, Scene.EMPTY, List.of(), moment, number);
    }
    if (request.fingerprint().isEmpty()) {
      return Future.succeededFuture(new CommandResult.Refused(refused.refusal()));
    }
    // Perhaps it is refused because it was done before, by the same request.
    return journal
        .findRecorded(request.center(), request.commandId())
        .compose(
            recorded ->
                recorded.isEmpty()
                    ? Future.succeededFuture(new CommandResult.Refused(refused.refusal()))
                    : answers.again(request, targets, OptionalLong.empty()));
  }

  /** What a command names may have come into being, or moved, since it was first looked for. */
  private Future<Targets> retargeted(CommandRequest request, Targets targets) {
    return scenes.targets(request.command()).map(again -> again.keys().isEmpty() ? targets : again);
  }

  private Future<CommandResult> append(
      CommandRequest request,
      Targets targets,
      Scene scene,
      List<Decision.Draft> drafts,
      Moment moment,
      int number) {
    // Also without events: that there was nothing to change is guarded and recorded like a change.
    AppendCommand command = AppendBuilder.build(request, scene, drafts, moment);
    return commits
        .append(command)
        .compose(
            outcome -> {
              if (outcome instanceof AppendOutcome.Committed committed) {
                return apply(request, scene, command, committed);
              }
              if (outcome instanceof AppendOutcome.Replayed replayed) {
                return answers.again(request, targets, OptionalLong.of(replayed.lastSeq()));
              }
              if (outcome instanceof AppendOutcome.Conflict conflict) {
                return again(request, targets, number, conflict);
              }
              return Future.succeededFuture(new CommandResult.KeyReused());
            });
  }

  private Future<CommandResult> again(
      CommandRequest request, Targets targets, int number, AppendOutcome.Conflict conflict) {
    if (number >= TRIES) {
      return Future.failedFuture(
          new StorageUnavailable(number + " conflicts in a row: " + conflict.what(), false, null));
    }
    return feed.catchUp()
        .compose(caught -> retargeted(request, targets))
        .compose(onLoop())
        .compose(moved -> attempt(request, moved, number + 1, true));
  }

  private Future<CommandResult> apply(
      CommandRequest request,
      Scene scene,
      AppendCommand command,
      AppendOutcome.Committed committed) {
    List<JournalEntry> entries =
        AppendBuilder.entries(request, command, committed.firstSeq(), committed.recordedAt());
    if (entries.isEmpty()) {
      return Future.succeededFuture(done(request, scene, entries));
    }
    feed.committed(entries);
    return feed.applied(committed.lastSeq())
        .onComplete(shown -> published.accept(committed.lastSeq()))
        .recover(FirstAnswers::storedAlready)
        .map(shown -> done(request, scene, entries));
  }

  private CommandResult done(CommandRequest request, Scene scene, List<JournalEntry> entries) {
    return new CommandResult.Done(
        request.commandId(),
        false,
        entries,
        after(scene.incident(), mainIncident(request, scene), entries),
        scene.other().flatMap(other -> after(Optional.of(other), other.id(), entries)),
        scene.unit().map(Unit::id).flatMap(board::findUnit));
  }

  private static @Nullable IncidentId mainIncident(CommandRequest request, Scene scene) {
    return scene
        .incident()
        .map(Incident::id)
        .orElseGet(
            () ->
                request.command() instanceof Command.ReceiveCall
                    ? new IncidentId(Moment.newId(request.commandId(), "incident"))
                    : null);
  }

  private static Optional<Incident> after(
      Optional<Incident> before, @Nullable IncidentId id, List<JournalEntry> entries) {
    Incident state = before.orElse(null);
    for (JournalEntry entry : entries) {
      if (entry.event() instanceof IncidentEvent event && Objects.equals(entry.incidentId(), id)) {
        state = Incidents.fold(state, event, entry.stamp());
      }
    }
    return Optional.ofNullable(state);
  }

  /** Comes back to the loop after a future that may have completed elsewhere. */
  private <T> Function<T, Future<T>> onLoop() {
    return value -> {
      Promise<T> back = Promise.promise();
      loop.execute(() -> back.complete(value));
      return back.future();
    };
  }

  private static String outcomeName(@Nullable CommandResult result) {
    if (result instanceof CommandResult.Done done) {
      return done.replayed() ? "replayed" : "done";
    }
    if (result instanceof CommandResult.Refused refused) {
      RefusalCode code = refused.refusal().code();
      return code.name().toLowerCase(Locale.ROOT);
    }
    return result == null ? "failed" : "key_reused";
  }
}
