package io.dispatch120.dispatch.stream;

import static io.dispatch120.dispatch.node.QuietCenter.CENTER;
import static io.dispatch120.dispatch.node.QuietCenter.PLACE;
import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.Actor;
import io.dispatch120.dispatch.api.Catalogue.HospitalCapability;
import io.dispatch120.dispatch.api.Catalogue.HospitalInfo;
import io.dispatch120.dispatch.api.Catalogue.LadderLevel;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.Role;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.dispatch.journal.CatalogueEdit;
import io.dispatch120.dispatch.node.QuietCenter;
import io.dispatch120.geo.api.LngLat;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/** A centre with two hospitals that each have somebody to be told, and their desks. */
final class TwoHospitals {
  static final HospitalId OWN = new HospitalId("h1");
  static final HospitalId OTHER = new HospitalId("h2");

  /** Whom the other hospital is reached by. */
  static final String OTHERS_PHONE = "13977770002";

  private static final LngLat DOOR = new LngLat(PLACE.lng() + 0.05, PLACE.lat());

  private TwoHospitals() {}

  static QuietCenter center() {
    QuietCenter center = new QuietCenter();
    long revision = center.storage.catalogues().revision(CENTER).result();
    center
        .storage
        .catalogues()
        .apply(
            CENTER,
            new CatalogueEdit(
                UUID.randomUUID(),
                new Actor("admin", "wang"),
                revision,
                CatalogueEdit.Parts.ofHospitals(
                    List.of(hospital(OWN, "13977770001"), hospital(OTHER, OTHERS_PHONE)))));
    center.time.pass(Duration.ofSeconds(2));
    center.settle();
    assertThat(center.center().board().catalogue().hospitals()).hasSize(2);
    return center;
  }

  private static HospitalInfo hospital(HospitalId id, String phone) {
    return new HospitalInfo(
        id,
        "医院 " + id,
        DOOR,
        List.of(new HospitalCapability("pci_24x7", null)),
        null,
        null,
        List.of(
            new LadderLevel(1, "急诊", "console", phone), new LadderLevel(2, "总值班", "phone", phone)));
  }

  static void open(QuietCenter center, HospitalId hospital, RecordingSink sink) {
    center.node.open(
        new SessionUser("zhao", Role.HOSPITAL, CENTER, null, hospital, null),
        OptionalLong.empty(),
        sink);
    center.settle();
  }
}
