package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.api.Command.SetAvailability;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.fleet.Unit;
import io.dispatch120.dispatch.fleet.Unit.DutyState;
import io.dispatch120.dispatch.fleet.UnitAvailabilityChanged;
import io.dispatch120.dispatch.incident.Decision.Draft;
import java.util.List;
import java.util.Optional;

/** What is declared of a unit. While it is committed this is kept and counts once it is free. */
final class AvailabilityDecisions {
  private AvailabilityDecisions() {}

  static Decision set(Scene scene, SetAvailability command, Moment moment) {
    Optional<Unit> unit = scene.unit().filter(u -> u.id().equals(command.unitId()));
    boolean foreign = moment.actingUnit() != null && !moment.actingUnit().equals(command.unitId());
    if (unit.isEmpty() || foreign) {
      return Decision.refused(RefusalCode.NOT_FOUND, "there is no such unit");
    }
    DutyState declared = new DutyState(command.duty(), command.reason(), command.expectedBackAt());
    return declared.equals(unit.get().duty())
        ? Decision.nothing()
        : Decision.accepted(
            List.of(
                new Draft(
                    null,
                    moment.now(),
                    new UnitAvailabilityChanged(
                        command.unitId(),
                        command.duty(),
                        command.reason(),
                        command.expectedBackAt()))));
  }
}
