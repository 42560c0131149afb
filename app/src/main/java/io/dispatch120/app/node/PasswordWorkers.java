package io.dispatch120.app.node;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads that check passwords: few, because each check is meant to be costly. */
final class PasswordWorkers {
  private static final int THREADS = 2;

  /** The sign-ins of a shift change fit in. */
  private static final int WAITING = 200;

  private PasswordWorkers() {}

  static ThreadPoolExecutor start() {
    ThreadPoolExecutor workers =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(WAITING),
            task -> {
              Thread thread = new Thread(task, "passwords");
              thread.setDaemon(true);
              return thread;
            });
    workers.allowCoreThreadTimeOut(true);
    return workers;
  }
}
