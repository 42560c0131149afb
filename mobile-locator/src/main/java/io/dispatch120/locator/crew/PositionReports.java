package io.dispatch120.locator.crew;

import com.fasterxml.jackson.databind.JsonNode;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.api.UnitPosition;
import io.dispatch120.locator.position.Measurements;
import io.dispatch120.web.Fields;
import io.dispatch120.web.Findings;
import io.dispatch120.web.Schema;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reads the position reports of crews, by request or by socket. Thread-safe. */
public final class PositionReports {
  private final Measurements measurements;
  private final Schema message;

  /**
   * @param message what a position message over a socket looks like
   */
  public PositionReports(Measurements measurements, Schema message) {
    this.measurements = measurements;
    this.message = message;
  }

  /**
   * The positions of a valid request.
   *
   * @throws io.dispatch120.web.ProblemException 400 that names every time that cannot be true
   */
  List<UnitPosition> read(UnitId unit, Fields request) {
    Findings findings = new Findings();
    List<Fields> positions = request.objects("positions");
    positions.forEach(position -> measurements.checkTime(position, findings));
    findings.throwIfAny();
    return positions.stream().map(position -> positionOf(unit, position)).toList();
  }

  /**
   * The positions of a socket message, without those whose time cannot be true: nobody waits for an
   * answer there, and a wrong clock must not end the connection. Empty for a message that is not
   * valid.
   */
  Optional<List<UnitPosition>> findIn(JsonNode text, UnitId unit) {
    Findings findings = new Findings();
    message.check(text, "", findings);
    if (!findings.list().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Fields(text, "")
            .objects("positions").stream()
                .filter(position -> measurements.isTimely(position.instant("at")))
                .map(position -> positionOf(unit, position))
                .toList());
  }

  private UnitPosition positionOf(UnitId unit, Fields position) {
    return new UnitPosition(
        unit,
        measurements.placeOf(position),
        Objects.requireNonNull(measurements.timeOf(position), "positions have a time"),
        position.numberOrNull("speedMps"),
        position.numberOrNull("headingDegrees"),
        position.numberOrNull("accuracyMeters"));
  }
}
