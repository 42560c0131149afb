package io.dispatch120.dispatch.simulation;

import io.dispatch120.dispatch.api.Catalogue;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.journal.Scenario;
import io.dispatch120.geo.api.LngLat;

/** The centre that every schedule plays in. */
final class Places {
  static final CenterId CENTER = new CenterId("xj");
  static final int UNITS = 4;
  static final LngLat SQUARE = new LngLat(112.905, 28.195);
  static final Catalogue CATALOGUE = Scenario.catalogue(CENTER, UNITS);

  private Places() {}

  static UnitId unit(int index) {
    return Scenario.unit(1 + index % UNITS);
  }
}
