package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.api.Stamp;
import io.dispatch120.dispatch.incident.CallEvents.IncidentOpened;
import org.jspecify.annotations.Nullable;

/** Folding events into incidents. */
public final class Incidents {
  private Incidents() {}

  /**
   * The state after one more event.
   *
   * @param incident the state before, null when the event is the one that opens it
   * @throws IllegalStateException when a history does not begin with its opening
   */
  public static Incident fold(@Nullable Incident incident, IncidentEvent event, Stamp stamp) {
    if (event instanceof IncidentOpened opened && incident == null) {
      return Concerns.follow(opened.open(stamp), stamp);
    }
    if (incident == null) {
      throw new IllegalStateException(
          event.type() + " at " + stamp.seq() + " has no incident before it");
    }
    return Concerns.follow(event.applyTo(incident, stamp).at(stamp.seq()), stamp);
  }
}
