package io.dispatch120.app.simulation;

import io.dispatch120.app.simulation.client.Patience;
import io.dispatch120.app.simulation.pace.Chance;
import io.dispatch120.app.simulation.pace.Pace;
import java.time.Instant;

/** What everybody in the town shares. */
record Stage(Pace pace, Chance chance, Patience patience, Faults faults) {
  Instant now() {
    return pace.instant();
  }
}
