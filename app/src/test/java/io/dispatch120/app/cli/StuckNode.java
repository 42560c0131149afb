package io.dispatch120.app.cli;

import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Main class of a child process: a node that never finishes stopping. */
final class StuckNode implements RunningNode {
  public static void main(String[] args) {
    Shutdown shutdown = Shutdown.install();
    shutdown.started(new StuckNode());
    System.out.println("up");
    shutdown.awaitStop();
  }

  @Override
  public StartReport report() {
    return new StartReport("stuck", 0, List.of(), List.of(), List.of());
  }

  @Override
  public void close() {
    System.out.println("closing");
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
