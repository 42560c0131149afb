package io.dispatch120.dispatch.api;

/**
 * Where a stream's frames go: one socket with a bounded queue. Called from any thread; never
 * blocks.
 */
public interface FrameSink {
  /**
   * Queues a text frame behind the ones before it. Once the queue is full the sink closes itself
   * with {@code 4008} and takes nothing more.
   *
   * @return false when the sink is closed
   */
  boolean send(String frame);

  /** How many frames wait, to hold back what can be left out (positions, heartbeats). */
  int queued();

  /**
   * Closes the socket with a code of the protocol (4400, 4401, 4403, 4408 …) and a short reason.
   */
  void close(int code, String reason);
}
