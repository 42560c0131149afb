package io.dispatch120.dispatch.api;

import io.dispatch120.dispatch.api.IncidentView.MessageView;
import io.dispatch120.dispatch.api.IncidentView.PositionView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the person behind a location-sharing link may see: never a phone number, a name or an
 * address.
 *
 * @param received the best position received from this link, null before the first
 * @param units the units on their way; {@code etaSeconds} is null when it would be guesswork (stale
 *     position), and so is the place once the unit drives on from the scene
 * @param reassigned another ambulance was sent after the first; the page says so
 */
public record LocatorView(
    IncidentStatus status,
    @Nullable PositionView received,
    CallerWithPatient callerWithPatient,
    List<ApproachingUnit> units,
    boolean reassigned,
    List<AedView> aeds,
    List<String> instructions,
    List<MessageView> messages,
    Instant expiresAt,
    long seq) {

  public record ApproachingUnit(
      UnitId unitId,
      AssignmentStatus status,
      @Nullable Double etaSeconds,
      @Nullable Double lng,
      @Nullable Double lat,
      @Nullable Instant at) {}
}
