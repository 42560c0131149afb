package io.dispatch120.dispatch.importing;

import io.dispatch120.dispatch.api.Catalogue;
import io.dispatch120.dispatch.api.PlaceInfo;
import io.dispatch120.dispatch.api.ResponderInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What a list is compared with.
 *
 * @param revision of the catalogue
 * @param responders of the centre, for a list of them; else none
 * @param places of the centre, for a list of them; else none
 */
public record Basis(
    long revision,
    Catalogue catalogue,
    List<ResponderInfo> responders,
    List<PlaceInfo> places,
    Instant now) {

  ZoneId zone() {
    return ZoneId.of(catalogue.center().zone());
  }

  LocalDate today() {
    return now.atZone(zone()).toLocalDate();
  }
}
