package io.dispatch120.app.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the process as operators expect: the first SIGTERM, SIGINT or SIGHUP drains and stops the
 * node and leaves with 0; a second one, or {@link #LIMIT} passing, ends it at once with 1. Nothing
 * acknowledged is lost either way. A signal during the start waits for the start, then stops.
 */
public final class Shutdown {
  /** What a stop may take; operators are promised 10 s, and the JVM needs a moment of its own. */
  public static final Duration LIMIT = Duration.ofSeconds(8);

  private static final Logger log = LoggerFactory.getLogger(Shutdown.class);

  private final CompletableFuture<RunningNode> node = new CompletableFuture<>();
  private final CompletableFuture<Boolean> stopped = new CompletableFuture<>();
  private final AtomicBoolean signalled = new AtomicBoolean();

  private Shutdown() {}

  /** Takes over the signals, before the node is started. */
  static Shutdown install() {
    Shutdown shutdown = new Shutdown();
    Runtime.getRuntime().addShutdownHook(new Thread(shutdown::stopWithinLimit, "shutdown"));
    for (String signal : new String[] {"TERM", "INT", "HUP"}) {
      handle(signal, shutdown::onSignal);
    }
    return shutdown;
  }

  void started(RunningNode running) {
    node.complete(running);
  }

  void notStarted() {
    node.cancel(false);
  }

  /** Blocks until the node is stopped. */
  void awaitStop() {
    stopped.join();
  }

  private void onSignal() {
    if (signalled.compareAndSet(false, true)) {
      // exit runs the hooks and only then returns, which a signal handler must not wait for.
      new Thread(() -> System.exit(0), "exit").start();
    } else {
      Runtime.getRuntime().halt(1);
    }
  }

  private void stopWithinLimit() {
    Thread worker = new Thread(this::stop, "stop");
    worker.setDaemon(true);
    worker.start();
    try {
      stopped.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      log.error(
          "did not stop within {} s and is ended now; nothing stored is lost", LIMIT.toSeconds());
      Runtime.getRuntime().halt(1);
    } catch (InterruptedException | ExecutionException e) {
      Runtime.getRuntime().halt(1);
    }
  }

  private void stop() {
    try {
      RunningNode running = node.handle((started, failure) -> started).join();
      if (running != null) {
        log.info("stopping");
        running.close();
        log.info("stopped");
      }
    } catch (RuntimeException e) {
      log.error("did not stop cleanly; nothing stored is lost", e);
    } finally {
      stopped.complete(true);
    }
  }

  /**
   * The JDK has no public interface for signals; {@code sun.misc.Signal} is the supported way, but
   * naming it is a compiler warning that can not be silenced. Without it the JVM's own handling
   * remains, which runs the hook as well.
   */
  private static void handle(String name, Runnable action) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      InvocationHandler onCall =
          (proxy, method, arguments) -> {
            if (method.getName().equals("handle")) {
              action.run();
              return null;
            }
            return method.invoke(action, arguments);
          };
      Object proxy =
          Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, onCall);
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
    } catch (ReflectiveOperationException e) {
      log.debug("the JVM handles SIG{} itself", name, e);
    }
  }
}
