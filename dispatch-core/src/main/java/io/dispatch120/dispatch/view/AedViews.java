package io.dispatch120.dispatch.view;

import io.dispatch120.dispatch.api.AedView;
import io.dispatch120.dispatch.api.Catalogue.AedInfo;
import io.dispatch120.geo.api.AedMatch;
import io.dispatch120.geo.api.AedSite;
import org.jspecify.annotations.Nullable;

/** Defibrillators as clients see them. Pure. */
public final class AedViews {
  private AedViews() {}

  /**
   * An AED found from a place, without its custodian: what callers, crews and recommendations see.
   */
  public static AedView of(AedMatch match) {
    return of(
        match.aed(), null, null, match.openNow(), match.distanceMeters(), match.walkSeconds());
  }

  /** An AED found from a place, with what the centre knows of its custodian. */
  public static AedView of(AedMatch match, AedInfo info) {
    return of(
        match.aed(),
        info.custodian(),
        info.custodianPhone(),
        match.openNow(),
        match.distanceMeters(),
        match.walkSeconds());
  }

  /** An AED of the catalogue, asked about from nowhere. */
  public static AedView of(AedInfo info, @Nullable Boolean openNow) {
    return of(info.site(), info.custodian(), info.custodianPhone(), openNow, null, null);
  }

  private static AedView of(
      AedSite site,
      @Nullable String custodian,
      @Nullable String custodianPhone,
      @Nullable Boolean openNow,
      @Nullable Double distanceMeters,
      @Nullable Double walkSeconds) {
    return new AedView(
        site.id(),
        site.name(),
        site.position(),
        site.building(),
        site.floor(),
        site.placement(),
        site.openingHours(),
        site.hoursText(),
        site.access(),
        openNow,
        site.readiness(),
        site.lastCheckedAt(),
        custodian,
        custodianPhone,
        distanceMeters,
        walkSeconds);
  }
}
