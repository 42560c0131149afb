package io.dispatch120.web.socket;

import io.dispatch120.dispatch.api.StreamHandle;
import io.dispatch120.web.socket.Entry.BadMessage;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open socket from its admission to its end: frames out, messages in, pings, and the look
 * whether the session still stands. All on the socket's context, except where said.
 */
final class Conversation {
  private static final Logger log = LoggerFactory.getLogger(Conversation.class);

  /** Periods without any frame of the client after which it counts as gone. */
  private static final int SILENT_PERIODS = 3;

  private final ServerWebSocket socket;
  private final Context context;
  private final SocketSink sink;
  private final Entry.Admitted admitted;
  private final SocketLimits limits;
  private int silentPeriods;

  Conversation(
      ServerWebSocket socket,
      Context context,
      SocketSink sink,
      Entry.Admitted admitted,
      SocketLimits limits) {
    this.socket = socket;
    this.context = context;
    this.sink = sink;
    this.admitted = admitted;
    this.limits = limits;
  }

  void start() {
    if (socket.isClosed()) {
      return;
    }
    socket.frameHandler(ignored -> silentPeriods = 0);
    socket.textMessageHandler(this::receive);
    socket.binaryMessageHandler(
        ignored -> sink.close(CloseCode.BAD_MESSAGE, "messages are text, not binary"));
    // Both a broken line and a message beyond the limits come here; a broken line has no one to
    // tell any more.
    socket.exceptionHandler(
        ignored -> sink.close(CloseCode.TOO_BIG, "message too large or malformed"));
    Vertx vertx = context.owner();
    long ping = vertx.setPeriodic(limits.pingEvery().toMillis(), ignored -> ping());
    long look = vertx.setPeriodic(limits.recheckEvery().toMillis(), ignored -> recheck());
    sink.ended()
        .onComplete(
            ignored -> {
              vertx.cancelTimer(ping);
              vertx.cancelTimer(look);
            });
    openStream();
  }

  private void openStream() {
    Future<StreamHandle> stream;
    try {
      stream = admitted.stream().apply(sink);
    } catch (RuntimeException e) {
      stream = Future.failedFuture(e);
    }
    stream
        .onSuccess(handle -> sink.ended().onComplete(ignored -> handle.close()))
        .onFailure(
            failure -> {
              log.warn("a stream could not be opened", failure);
              sink.close(CloseCode.INTERNAL_ERROR, "try again");
            });
  }

  private void receive(String text) {
    if (!sink.isOpen()) {
      return;
    }
    socket.pause();
    Future<Void> done;
    try {
      done = admitted.receiver().receive(SocketMessages.parse(text));
    } catch (BadMessage e) {
      sink.close(e.code(), e.reason());
      done = Future.succeededFuture();
    } catch (RuntimeException e) {
      done = Future.failedFuture(e);
    }
    done.onFailure(
            failure -> {
              log.warn("a message could not be handled", failure);
              sink.close(CloseCode.INTERNAL_ERROR, "try again");
            })
        .onComplete(ignored -> socket.resume());
  }

  private void ping() {
    silentPeriods++;
    if (silentPeriods > SILENT_PERIODS) {
      sink.close(CloseCode.SILENT_CLIENT, "nothing heard");
    } else if (sink.isOpen() && !socket.isClosed() && !socket.writeQueueFull()) {
      socket.writePing(Buffer.buffer());
    }
  }

  /** From any thread. A fault while asking is no answer: the next look will tell. */
  void recheck() {
    admitted
        .stillAdmitted()
        .get()
        .onSuccess(
            stands -> {
              if (!stands) {
                sink.close(CloseCode.SESSION_ENDED, "signed out");
              }
            });
  }

  /** From any thread. */
  Future<Integer> end(int code, String reason) {
    sink.close(code, reason);
    return sink.gone();
  }
}
