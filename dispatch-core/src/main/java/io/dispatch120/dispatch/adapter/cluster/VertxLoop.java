package io.dispatch120.dispatch.adapter.cluster;

import io.dispatch120.dispatch.board.Loop;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;

/** A loop on one Vert.x event-loop context. */
public final class VertxLoop implements Loop {
  private final Vertx vertx;
  private final Context context;

  /** Takes a context of its own, not shared with sockets of the same thread's verticles. */
  public VertxLoop(Vertx vertx, Context context) {
    this.vertx = vertx;
    this.context = context;
  }

  @Override
  public void execute(Runnable task) {
    context.runOnContext(now -> task.run());
  }

  @Override
  public void after(Duration delay, Runnable task) {
    vertx.setTimer(Math.max(1, delay.toMillis()), id -> execute(task));
  }

  @Override
  public Runnable every(Duration period, Runnable task) {
    long timer = vertx.setPeriodic(period.toMillis(), id -> execute(task));
    return () -> vertx.cancelTimer(timer);
  }
}
