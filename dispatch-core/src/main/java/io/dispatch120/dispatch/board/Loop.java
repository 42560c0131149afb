package io.dispatch120.dispatch.board;

import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * One thread at a time, in order, with time: what the board and everything that writes to it run
 * on.
 */
public interface Loop extends Executor {
  /** Runs {@code task} once, later. */
  void after(Duration delay, Runnable task);

  /** Runs {@code task} again and again until the returned action is run. */
  Runnable every(Duration period, Runnable task);
}
