package io.dispatch120.dispatch.command;

import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.UnitId;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** What a command is about, before it is known whether that exists. */
record Targets(Optional<IncidentId> incident, Optional<IncidentId> other, Optional<UnitId> unit) {
  static final Targets NONE = new Targets(Optional.empty(), Optional.empty(), Optional.empty());

  static Targets of(Optional<IncidentId> incident) {
    return new Targets(incident, Optional.empty(), Optional.empty());
  }

  Set<Object> keys() {
    Set<Object> keys = new LinkedHashSet<>();
    incident.ifPresent(keys::add);
    other.ifPresent(keys::add);
    unit.ifPresent(keys::add);
    return keys;
  }
}
