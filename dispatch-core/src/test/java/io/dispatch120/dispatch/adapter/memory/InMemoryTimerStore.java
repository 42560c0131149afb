package io.dispatch120.dispatch.adapter.memory;

import io.dispatch120.dispatch.adapter.memory.InMemoryState.Timer;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.journal.TimerStore;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;

/** Deadlines in memory, by the clock that was handed in. */
public final class InMemoryTimerStore implements TimerStore {
  private final InMemoryState state;
  private final InstantSource clock;

  InMemoryTimerStore(InMemoryState state, InstantSource clock) {
    this.state = state;
    this.clock = clock;
  }

  @Override
  public Future<List<Due>> listDue(CenterId center, int limit) {
    synchronized (state) {
      Instant now = clock.instant();
      return Future.succeededFuture(
          state.center(center).timers.values().stream()
              .filter(timer -> !timer.dueAt().isAfter(now))
              .sorted(Comparator.comparing(Timer::dueAt))
              .limit(limit)
              .map(timer -> new Due(timer.incident(), timer.id(), timer.generation()))
              .toList());
    }
  }
}
