package io.dispatch120.dispatch.node;

import io.dispatch120.dispatch.api.Catalogue;
import io.dispatch120.dispatch.api.Catalogue.HospitalCapability;
import io.dispatch120.dispatch.api.Catalogue.HospitalInfo;
import io.dispatch120.dispatch.api.Catalogue.LadderLevel;
import io.dispatch120.dispatch.api.ContactChannel;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.hospital.Contact;
import io.dispatch120.dispatch.hospital.HospitalBook;
import io.dispatch120.dispatch.hospital.Rung;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The hospitals of a catalogue as decisions need them. */
final class CatalogueHospitals implements HospitalBook {
  private final Catalogue catalogue;

  CatalogueHospitals(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Optional<Entry> find(HospitalId id) {
    return catalogue.hospitals().stream()
        .filter(h -> h.id().equals(id))
        .findFirst()
        .map(h -> new Entry(id, ladder(h), services(h)));
  }

  private static List<Rung> ladder(HospitalInfo hospital) {
    return hospital.ladder().stream()
        .sorted(Comparator.comparingInt(LadderLevel::level))
        .map(level -> new Rung(level.level(), contact(level), List.of()))
        .toList();
  }

  private static Contact contact(LadderLevel level) {
    return new Contact(
        level.contact(),
        null,
        ContactChannel.valueOf(level.channel().toUpperCase(Locale.ROOT)),
        Personal.of(level.phone()));
  }

  private static Set<String> services(HospitalInfo hospital) {
    return hospital.capabilities().stream()
        .filter(c -> c.hours() == null)
        .map(HospitalCapability::name)
        .collect(Collectors.toSet());
  }
}
