package io.dispatch120.dispatch.command;

import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.fleet.Unit;
import io.dispatch120.dispatch.incident.Incident;
import io.dispatch120.dispatch.incident.Scene;
import java.util.Optional;

/**
 * Looks around a decision: possible duplicates, the crew's link, whom to propose. Runs on the loop;
 * never blocks.
 */
@FunctionalInterface
public interface SceneObserver {
  Scene.Surroundings around(Command command, Optional<Incident> incident, Optional<Unit> unit);
}
