package io.dispatch120.locator.caller;

import io.dispatch120.dispatch.api.DispatchApi;
import io.dispatch120.dispatch.api.FrameSink;
import io.dispatch120.dispatch.api.StreamHandle;
import io.dispatch120.locator.limit.EdgeLimits;
import io.dispatch120.web.socket.CloseCode;
import io.dispatch120.web.socket.Entry;
import io.dispatch120.web.socket.Entry.BadMessage;
import io.dispatch120.web.socket.SocketDoor;
import io.dispatch120.web.socket.SocketMessages;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * {@code /ws/caller/{token}}: what the caller may see, as it changes. The token is all the right
 * there is, so no page of another site can do more with it than anybody who has it.
 */
public final class CallerSocket implements SocketDoor {
  public static final String PATH = "/ws/caller/:token";

  private final DispatchApi api;
  private final EdgeLimits limits;

  public CallerSocket(DispatchApi api, EdgeLimits limits) {
    this.api = api;
    this.limits = limits;
  }

  @Override
  public Future<Entry> knock(RoutingContext ctx) {
    String token = ctx.pathParam("token");
    return api.findLocator(token)
        .map(
            found -> {
              if (found.isEmpty()) {
                limits.unknownToken(ctx);
                throw CallerOperations.unknownLink();
              }
              return admit(ctx, token);
            });
  }

  private Entry admit(RoutingContext ctx, String token) {
    try {
      OptionalLong since = SocketMessages.since(ctx.request());
      return new Entry.Admitted(
          sink -> open(token, since, sink),
          SocketMessages.acknowledgementsOnly(),
          () -> api.findLocator(token).map(Optional::isPresent));
    } catch (BadMessage e) {
      return new Entry.Closed(e.code(), e.reason());
    }
  }

  private Future<StreamHandle> open(String token, OptionalLong since, FrameSink sink) {
    return api.openCallerStream(token, since, sink)
        .map(
            found ->
                found.orElseGet(
                    () -> {
                      sink.close(CloseCode.SESSION_ENDED, "this link is not valid any more");
                      return () -> {};
                    }));
  }
}
