package io.dispatch120.dispatch.adapter.ws;

import io.dispatch120.dispatch.api.Role;
import io.dispatch120.dispatch.stream.ConsoleStreams;
import io.dispatch120.web.SessionTokens;
import io.dispatch120.web.socket.SessionDoor;
import io.dispatch120.web.socket.SocketDoor;
import io.dispatch120.web.socket.SocketMessages;
import io.dispatch120.web.socket.SocketSessions;
import java.util.EnumSet;
import java.util.Set;

/** {@code /ws/console}: the live board for the console, station desks and hospital desks. */
public final class ConsoleSocket {
  public static final String PATH = "/ws/console";

  /** Crews and responders live on the public edge; admins and programs see no patients here. */
  private static final Set<Role> ROLES =
      EnumSet.of(Role.DISPATCHER, Role.SUPERVISOR, Role.OBSERVER, Role.STATION, Role.HOSPITAL);

  private ConsoleSocket() {}

  /** Its door, for the socket server of the internal port. */
  public static SocketDoor door(
      SessionTokens tokens, SocketSessions sessions, ConsoleStreams streams) {
    return new SessionDoor(
        tokens, sessions, ROLES, streams::open, user -> SocketMessages.acknowledgementsOnly());
  }
}
