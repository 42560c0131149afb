package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.api.Outcome;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.Stamp;
import org.jspecify.annotations.Nullable;

/** The end of an incident, and its coming back. */
public final class ClosingEvents {
  private ClosingEvents() {}

  /** Facts about closing. */
  public sealed interface OfClosing extends IncidentEvent
      permits IncidentClosed, IncidentReopened {}

  public record IncidentClosed(Outcome outcome, @Nullable Personal note) implements OfClosing {
    @Override
    public String type() {
      return "incident_closed";
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      return incident.with(new Closure(outcome, note, stamp.recordedAt(), null, null));
    }
  }

  /** A supervisor opened it again. */
  public record IncidentReopened(Personal reason) implements OfClosing {
    @Override
    public String type() {
      return "incident_reopened";
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      return incident.with((Closure) null);
    }
  }
}
