package io.dispatch120.dispatch.adapter.http;

import io.dispatch120.dispatch.api.Capability;
import io.dispatch120.dispatch.api.StationId;
import io.dispatch120.dispatch.fleet.Unit;
import io.dispatch120.dispatch.view.TestCenter;

/** Units of another station than the tests' own. */
final class AtOther {
  private AtOther() {}

  static Unit unit(String id) {
    Unit unit = TestCenter.unit(id, TestCenter.WANGCHENGPO, Capability.BLS);
    Unit.Profile own = unit.profile();
    return unit.with(
        new Unit.Profile(
            own.callsign(),
            own.plate(),
            own.capabilities(),
            new StationId("OTHER"),
            own.stationPosition(),
            own.phone()));
  }
}
