package io.dispatch120.load.micro;

import java.util.concurrent.locks.LockSupport;

/** A thread that moves units at a steady rate until it is closed. */
final class Movers implements AutoCloseable {
  private static final int STEPS_PER_SECOND = 100;

  private final Thread thread;
  private volatile boolean closed;

  Movers(MovingFleet fleet, NearestSearch search, int perSecond) {
    thread = new Thread(() -> run(fleet, search, perSecond / STEPS_PER_SECOND), "movers");
    thread.setDaemon(true);
    thread.start();
  }

  private void run(MovingFleet fleet, NearestSearch search, int perStep) {
    long begun = System.nanoTime();
    for (long step = 1; !closed; step++) {
      for (int i = 0; i < perStep; i++) {
        fleet.moveOne(search);
      }
      if (step % STEPS_PER_SECOND == 0) {
        search.everySecond();
      }
      LockSupport.parkNanos(begun + step * 1_000_000_000L / STEPS_PER_SECOND - System.nanoTime());
    }
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    thread.join();
  }
}
