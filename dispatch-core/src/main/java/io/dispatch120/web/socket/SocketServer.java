package io.dispatch120.web.socket;

import io.dispatch120.web.AccessLog;
import io.dispatch120.web.Problem;
import io.netty.channel.Channel;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The sockets of one HTTP server, behind their doors. Thread-safe. */
public final class SocketServer {
  private final SocketLimits limits;
  private final SocketMeter meter;
  private final TextMessages messages = new TextMessages();
  private final Set<Conversation> conversations = ConcurrentHashMap.newKeySet();

  /** Sockets that are open or being opened. */
  private final AtomicInteger taken = new AtomicInteger();

  private volatile boolean stopping;

  public SocketServer(SocketLimits limits, SocketMeter meter) {
    this.limits = limits;
    this.meter = meter;
  }

  /**
   * The handler of a route with a door. No upgrade is 426, too many sockets 503, and a door that
   * fails is for the router's failure handler.
   */
  public Handler<RoutingContext> at(SocketDoor door) {
    return ctx -> {
      AccessLog.template(ctx, ctx.currentRoute().getPath());
      if (!"websocket".equalsIgnoreCase(ctx.request().getHeader("Upgrade"))) {
        ctx.fail(
            Problem.of(426, "upgrade_required", "This is a WebSocket.")
                .with("Upgrade", "websocket")
                .asException());
      } else if (taken.incrementAndGet() > limits.maxSockets() || stopping) {
        taken.decrementAndGet();
        ctx.fail(
            Problem.of(503, "unavailable", "No more sockets here now.")
                .with("Retry-After", "5")
                .asException());
      } else {
        knock(door, ctx);
      }
    };
  }

  private void knock(SocketDoor door, RoutingContext ctx) {
    Context context = ctx.vertx().getOrCreateContext();
    ctx.request().pause();
    Future<Entry> answer;
    try {
      answer = door.knock(ctx);
    } catch (RuntimeException e) {
      answer = Future.failedFuture(e);
    }
    // The core may answer on a thread of its own, but a socket is accepted on its event loop.
    answer.onComplete(
        entry ->
            context.runOnContext(ignored -> open(ctx, context, entry.result(), entry.cause())));
  }

  private void open(
      RoutingContext ctx, Context context, @Nullable Entry entry, @Nullable Throwable failure) {
    if (entry == null) {
      taken.decrementAndGet();
      ctx.request().resume();
      ctx.fail(failure);
      return;
    }
    // No public API reaches the connection below a WebSocket, and closing the channel itself would
    // only ask Vert.x again, which waits for what the client does not read.
    Channel channel =
        ((HttpServerConnection) ctx.request().connection()).channelHandlerContext().channel();
    ctx.request()
        .toWebSocket()
        .onFailure(broken -> taken.decrementAndGet())
        .onSuccess(
            socket -> {
              SocketSink sink =
                  new SocketSink(
                      socket,
                      context,
                      limits,
                      meter,
                      messages,
                      () -> channel.pipeline().firstContext().close());
              sink.gone().onComplete(ignored -> taken.decrementAndGet());
              if (entry instanceof Entry.Closed closed) {
                sink.close(closed.code(), closed.reason());
              } else if (entry instanceof Entry.Admitted admitted) {
                converse(socket, context, sink, admitted);
              }
            });
  }

  private void converse(
      ServerWebSocket socket, Context context, SocketSink sink, Entry.Admitted admitted) {
    Conversation conversation = new Conversation(socket, context, sink, admitted, limits);
    conversations.add(conversation);
    sink.gone().onComplete(ignored -> conversations.remove(conversation));
    conversation.start();
    if (stopping) {
      conversation.end(CloseCode.GOING_AWAY, "this node stops");
    }
  }

  /** Sockets that are open or being opened. */
  public int count() {
    return taken.get();
  }

  /** Asks now, not only at the next look, whether the session of each socket still stands. */
  public void recheck() {
    conversations.forEach(Conversation::recheck);
  }

  /** Takes no more sockets and says goodbye to all. Completes when all are gone. */
  public Future<Void> stop() {
    stopping = true;
    return Future.join(
            conversations.stream()
                .map(each -> each.end(CloseCode.GOING_AWAY, "this node stops"))
                .toList())
        .mapEmpty();
  }
}
