package io.dispatch120.web.socket;

import io.dispatch120.dispatch.api.FrameSink;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.ServerWebSocket;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The frames that wait for one client, in the order they were sent. The queue is bounded in frames
 * and in memory: a client that does not keep up is closed with {@link CloseCode#SLOW_CLIENT}, its
 * frames are let go at once, and so is the TCP connection when it does not answer.
 *
 * <p>Thread-safe; {@link #send} is O(1) and never blocks. Writing happens on the socket's own
 * context only. Besides the queue, the socket itself holds no more than 64 KiB and 16 frames.
 */
public final class SocketSink implements FrameSink {
  private final ServerWebSocket socket;
  private final Context context;
  private final SocketLimits limits;
  private final SocketMeter meter;
  private final TextMessages messages;
  private final Runnable dropConnection;
  private final Promise<Integer> ended = Promise.promise();
  private final Promise<Integer> gone = Promise.promise();

  /** Guards itself and the fields below. */
  private final Queue<byte[]> queue = new ArrayDeque<>();

  private long queuedBytes;
  private boolean draining;

  /** 0 while open; then the code that ended it. */
  private int closeCode;

  /**
   * @param socket just accepted; the sink takes its drain and close handlers
   * @param context the socket's, on which this is called
   * @param messages shared by the sockets that get the same frames
   * @param dropConnection ends the TCP connection at once, whatever waits to be written
   */
  SocketSink(
      ServerWebSocket socket,
      Context context,
      SocketLimits limits,
      SocketMeter meter,
      TextMessages messages,
      Runnable dropConnection) {
    this.socket = socket;
    this.context = context;
    this.limits = limits;
    this.meter = meter;
    this.messages = messages;
    this.dropConnection = dropConnection;
    meter.opened();
    if (socket.isClosed()) {
      context.runOnContext(ignored -> finish());
    } else {
      socket.drainHandler(ignored -> drain());
      socket.closeHandler(ignored -> finish());
    }
  }

  @Override
  public boolean send(String frame) {
    byte[] message = messages.encode(frame);
    synchronized (queue) {
      if (closeCode != 0) {
        return false;
      }
      if (!overflows(message.length)) {
        queue.add(message);
        queuedBytes += message.length;
        meter.queued(1);
        if (!draining) {
          draining = true;
          context.runOnContext(ignored -> drain());
        }
        return true;
      }
    }
    close(CloseCode.SLOW_CLIENT, "too slow, come back with since");
    return false;
  }

  private boolean overflows(int bytes) {
    return queue.size() >= limits.maxQueuedFrames()
        || (!queue.isEmpty() && queuedBytes + bytes > limits.maxQueuedBytes());
  }

  @Override
  public int queued() {
    synchronized (queue) {
      return queue.size();
    }
  }

  /** Whether frames are still taken. */
  public boolean isOpen() {
    synchronized (queue) {
      return closeCode == 0;
    }
  }

  /** Succeeds with the close code as soon as no more frames are taken. */
  public Future<Integer> ended() {
    return ended.future();
  }

  /** Succeeds with the close code once the connection is gone. */
  public Future<Integer> gone() {
    return gone.future();
  }

  private void drain() {
    for (byte[] message = next(); message != null; message = next()) {
      TextMessages.write(message, socket);
      meter.sent(1);
    }
  }

  private byte @Nullable [] next() {
    synchronized (queue) {
      if (queue.isEmpty() || socket.isClosed() || socket.writeQueueFull()) {
        // When the socket is full, its drain handler goes on.
        draining = !queue.isEmpty();
        return null;
      }
      byte[] message = queue.remove();
      queuedBytes -= message.length;
      meter.queued(-1);
      return message;
    }
  }

  /** What waits is dropped: the client comes back for it, or must not have it any more. */
  @Override
  public void close(int code, String reason) {
    synchronized (queue) {
      if (closeCode != 0) {
        return;
      }
      closeCode = code;
      forget();
    }
    context.runOnContext(ignored -> say(code, reason));
  }

  private void say(int code, String reason) {
    ended.tryComplete(code);
    if (gone.future().isComplete()) {
      return;
    }
    socket.close((short) code, reason);
    // Vert.x queues a close frame behind what the client does not read and starts its own timeout
    // only once that is written: a stalled client would keep its connection for ever.
    long timer =
        context.owner().setTimer(limits.closeGrace().toMillis(), ignored -> dropConnection.run());
    gone.future().onComplete(ignored -> context.owner().cancelTimer(timer));
  }

  private void finish() {
    int code;
    synchronized (queue) {
      if (closeCode == 0) {
        Short said = socket.closeStatusCode();
        closeCode = said == null ? CloseCode.ABNORMAL : said;
      }
      code = closeCode;
      forget();
    }
    ended.tryComplete(code);
    if (gone.tryComplete(code)) {
      meter.closed(code);
    }
  }

  private void forget() {
    meter.queued(-queue.size());
    queue.clear();
    queuedBytes = 0;
  }
}
