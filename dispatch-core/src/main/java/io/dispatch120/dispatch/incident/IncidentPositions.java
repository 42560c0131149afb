package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.api.CallerWithPatient;
import io.dispatch120.dispatch.api.FixSource;
import io.dispatch120.dispatch.incident.Whereabouts.Reported;
import io.dispatch120.dispatch.location.LocationConflict;
import io.dispatch120.dispatch.location.LocationFix;
import io.dispatch120.dispatch.location.LocationFusion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where an incident is, by its fixes and by what is known of its callers. Pure. */
public final class IncidentPositions {
  private IncidentPositions() {}

  /** The present position: the newest pin, else the best fix; empty while nobody knows. */
  public static Optional<LocationFix> positionOf(Incident incident, Instant now) {
    return LocationFusion.best(eligible(incident).stream().map(Reported::fix).toList(), now);
  }

  /** Whether there is a position; the same at every time. */
  static boolean known(Incident incident) {
    return !eligible(incident).isEmpty();
  }

  /** Whether a fix may be the position: not the phone's of somebody who is elsewhere. */
  static boolean eligible(Incident incident, Reported reported) {
    if (!reported.fix().source().ofPhone()) {
      return true;
    }
    String call = reported.callId();
    return incident.details().callerWithPatient() != CallerWithPatient.NO
        && !(call != null && incident.whereabouts().elsewhere().contains(call));
  }

  /**
   * Two fixes that contradict each other. A pin settles all that came before it, and of each source
   * of a call only the latest fix speaks: a phone that moves does not contradict itself.
   */
  static Optional<LocationConflict> findConflict(Incident incident) {
    Map<String, LocationFix> speaking = new LinkedHashMap<>();
    for (Reported reported : eligible(incident)) {
      LocationFix fix = reported.fix();
      if (fix.source() == FixSource.CONFIRMED) {
        speaking.clear();
      }
      String speaker = fix.source() + "/" + reported.callId();
      speaking.remove(speaker);
      speaking.put(speaker, fix);
    }
    return LocationConflict.findAmong(new ArrayList<>(speaking.values()));
  }

  private static List<Reported> eligible(Incident incident) {
    return incident.whereabouts().fixes().stream().filter(f -> eligible(incident, f)).toList();
  }
}
