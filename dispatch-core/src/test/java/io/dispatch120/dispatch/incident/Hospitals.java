package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.api.ContactChannel;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.hospital.Contact;
import io.dispatch120.dispatch.hospital.HospitalBook;
import io.dispatch120.dispatch.hospital.Rung;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Three hospitals: one with a cath lab, one that can only thrombolyse, one that names nobody. */
final class Hospitals {
  static final HospitalId XIANGYA = new HospitalId("xiangya3");
  static final HospitalId TOWN = new HospitalId("yuchangping");
  static final HospitalId SILENT = new HospitalId("silent");

  static final Contact NURSE = contact("nurse", ContactChannel.CONSOLE);
  static final Contact LAB = contact("cath lab", ContactChannel.SMS);
  static final Contact CARDIOLOGIST = contact("cardiologist", ContactChannel.SMS);
  static final Contact DIRECTOR = contact("director", ContactChannel.PHONE);

  private Hospitals() {}

  private static Contact contact(String role, ContactChannel channel) {
    return new Contact(role, null, channel, new Personal("13900000001"));
  }

  static HospitalBook book() {
    Map<HospitalId, HospitalBook.Entry> all =
        Map.of(
            XIANGYA,
            new HospitalBook.Entry(
                XIANGYA,
                List.of(
                    new Rung(1, NURSE, List.of(LAB, CARDIOLOGIST)),
                    new Rung(2, CARDIOLOGIST, List.of()),
                    new Rung(3, DIRECTOR, List.of())),
                Set.of("pci_24x7", "thrombolysis")),
            TOWN,
            new HospitalBook.Entry(
                TOWN, List.of(new Rung(1, NURSE, List.of())), Set.of("thrombolysis")),
            SILENT,
            new HospitalBook.Entry(SILENT, List.of(), Set.of()));
    return id -> Optional.ofNullable(all.get(id));
  }
}
