package io.dispatch120.dispatch.node;

import io.dispatch120.dispatch.board.Board;
import io.dispatch120.dispatch.board.Loop;
import io.dispatch120.dispatch.query.LiveRoads;
import io.dispatch120.dispatch.query.Workers;
import io.dispatch120.geo.api.RoadConditions;
import io.dispatch120.geo.api.Roads;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Keeps the roads of a centre as its board has them closed, and as its hour has them: on a worker,
 * one change at a time, the newest last. Questions are answered meanwhile by what was in use
 * before. Used on the loop, but for the methods of {@link LiveRoads}.
 */
final class CenterRoads implements LiveRoads {
  /** Traffic changes by the hour; the same conditions again cost nothing. */
  static final Duration HOUR_CHECK = Duration.ofMinutes(1);

  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** Longer than conditions of a large map take; who closes a road does not wait for ever. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Roads roads;
  private final Board board;
  private final Loop loop;
  private final Executor workers;
  private final InstantSource clock;
  private final Consumer<Throwable> faults;
  private final Runnable changed;
  private final TreeMap<Long, List<Promise<Void>>> waiting = new TreeMap<>();
  private long inUse = -1;
  private boolean busy;
  private boolean again;

  /**
   * @param changed run on the loop when other closures are in use
   */
  CenterRoads(
      Roads roads,
      Board board,
      Loop loop,
      Executor workers,
      InstantSource clock,
      Consumer<Throwable> faults,
      Runnable changed) {
    this.roads = roads;
    this.board = board;
    this.loop = loop;
    this.workers = workers;
    this.clock = clock;
    this.faults = faults;
    this.changed = changed;
  }

  /** The board's closures or the hour may be others. */
  void refresh() {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    again = false;
    long revision = board.roads().revision();
    LocalDateTime local = LocalDateTime.ofInstant(clock.instant(), board.policy().zone());
    RoadConditions conditions = new RoadConditions(local, board.roads().shapes());
    ask(() -> {
          roads.use(conditions);
          return revision;
        })
        .onComplete(
            end ->
                loop.execute(
                    () -> {
                      busy = false;
                      if (end.succeeded()) {
                        taken(revision);
                      } else {
                        failed(end.cause());
                      }
                    }));
  }

  private void taken(long revision) {
    boolean other = inUse != revision;
    inUse = revision;
    release(waiting.headMap(revision, true));
    if (other) {
      changed.run();
    }
    if (again) {
      refresh();
    }
  }

  private static void release(Map<Long, List<Promise<Void>>> reached) {
    List<Promise<Void>> due = reached.values().stream().flatMap(List::stream).toList();
    reached.clear();
    due.forEach(Promise::tryComplete);
  }

  /** What was in use before stays in use. */
  private void failed(Throwable cause) {
    faults.accept(cause);
    release(waiting);
    loop.after(PAUSE, this::refresh);
  }

  @Override
  public Roads roads() {
    return roads;
  }

  @Override
  public Future<Void> inUse() {
    Promise<Void> done = Promise.promise();
    loop.execute(
        () -> {
          long wanted = board.roads().revision();
          if (inUse >= wanted) {
            done.complete();
          } else {
            waiting.computeIfAbsent(wanted, revision -> new ArrayList<>()).add(done);
            loop.after(PATIENCE, done::tryComplete);
            refresh();
          }
        });
    return done.future();
  }

  @Override
  public <T> Future<T> ask(Supplier<T> question) {
    return Workers.ask(workers, question);
  }
}
