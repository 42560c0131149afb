package io.dispatch120.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketConnectOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A client's socket that comes back whenever it is lost, with {@code since} and jitter, and a
 * {@link Transcript} of what it was told. Thread-safe.
 */
public final class SocketRecorder implements AutoCloseable {
  /** Twice the heartbeat, and a margin: a node silent for so long is not there any more. */
  private static final Duration SILENCE_LIMIT = Duration.ofSeconds(5);

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);

  private final Wire wire;
  private final List<Integer> ports;
  private final String path;
  private final String token;
  private final boolean leavesSilentNode;
  private final Transcript transcript;
  private final long watch;
  private int next;
  private boolean closed;
  private @Nullable WebSocket socket;

  private SocketRecorder(
      Wire wire,
      List<Integer> ports,
      String path,
      String token,
      boolean everyEvent,
      boolean leavesSilentNode) {
    this.wire = wire;
    this.ports = List.copyOf(ports);
    this.path = path;
    this.token = token;
    this.leavesSilentNode = leavesSilentNode;
    transcript = new Transcript(everyEvent);
    watch = wire.vertx().setPeriodic(250, ignored -> leaveSilentNode());
    connect();
  }

  /** A console that goes to the next node when its own is silent. */
  public static SocketRecorder ofConsole(Wire wire, List<Integer> ports, String token) {
    return new SocketRecorder(wire, ports, "/ws/console", token, true, true);
  }

  /** A console that stays with a silent node as long as the connection stands. */
  public static SocketRecorder ofPatientConsole(Wire wire, int port, String token) {
    return new SocketRecorder(wire, List.of(port), "/ws/console", token, true, false);
  }

  /** A hospital's desk: it is told of its own patients only. */
  public static SocketRecorder ofHospital(Wire wire, List<Integer> ports, String token) {
    return new SocketRecorder(wire, ports, "/ws/console", token, false, true);
  }

  static SocketRecorder ofCrew(Wire wire, List<Integer> edgePorts, String token) {
    return new SocketRecorder(wire, edgePorts, "/ws/crew", token, false, true);
  }

  public Transcript transcript() {
    return transcript;
  }

  /** Waits until it is complete up to a sequence number. */
  public void awaitSeq(LongPredicate reached, Duration limit) {
    try {
      Waiting.until(path + " complete", limit, () -> reached.test(transcript.completeUpTo()));
    } catch (IllegalStateException e) {
      throw new IllegalStateException(e.getMessage() + "; " + transcript, e);
    }
  }

  /** Waits for an event it was told, or has been already. */
  public Transcript.Event awaitEvent(Predicate<Transcript.Event> wanted, Duration limit) {
    Waiting.until(
        path + " event", limit, () -> transcript.events().stream().anyMatch(wanted::test));
    return transcript.events().stream().filter(wanted).findFirst().orElseThrow();
  }

  private synchronized void connect() {
    if (closed) {
      return;
    }
    int port = ports.get(next);
    next = (next + 1) % ports.size();
    long since = transcript.lastSeq();
    wire.send(HttpMethod.POST, port, "/api/v1/ws-tickets", token, null, null, CONNECT_LIMIT)
        .compose(
            ticket ->
                ticket.status() == 201
                    ? open(port, ticket.text("/ticket"), since)
                    : Future.failedFuture("no ticket: " + ticket))
        .onSuccess(opened -> follow(opened, since))
        .onFailure(this::retry);
  }

  private Future<WebSocket> open(int port, String ticket, long since) {
    String resume = since < 0 ? "" : "&since=" + since;
    return wire.sockets()
        .connect(
            new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setURI(path + "?ticket=" + ticket + resume)
                .setTimeout(CONNECT_LIMIT.toMillis()));
  }

  private synchronized void follow(WebSocket opened, long since) {
    if (closed) {
      opened.close();
      return;
    }
    socket = opened;
    transcript.connected(since);
    opened.textMessageHandler(
        text -> {
          JsonNode frame = Wire.decode(text);
          long now = System.nanoTime();
          synchronized (this) {
            // A connection that was given up may still deliver; its frames came after the new
            // since.
            if (socket == opened) {
              transcript.add(frame, now);
            }
          }
        });
    opened.closeHandler(
        ignored -> {
          boolean own;
          synchronized (this) {
            own = socket == opened;
          }
          if (own) {
            lost(opened.closeStatusCode());
          }
        });
    opened.exceptionHandler(ignored -> {});
  }

  private void lost(@Nullable Short code) {
    synchronized (this) {
      socket = null;
      if (closed) {
        return;
      }
      transcript.disconnected(code == null ? 1006 : code, System.nanoTime());
    }
    retry(null);
  }

  private void retry(@Nullable Throwable cause) {
    if (cause != null) {
      transcript.notConnected(cause);
    }
    long jitterMillis = ThreadLocalRandom.current().nextLong(50, 300);
    wire.vertx().setTimer(jitterMillis, ignored -> connect());
  }

  private void leaveSilentNode() {
    WebSocket silent = null;
    synchronized (this) {
      if (socket != null
          && leavesSilentNode
          && System.nanoTime() - transcript.lastFrameNanos() > SILENCE_LIMIT.toNanos()) {
        silent = socket;
      }
    }
    if (silent != null) {
      lost((short) 1006);
      silent.close();
    }
  }

  @Override
  public void close() {
    WebSocket open;
    synchronized (this) {
      closed = true;
      open = socket;
      socket = null;
    }
    wire.vertx().cancelTimer(watch);
    if (open != null) {
      open.close();
    }
  }
}
