package io.dispatch120.app.simulation.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.dispatch120.app.simulation.pace.Chance;
import io.vertx.core.Vertx;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A socket that comes back by itself, with what it missed, until it is closed. To be used from one
 * event loop.
 */
public final class LiveSocket {
  private static final long WATCH_MILLIS = 1_000;
  private static final long SILENCE_NANOS = 10_000_000_000L;
  private static final int SESSION_ENDED = 4401;
  private static final int NOT_ALLOWED = 4403;
  private static final int NOT_UNDERSTOOD = 4400;

  private final Vertx vertx;
  private final Port port;
  private final Session session;
  private final String path;
  private final Consumer<JsonNode> frames;
  private final Consumer<Throwable> faults;
  private final Backoff backoff;
  private final Cursor cursor = new Cursor();
  private @Nullable WebSocket socket;
  private @Nullable String tokenInUse;
  private long lastFrameNanos;
  private boolean closed;

  /**
   * @param path such as {@code /ws/crew}
   * @param frames gets every snapshot and event, in order and each once
   * @param faults told why there is no connection
   */
  public LiveSocket(
      Vertx vertx,
      Port port,
      Session session,
      String path,
      Chance chance,
      Consumer<JsonNode> frames,
      Consumer<Throwable> faults) {
    this.vertx = vertx;
    this.port = port;
    this.session = session;
    this.path = path;
    this.frames = frames;
    this.faults = faults;
    this.backoff = new Backoff(chance);
  }

  /** Connects, now and whenever the connection is lost. */
  public void open() {
    vertx.setPeriodic(WATCH_MILLIS, timer -> watch(timer));
    connect();
  }

  private void connect() {
    if (closed) {
      return;
    }
    session
        .token()
        .compose(
            valid -> {
              tokenInUse = valid;
              return port.connect(uri(), valid, this::onText);
            })
        .onSuccess(this::connected)
        .onFailure(
            failure -> {
              if (failure instanceof UpgradeRejectedException rejected
                  && rejected.getStatus() == 401) {
                forgetSession();
              }
              if (!closed) {
                faults.accept(failure);
                again();
              }
            });
  }

  private String uri() {
    return cursor.since().isPresent() ? path + "?since=" + cursor.since().getAsLong() : path;
  }

  private void connected(WebSocket opened) {
    lastFrameNanos = System.nanoTime();
    if (closed) {
      opened.close();
      return;
    }
    socket = opened;
    opened.exceptionHandler(faults::accept);
    opened.closeHandler(end -> ended(opened));
    if (opened.isClosed()) {
      ended(opened);
    }
  }

  private void ended(WebSocket ended) {
    if (socket != ended) {
      return;
    }
    socket = null;
    int code = ended.closeStatusCode() == null ? 0 : ended.closeStatusCode();
    if (code == NOT_ALLOWED) {
      faults.accept(new IllegalStateException(path + " is not for this account"));
      return;
    }
    if (code == SESSION_ENDED) {
      forgetSession();
    }
    if (code == NOT_UNDERSTOOD) {
      cursor.reset();
    }
    again();
  }

  private void forgetSession() {
    String ended = tokenInUse;
    if (ended != null) {
      session.forget(ended);
    }
  }

  private void again() {
    vertx.setTimer(Math.max(1, backoff.next().toMillis()), timer -> connect());
  }

  private void onText(String text) {
    if (closed) {
      return;
    }
    lastFrameNanos = System.nanoTime();
    JsonNode frame;
    try {
      frame = Port.JSON.readTree(text);
    } catch (JsonProcessingException e) {
      faults.accept(e);
      return;
    }
    backoff.succeeded();
    switch (cursor.judge(frame)) {
      case TAKE -> frames.accept(frame);
      case LOST -> drop();
      case LEAVE -> {}
    }
  }

  private void watch(long timer) {
    if (closed) {
      vertx.cancelTimer(timer);
    } else if (System.nanoTime() - lastFrameNanos > SILENCE_NANOS) {
      drop();
    }
  }

  /** Closes what is there, so that {@link #ended} connects again. */
  private void drop() {
    WebSocket open = socket;
    if (open != null) {
      lastFrameNanos = System.nanoTime();
      open.close();
    }
  }

  /** Sends when connected and not held up; what is not sent is not kept. */
  public boolean send(JsonNode message) {
    WebSocket open = socket;
    if (open == null || open.isClosed() || open.writeQueueFull()) {
      return false;
    }
    open.writeTextMessage(message.toString());
    return true;
  }

  public void close() {
    closed = true;
    WebSocket open = socket;
    socket = null;
    if (open != null) {
      open.close();
    }
  }
}
