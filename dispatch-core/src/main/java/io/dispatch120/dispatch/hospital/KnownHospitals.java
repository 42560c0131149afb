package io.dispatch120.dispatch.hospital;

import io.dispatch120.dispatch.api.Catalogue;
import io.dispatch120.dispatch.api.HospitalId;
import java.time.Instant;
import java.util.Optional;

/** The hospitals of a catalogue as they are at one moment. */
public record KnownHospitals(Catalogue catalogue, HospitalServices services, Instant now)
    implements HospitalBook {

  @Override
  public Optional<Entry> find(HospitalId id) {
    return catalogue.hospitals().stream()
        .filter(hospital -> hospital.id().equals(id))
        .findFirst()
        .map(hospital -> new Entry(id, Ladders.of(hospital, now), services.openAt(id, now)));
  }
}
