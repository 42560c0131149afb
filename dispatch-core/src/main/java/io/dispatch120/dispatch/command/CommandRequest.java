package io.dispatch120.dispatch.command;

import io.dispatch120.dispatch.api.Actor;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.UnitId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A command with who gives it. The same {@code commandId} has its effect once; with another {@code
 * fingerprint} it is refused.
 *
 * @param fingerprint hash of the request it came in, empty when it cannot be repeated
 * @param actingUnit the unit a crew acts for, null for everybody else
 * @param happenedAt when it was given, for a command that had to wait for the database; null for
 *     now
 */
public record CommandRequest(
    UUID commandId,
    String fingerprint,
    CenterId center,
    Actor actor,
    @Nullable UnitId actingUnit,
    Command command,
    @Nullable Instant happenedAt) {

  /** A command given now. */
  public CommandRequest(
      UUID commandId,
      String fingerprint,
      CenterId center,
      Actor actor,
      @Nullable UnitId actingUnit,
      Command command) {
    this(commandId, fingerprint, center, actor, actingUnit, command, null);
  }
}
