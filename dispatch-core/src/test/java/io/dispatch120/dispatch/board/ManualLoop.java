package io.dispatch120.dispatch.board;

import java.time.Duration;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * A loop on virtual time: one task after the other, in order. It can be stopped for a while, like a
 * process that the system holds, and killed.
 */
public final class ManualLoop implements Loop {
  private final VirtualTime time;
  private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();
  private boolean running;
  private boolean held;
  private boolean dead;
  private @Nullable RuntimeException bug;

  public ManualLoop(VirtualTime time) {
    this.time = time;
  }

  @Override
  public void execute(Runnable task) {
    if (!dead) {
      tasks.addLast(task);
      time.after(Duration.ZERO, this::runNext);
    }
  }

  private void runNext() {
    if (dead || held || tasks.isEmpty()) {
      return;
    }
    running = true;
    try {
      tasks.removeFirst().run();
    } catch (RuntimeException e) {
      bug = e;
    } finally {
      running = false;
    }
  }

  @Override
  public void after(Duration delay, Runnable task) {
    time.after(delay, () -> execute(task));
  }

  @Override
  public Runnable every(Duration period, Runnable task) {
    boolean[] stopped = new boolean[1];
    again(period, task, stopped);
    return () -> stopped[0] = true;
  }

  private void again(Duration period, Runnable task, boolean[] stopped) {
    time.after(
        period,
        () -> {
          if (!stopped[0] && !dead) {
            execute(task);
            again(period, task, stopped);
          }
        });
  }

  /** Nothing runs until {@link #goOn()}; what comes meanwhile waits. */
  public void hold() {
    held = true;
  }

  public void goOn() {
    held = false;
    tasks.forEach(task -> time.after(Duration.ZERO, this::runNext));
  }

  /** Nothing runs any more, ever. */
  public void kill() {
    dead = true;
    tasks.clear();
  }

  public boolean dead() {
    return dead;
  }

  /** Whether the caller is a task of this loop. */
  public boolean running() {
    return running;
  }

  /** Throws what a task has thrown, as no task may. */
  public void check() {
    if (bug != null) {
      throw new AssertionError("a task of the loop failed", bug);
    }
  }
}
