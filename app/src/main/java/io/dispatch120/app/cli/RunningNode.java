package io.dispatch120.app.cli;

/** A node that serves its clients until it is closed. */
public interface RunningNode extends AutoCloseable {
  /** What people need to know to use it. */
  StartReport report();

  /**
   * Drains and stops: no new work, work in hand finished, then the database. Must take less than
   * {@link Shutdown#LIMIT}.
   */
  @Override
  void close();
}
