package io.dispatch120.dispatch.api;

import io.dispatch120.dispatch.api.Catalogue.HospitalCapability;
import io.dispatch120.dispatch.api.Catalogue.StationInfo;
import io.dispatch120.geo.api.LngLat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A centre as clients see it: what a map and its lists need besides the board.
 *
 * @param zone IANA name of its time zone
 * @param demo nothing in it is real
 * @param serviceArea rings, the outer one first; none means unlimited
 */
public record CenterView(
    CenterId id,
    String name,
    String zone,
    boolean demo,
    LngLat mapCenter,
    List<List<LngLat>> serviceArea,
    List<StationInfo> stations,
    List<HospitalView> hospitals) {

  /** A hospital without those who answer for it: their phones are for the escalation ladder. */
  public record HospitalView(
      HospitalId id,
      String name,
      LngLat position,
      List<HospitalCapability> capabilities,
      @Nullable String accreditation) {}
}
