package io.dispatch120.dispatch.simulation;

import io.dispatch120.dispatch.api.FrameSink;
import io.dispatch120.dispatch.api.Role;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.dispatch.api.StreamHandle;
import io.dispatch120.dispatch.api.UnitId;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A console, or a crew's device, that keeps everything it was ever sent, loses its socket now and
 * then and comes back to any node, saying how far it is.
 */
final class SocketClient {
  private static final SessionUser DISPATCHER =
      new SessionUser("li", Role.DISPATCHER, Places.CENTER, null, null, null);

  /** What came over one socket; {@code since} is what the client said when it opened. */
  record Connection(OptionalLong since, List<Frame> frames) {}

  final @Nullable UnitId crew;
  final List<Connection> connections = new ArrayList<>();
  private final Chaos chaos;
  private @Nullable Socket socket;
  private @Nullable SimulatedNode node;
  private long last = -1;

  SocketClient(Chaos chaos, @Nullable UnitId crew) {
    this.chaos = chaos;
    this.crew = crew;
  }

  boolean connected() {
    return socket != null;
  }

  long last() {
    return last;
  }

  void connect(SimulatedNode to) {
    OptionalLong since = last < 0 || chaos.once(6) ? OptionalLong.empty() : OptionalLong.of(last);
    Connection connection = new Connection(since, new ArrayList<>());
    connections.add(connection);
    Socket opened = new Socket(connection);
    socket = opened;
    node = to;
    to.sockets.add(this);
    Future<StreamHandle> stream =
        crew == null
            ? to.node.open(DISPATCHER, since, opened)
            : to.center().streams().openCrew(crew, since, opened);
    stream.onSuccess(
        handle -> {
          opened.handle = handle;
          if (opened.closed) {
            handle.close();
          }
        });
  }

  /** The node is gone, or the line. */
  void lost() {
    Socket broken = socket;
    socket = null;
    if (broken != null) {
      broken.closed = true;
      if (broken.handle != null) {
        broken.handle.close();
      }
    }
    if (node != null) {
      node.sockets.remove(this);
      node = null;
    }
  }

  private final class Socket implements FrameSink {
    private final Connection connection;
    private boolean closed;
    private @Nullable StreamHandle handle;

    Socket(Connection connection) {
      this.connection = connection;
    }

    @Override
    public boolean send(String text) {
      if (closed) {
        return false;
      }
      if (chaos.once(600)) {
        lost();
        return false;
      }
      Frame frame = Frame.read(text);
      connection.frames().add(frame);
      if (frame.type().equals("snapshot") || frame.type().equals("event")) {
        last = frame.seq();
      }
      return true;
    }

    @Override
    public int queued() {
      return chaos.once(5) ? 100 : 0;
    }

    @Override
    public void close(int code, String reason) {
      lost();
    }
  }
}
