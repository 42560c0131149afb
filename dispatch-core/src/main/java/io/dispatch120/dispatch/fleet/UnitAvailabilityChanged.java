package io.dispatch120.dispatch.fleet;

import io.dispatch120.dispatch.api.DispatchEvent;
import io.dispatch120.dispatch.api.Duty;
import io.dispatch120.dispatch.api.UnitId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody declared a unit on duty, out of service (with the reason and when it is back) or off
 * duty.
 */
public record UnitAvailabilityChanged(
    UnitId unitId, Duty duty, @Nullable String reason, @Nullable Instant expectedBackAt)
    implements DispatchEvent {

  @Override
  public String type() {
    return "unit_availability_changed";
  }

  public Unit applyTo(Unit unit) {
    return unit.on(new Unit.DutyState(duty, reason, expectedBackAt));
  }
}
