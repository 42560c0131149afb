package io.dispatch120.dispatch.command;

import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.incident.Incident;
import java.util.Optional;

/** When a patient comes to a hospital, as far as that can be said honestly. */
public interface Arrivals {
  Arrivals UNKNOWN = (incident, patient, hospital) -> Optional.empty();

  Optional<Arrival> find(Incident incident, PatientId patient, HospitalId hospital);

  /**
   * @param seconds on the way from where the ambulance is now, or from the scene while it has not
   *     left it
   * @param departed on the way to the hospital
   */
  record Arrival(double seconds, boolean departed) {
    /** Never said shorter than it is. */
    public long minutes() {
      return Math.max(1, (long) Math.ceil(seconds / 60));
    }
  }
}
