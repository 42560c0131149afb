package io.dispatch120.locator.crew;

import com.fasterxml.jackson.databind.JsonNode;
import io.dispatch120.dispatch.api.DispatchApi;
import io.dispatch120.dispatch.api.FrameSink;
import io.dispatch120.dispatch.api.Role;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.dispatch.api.StreamHandle;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.api.UnitPosition;
import io.dispatch120.locator.limit.RateLimit;
import io.dispatch120.web.SessionTokens;
import io.dispatch120.web.socket.CloseCode;
import io.dispatch120.web.socket.Entry.BadMessage;
import io.dispatch120.web.socket.SessionDoor;
import io.dispatch120.web.socket.SocketDoor;
import io.dispatch120.web.socket.SocketMessages;
import io.dispatch120.web.socket.SocketSessions;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * {@code /ws/crew}: assignments to the crew's unit as they happen; receipts and positions back from
 * its device.
 */
public final class CrewSocket {
  public static final String PATH = "/ws/crew";

  private final DispatchApi api;
  private final PositionReports reports;
  private final RateLimit reportLimit;

  public CrewSocket(DispatchApi api, PositionReports reports, RateLimit reportLimit) {
    this.api = api;
    this.reports = reports;
    this.reportLimit = reportLimit;
  }

  /** Its door, for the socket server of the edge. */
  public SocketDoor door(SessionTokens tokens, SocketSessions sessions) {
    return new SessionDoor(
        tokens, sessions, Set.of(Role.CREW), this::open, crew -> message -> receive(crew, message));
  }

  private Future<StreamHandle> open(SessionUser crew, OptionalLong since, FrameSink sink) {
    if (crew.unitId() == null) {
      sink.close(CloseCode.WRONG_ROLE, "this account has no unit");
      return Future.succeededFuture(() -> {});
    }
    return api.openCrewStream(crew, since, sink);
  }

  private Future<Void> receive(SessionUser crew, JsonNode message) throws BadMessage {
    return switch (SocketMessages.typeOf(message)) {
      case "ack" -> api.confirmDelivery(crew, SocketMessages.seqOf(message));
      case "positions" -> report(crew, message);
      default -> throw new BadMessage("only ack and positions are known here");
    };
  }

  private Future<Void> report(SessionUser crew, JsonNode message) throws BadMessage {
    if (!reportLimit.tryTake(crew.username())) {
      throw new BadMessage(CloseCode.TOO_MANY_MESSAGES, "too many position reports");
    }
    UnitId unit = crew.unitId();
    Optional<List<UnitPosition>> positions =
        unit == null ? Optional.empty() : reports.findIn(message, unit);
    if (positions.isEmpty()) {
      throw new BadMessage("positions are not as agreed");
    }
    return positions.get().isEmpty()
        ? Future.succeededFuture()
        : api.reportPositions(crew, positions.get());
  }
}
