package io.dispatch120.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports that a process can have again after it was killed. They lie below the range from which the
 * system gives ports to outgoing connections, so no connection takes one while its owner is down.
 * Thread-safe.
 */
public final class FreePorts {
  private static final int FIRST = 20_000;
  private static final int COUNT = 9_000;

  /** Starts at a place of this process, so that two runs at once rarely meet. */
  private static final AtomicInteger NEXT =
      new AtomicInteger((int) (ProcessHandle.current().pid() * 97 % COUNT));

  private FreePorts() {}

  /** A port nobody listens on now, never the same twice in a process. */
  public static int next() {
    for (int tries = 0; tries < COUNT; tries++) {
      int port = FIRST + NEXT.getAndIncrement() % COUNT;
      if (isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException("no free port");
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
